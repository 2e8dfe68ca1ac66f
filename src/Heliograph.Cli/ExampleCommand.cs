using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Heliograph.Cli;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">The command's name.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="examples">Example lines, each with what it does.</param>
internal sealed class ExampleCommand(string name, string description, string examples) : Command(name, description)
{
    /// <summary>Example lines, each with what it does.</summary>
    public IEnumerable<string> Examples => examples.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Makes the help of every such command below the root end with its examples.</summary>
    public static void ShowIn(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Aliases.Remove("/h"); // on our systems the name of a file
        help.Aliases.Remove("/?");
        help.Action = new Help((HelpAction)help.Action!);
    }

    private sealed class Help(HelpAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult line)
        {
            var status = usual.Invoke(line);
            if (line.CommandResult.Command is ExampleCommand command) command.WriteExamples(line.InvocationConfiguration.Output);
            return status;
        }
    }

    private void WriteExamples(TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (var line in Examples) output.WriteLine("  " + line);
        output.WriteLine();
    }
}
