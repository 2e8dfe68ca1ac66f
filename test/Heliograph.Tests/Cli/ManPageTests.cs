using System.CommandLine;
using System.Diagnostics;
using Heliograph.Cli;

namespace Heliograph.Tests.Cli;

public class ManPageTests
{
    [Fact]
    public void Holds_every_command_with_its_options_and_every_exit_status()
    {
        var root = CommandLine.Root(() => Settings.None);

        var page = Page(root);

        foreach (var (command, typed) in All(root, "heliograph"))
        {
            Assert.Contains($".SS {typed}".Replace("-", "\\-", StringComparison.Ordinal), page, StringComparison.Ordinal);
            foreach (var option in command.Options) Assert.Contains(".B " + option.Name.Replace("-", "\\-", StringComparison.Ordinal), page, StringComparison.Ordinal);
        }

        foreach (var status in (int[])[0, 1, 2, 3, 130]) Assert.Contains($".TP\n.B {status}\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_set_without_a_warning()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/groff"), "groff is not installed");
        using var groff = Process.Start(new ProcessStartInfo("/usr/bin/groff", ["-man", "-ww", "-Kutf8", "-Tutf8"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = groff.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var set = groff.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        groff.StandardInput.Write(Page(CommandLine.Root(() => Settings.None)));
        groff.StandardInput.Close();

        Assert.Contains("--no-ledger", await set, StringComparison.Ordinal);
        Assert.Equal("", await errors);
    }

    private static string Page(RootCommand root)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ManPage.Write(root, "0.1.0", output);
        return output.ToString();
    }

    private static IEnumerable<(Command Command, string Typed)> All(Command command, string typed) => command.Subcommands.SelectMany(below =>
        All(below, $"{typed} {below.Name}").Concat(below.Action is null ? [] : [(below, $"{typed} {below.Name}")]));
}
