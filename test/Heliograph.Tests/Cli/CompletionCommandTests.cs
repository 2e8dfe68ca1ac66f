using System.Diagnostics;
using Heliograph.Cli;

namespace Heliograph.Tests.Cli;

public sealed class CompletionCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("heliograph ledg", "ledger")]
    [InlineData("heliograph ledger exp", "export")]
    [InlineData("heliograph read --no-le", "--no-learnt", "--no-ledger")]
    [InlineData("heliograph read --input h", "html")]
    [InlineData("heliograph ledger export --format parq", "parquet")]
    [InlineData("heliograph read samp")]
    public void Bash_completes_commands_options_and_values(string line, params string[] expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is not installed");

        // A function in place of the program, the words as bash cuts them, and what it would show
        var script = $$"""
            heliograph() { dotnet '{{typeof(Stages).Assembly.Location}}' "$@"; }
            {{CompletionCommand.Scripts["bash"]}}
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{line.Split(' ').Length - 1}}
            _heliograph
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        Assert.Equal(expected.Length == 0 ? [""] : expected, Run("/bin/bash", "-c", script).TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bash", "/bin/bash")]
    [InlineData("zsh", "/usr/bin/zsh")]
    [InlineData("fish", "/usr/bin/fish")]
    public void Every_shell_understands_its_script(string shell, string program)
    {
        Assert.SkipUnless(File.Exists(program), $"{shell} is not installed");
        var file = Path.Combine(_folder, shell);
        File.WriteAllText(file, CompletionCommand.Scripts[shell].ReplaceLineEndings("\n"));

        Assert.Equal("", Run(program, "-n", file));
    }

    // What it prints; its errors are the test's
    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, errors.Result));
        return output;
    }
}
