using System.CommandLine;

namespace Heliograph.Cli;

/// <summary><c>heliograph man</c>: prints the manual page.</summary>
internal static class ManCommand
{
    private const string Examples = """
        heliograph man | man -l -
            read it
        heliograph man > ~/.local/share/man/man1/heliograph.1
            keep it, for man heliograph
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var command = new ExampleCommand("man", "Print the manual page, made of the help of every command.", Examples);
        command.SetAction(line => ManPage.Write((RootCommand)line.RootCommandResult.Command, VersionText.Program, Console.Out));
        return command;
    }
}
