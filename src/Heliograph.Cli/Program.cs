using Heliograph.Cli;

var settings = new Lazy<Settings>(() => Settings.Read(Environment.GetEnvironmentVariables(), SettingsFile.Usual()));
return await CommandLine.Run(CommandLine.Root(() => settings.Value), args, () => settings.Value, Console.Error);
