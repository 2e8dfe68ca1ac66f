using Heliograph.Reading;

namespace Heliograph.Web.Pages.Trying;

/// <summary>A file that somebody sent.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record SentFile(string Name, byte[] Bytes)
{
    /// <summary>Its reports, and what cannot be read in it, as they are asked for.</summary>
    public IEnumerable<ReadResult> Read(ReadOptions options)
    {
        using var stream = new MemoryStream(Bytes);
        foreach (var result in ReportReader.Read(["-"], options with { Format = FormatOf(Name) }, stream)) yield return Named(result);
    }

    private static InputFormat FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" => InputFormat.Text,
        ".html" or ".htm" or ".xhtml" => InputFormat.Html,
        ".jsonl" or ".ndjson" => InputFormat.Jsonl,
        _ => InputFormat.Auto,
    };

    // The reader knows it as what comes in by a pipe: "-", or "-:3" for the third line
    private ReadResult Named(ReadResult result) => result switch
    {
        ReadResult.Article(var report, _) article => article with { Report = report with { Input = Named(report.Input) } },
        ReadResult.Failure failure => failure with { Source = Named(failure.Source) },
        _ => result,
    };

    private string Named(string source) =>
        ReportFields.Input(source == "-" || source.StartsWith("-:", StringComparison.Ordinal) ? Name + source[1..] : source);
}
