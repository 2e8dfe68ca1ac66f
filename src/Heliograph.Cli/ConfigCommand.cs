using System.CommandLine;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary><c>heliograph config</c>: tells what variables and the file of settings say.</summary>
internal static class ConfigCommand
{
    private const string Examples = """
        heliograph config
            what is said, and where
        HELIOGRAPH_LEDGER=desk.db heliograph read report.txt
            the same as heliograph read report.txt --ledger desk.db

        The file config.toml lies where heliograph config says, or where HELIOGRAPH_CONFIG names it. It may hold:

        """;

    private const string Rest = """


        The command line counts before a variable, a variable before the file. Files are looked for from where config.toml lies.
        Listening beyond this machine, tokens and proxies are said on the command line only.
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="settings">What is said; asked only when the command runs.</param>
    public static Command Declare(Func<Settings> settings)
    {
        var command = new ExampleCommand("config", "Tell what variables and the file of settings say.", Examples + string.Join('\n', Setting.All.Select(Line)) + Rest);
        command.SetAction(_ => Run(settings(), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Prints each setting, its value and who says so; no password.</summary>
    /// <returns>The exit status: 0, or 2 where something said is wrong.</returns>
    public static int Run(Settings settings, TextWriter output, TextWriter errors)
    {
        var file = settings.File is { } path ? $"{path}{(File.Exists(path) ? "" : " (not there)")}" : "none, for the system names no folder of settings";
        var unread = new List<string>();
        output.WriteLine(Printable.Line($"file: {file}"));
        foreach (var setting in Setting.All)
        {
            var said = settings.Said.FirstOrDefault(one => one.Setting == setting);
            var value = said is null ? "-" : string.Join(", ", said.Values.Select(one => setting.Key == "ledger" ? Name(one) : one));
            output.WriteLine($"{setting.Key,-14} {setting.Variable,-25} {Printable.Line(value)}{(said is null ? "" : $"  ({Printable.Line(said.Where)})")}");
        }

        var problems = settings.Problems.Concat(settings.Said.Select(said => said.Problem).OfType<string>()).Concat(unread).ToList();
        foreach (var problem in problems) errors.WriteLine(Printable.Line(problem));
        return problems.Count == 0 ? ExitStatus.Done : ExitStatus.WrongUse;

        string Name(string place)
        {
            try
            {
                return LedgerStore.NameOfPlace(place);
            }
            catch (LedgerException e)
            {
                unread.Add(e.Message);
                return "an address that cannot be read";
            }
        }
    }

    private static string Line(Setting setting) => $"{$"{setting.Key} = {setting.Example}",-32} # {setting.Variable}: {setting.Meaning}";
}
