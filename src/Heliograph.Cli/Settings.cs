using System.Collections;
using System.Collections.Immutable;
using System.CommandLine;

namespace Heliograph.Cli;

/// <summary>What was said once, for every command line: by variables of the environment, and in a file.</summary>
/// <remarks>The command line counts before a variable, a variable before the file. See docs/decisions/0011-doors.md for what only the command line may say.</remarks>
internal sealed class Settings
{
    private const string FileVariable = "HELIOGRAPH_CONFIG";

    private Settings(string? file, ImmutableArray<SaidSetting> said, ImmutableArray<string> problems) => (File, Said, Problems) = (file, said, problems);

    /// <summary>Nothing said.</summary>
    public static Settings None { get; } = new(null, [], []);

    /// <summary>The file, whether it is there or not; null where nobody names one.</summary>
    public string? File { get; }

    /// <summary>What counts, a setting each.</summary>
    public ImmutableArray<SaidSetting> Said { get; }

    /// <summary>What is wrong with the file as a whole and with the names of variables.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Reads variables and file.</summary>
    /// <param name="variables">The environment.</param>
    /// <param name="usualFile">The file where no variable names one; it need not be there.</param>
    public static Settings Read(IDictionary variables, string? usualFile)
    {
        var problems = new List<string>();
        var named = variables[FileVariable] as string;
        if (named is not null && string.IsNullOrWhiteSpace(named)) problems.Add($"{FileVariable}: found nothing, expected a file. Unset it, or name one.");
        var file = named ?? usualFile;
        var (fromFile, wrong) = problems.Count == 0 && file is not null && (named is not null || System.IO.File.Exists(file)) ? SettingsFile.Read(file) : ([], []);
        problems.AddRange(wrong);

        foreach (var name in variables.Keys.Cast<string>().Where(Setting.IsOurs).Order(StringComparer.Ordinal))
        {
            var known = Setting.All.Select(setting => setting.Variable).Append(FileVariable).ToList();
            if (!known.Contains(name) && WrongUse.Meant(name, known) is { } meant) // others may be another program's
            {
                problems.Add($"{name}: found a variable that says nothing to Heliograph, expected one of those that heliograph config lists. Did you mean {meant}?");
            }
        }

        var said = Setting.All.Select(setting => variables[setting.Variable] is string value
            ? new SaidSetting(setting, setting.IsList ? [.. value.Split(Path.PathSeparator)] : [value], setting.Variable)
            : fromFile.FirstOrDefault(one => one.Setting == setting)).OfType<SaidSetting>();
        return new(file, [.. said], [.. problems]);
    }

    /// <summary>What counts for one command line: a setting whose option the command has, and that the line itself does not say.</summary>
    public IReadOnlyList<SaidSetting> For(ParseResult line)
    {
        return [.. Said.Where(said => Has(said.Setting.Option) && !IsTyped(said.Setting.Option) && !said.Setting.Unless.Any(IsTyped))];

        bool Has(string option) => line.CommandResult.Command.Options.Any(one => one.Name == option);
        bool IsTyped(string option) => line.CommandResult.Command.Options.FirstOrDefault(one => one.Name == option) is { } one && line.GetResult(one) is { Implicit: false };
    }

    /// <summary>Whether a command takes any setting at all.</summary>
    public static bool Concern(Command command) => command.Options.Any(option => Setting.All.Any(setting => setting.Option == option.Name));

    /// <summary>A command line with what was said once.</summary>
    public static IReadOnlyList<string> Complete(IReadOnlyList<string> args, IEnumerable<SaidSetting> said)
    {
        var options = args.TakeWhile(arg => arg != "--").ToList();
        return [.. options, .. said.SelectMany(one => one.Typed()), .. args.Skip(options.Count)];
    }
}
