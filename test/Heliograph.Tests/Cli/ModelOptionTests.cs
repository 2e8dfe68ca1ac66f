using System.CommandLine;
using Heliograph.Cli;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Cli;

public class ModelOptionTests
{
    private static readonly RootCommand Root =
    [
        ReadCommand.Declare(_ => Simple.Stages, _ => "test"),
        ServeCommand.Declare(_ => Simple.Stages, _ => "test"),
        McpCommand.Declare(_ => Simple.Stages, _ => "test"),
        ParseCommand.Declare(_ => Simple.Stages),
        EvaluateCommand.Declare(_ => Simple.Stages),
        BenchCommand.Declare(_ => Simple.Stages, _ => Simple.Stages),
        LearnCommand.Declare(_ => "test"),
    ];

    [Theory]
    [InlineData("read a.txt"), InlineData("serve"), InlineData("mcp"), InlineData("parse"), InlineData("evaluate --layer parse --gold g"), InlineData("bench"), InlineData("learn")]
    public void Every_command_that_reads_takes_the_model(string line)
    {
        Assert.Empty(Errors(line));
        Assert.Empty(Errors(line + " --model fast"));
        Assert.Contains(Errors(line + " --model slow"), error => error.Contains("expected one of", StringComparison.Ordinal));
        if (Annotator.Ships(ReadingModel.Deep)) Assert.Empty(Errors(line + " --model deep"));
        else Assert.Contains(Errors(line + " --model deep"), error => error.Contains("not built into this program", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_was_asked_for_reads()
    {
        ReadingModel? asked = null;
        var folder = Directory.CreateTempSubdirectory("heliograph-");
        var file = Path.Combine(folder.FullName, "a.txt");
        File.WriteAllText(file, "It rained.");
        RootCommand root = [ParseCommand.Declare(model => Simple.Stages with { Annotate = text => { asked = model; return Simple.Stages.Annotate(text); } })];

        Assert.Equal(0, root.Parse(["parse", file, "--model", "fast"]).Invoke());

        Assert.Equal(ReadingModel.Fast, asked);
        folder.Delete(recursive: true);
    }

    private static string[] Errors(string line) => [.. Root.Parse(line.Split(' ')).Errors.Select(error => error.Message)];
}
