using System.Diagnostics;
using Heliograph.Documents;

namespace Heliograph.Cli;

/// <summary>Measures how long the program takes from being started to having parsed one sentence.</summary>
internal static class ColdStart
{
    private const string Sentence = "The minister said on Tuesday that the border with Orvenna would stay open.";

    /// <summary>Starts this program anew as <c>heliograph parse</c> and waits for it to end.</summary>
    /// <param name="model">Which model parses.</param>
    /// <returns>From the start of the process to its end; null where the program cannot be started from itself.</returns>
    public static TimeSpan? Measure(ReadingModel model)
    {
        if (Environment.ProcessPath is not { } program) return null;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        if (isHost) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "heliograph.dll"));
        foreach (var argument in (string[])["parse", "--model", model.ToString().ToLowerInvariant()]) start.ArgumentList.Add(argument);

        var clock = Stopwatch.StartNew();
        using var child = Process.Start(start);
        if (child is null) return null;
        child.StandardInput.Write(Sentence);
        child.StandardInput.Close();
        var printed = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 && printed.Length > 0 ? clock.Elapsed : null;
    }
}
