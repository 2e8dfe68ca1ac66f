using System.Runtime.CompilerServices;
using Heliograph.Cli;
using Heliograph.Language;
using Heliograph.Reading;

namespace Heliograph.Tests.Cli;

/// <summary>The whole way from the sample reports to lines, with the language layer that ships.</summary>
public class SampleReadingTests
{
    [Fact]
    public void Reads_the_samples_to_the_same_bytes_on_one_thread_and_on_many()
    {
        var stages = Stages.Of(Annotator.Load());
        var request = new ReadRequest { Paths = [Samples()], Options = ReadOptions.Default, Format = OutputFormat.Jsonl };

        var one = Simple.Run(streams => ReadCommand.Run(request, stages, streams, TestContext.Current.CancellationToken));
        var many = Simple.Run(streams =>
            ReadCommand.Run(request with { Threads = 16 }, stages, streams, TestContext.Current.CancellationToken));

        Assert.Equal(0, one.Status);
        Assert.Contains("\"kind\":\"statement\"", one.Output, StringComparison.Ordinal);
        Assert.Equal(one.Output, many.Output);
    }

    private static string Samples([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(thisFile, "../../../../samples"));
}
