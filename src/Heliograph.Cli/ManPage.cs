using System.CommandLine;

namespace Heliograph.Cli;

/// <summary>Writes the manual page of the program in the language of man(7).</summary>
internal static class ManPage
{
    private static readonly (int Status, string Meaning)[] Statuses =
    [
        (ExitStatus.Done, "All that was asked for was done."),
        (ExitStatus.SomeRefused, "Something was not done: a report refused, nothing found, an output that cannot be written."),
        (ExitStatus.WrongUse, "The command line, a variable or the file of settings cannot be understood; nothing was read."),
        (ExitStatus.NoLedger, "The ledger cannot be reached, or was lost on the way; what was kept before is kept."),
        (ExitStatus.Stopped, "Stopped by a person."),
    ];

    /// <summary>Writes the page: every command with its arguments, options and examples.</summary>
    /// <param name="root">The command line.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(RootCommand root, string version, TextWriter output)
    {
        Line(output, $".TH HELIOGRAPH 1 \"\" \"heliograph {Escaped(version)}\" \"User Commands\"");
        Section(output, "NAME", "heliograph - reads news reports and keeps a ledger of who did what to whom, and who said so");
        Line(output, ".SH SYNOPSIS");
        Line(output, ".B heliograph");
        Line(output, "COMMAND [OPTIONS]");
        Line(output, ".SH COMMANDS");
        foreach (var command in root.Subcommands) Write(command, "heliograph", output);
        Line(output, ".SH EXIT STATUS");
        foreach (var (status, meaning) in Statuses) Item(output, $".B {status}", meaning);
        Line(output, ".SH ENVIRONMENT");
        Item(output, ".B HELIOGRAPH_CONFIG", "The file of settings, in TOML; see heliograph config.");
        foreach (var setting in Setting.All) Item(output, $".B {Escaped(setting.Variable)}", setting.Meaning);
    }

    private static void Write(Command command, string before, TextWriter output)
    {
        if (command.Hidden) return;
        var typed = $"{before} {command.Name}";
        foreach (var below in command.Subcommands) Write(below, typed, output);
        if (command.Action is null) return;
        var arguments = string.Concat(command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" {argument.Name}"));
        Line(output, $".SS {Escaped(typed + arguments)}");
        Line(output, Text(command.Description));
        foreach (var argument in command.Arguments) Item(output, $".I {Escaped(argument.Name)}", argument.Description);
        foreach (var option in command.Options.Where(option => !option.Hidden))
        {
            var value = option.ValueType == typeof(bool) ? "" : $" {option.HelpName ?? "VALUE"}";
            Item(output, $".B {Escaped(option.Name + value)}", option.Description);
        }

        if (command is not ExampleCommand { Examples: var examples }) return;
        Line(output, ".PP");
        Line(output, ".EX");
        foreach (var line in examples) Line(output, Text(line));
        Line(output, ".EE");
    }

    private static void Section(TextWriter output, string name, string text)
    {
        Line(output, $".SH {name}");
        Line(output, Text(text));
    }

    private static void Item(TextWriter output, string head, string? text)
    {
        Line(output, ".TP");
        Line(output, head);
        Line(output, Text(text));
    }

    // A line that begins with a dot or an apostrophe would be an order
    private static string Text(string? text) => (text ?? "") is { Length: > 0 } words && words[0] is '.' or '\'' ? $"\\&{Escaped(words)}" : Escaped(text ?? "");

    private static string Escaped(string text) => text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal)
        .Replace("\"", "\\(dq", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static void Line(TextWriter output, string line) => output.Write(line + "\n");
}
