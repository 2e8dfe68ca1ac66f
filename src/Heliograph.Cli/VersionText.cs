using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Heliograph.Cli;

/// <summary><c>heliograph --version</c>: names the program and the model.</summary>
internal static class VersionText
{
    /// <summary>The program's version, such as <c>0.1.0</c>.</summary>
    public static string Program { get; } =
        typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>Program and model on one line, as the ledger names who read a report.</summary>
    public static string Of(string model) => $"heliograph {Program}, {model}";

    /// <summary>Makes <c>--version</c> print program and model.</summary>
    /// <param name="root">The command line.</param>
    /// <param name="model">Names the model; asked only when the version is.</param>
    public static void ShowIn(RootCommand root, Func<string> model) =>
        root.Options.OfType<VersionOption>().Single().Action = new Print(model);

    private sealed class Print(Func<string> model) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult line)
        {
            line.InvocationConfiguration.Output.WriteLine($"heliograph {Program}");
            line.InvocationConfiguration.Output.WriteLine($"model {model()}");
            return 0;
        }
    }
}
