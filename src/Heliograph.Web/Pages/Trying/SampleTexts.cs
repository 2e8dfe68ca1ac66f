using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Reading;

namespace Heliograph.Web.Pages.Trying;

/// <summary>The invented reports that the first page offers to try.</summary>
public static class SampleTexts
{
    private static readonly Lazy<ImmutableArray<Report>> Read = new(() =>
    {
        using var samples = typeof(SampleTexts).Assembly.GetManifestResourceStream("samples.jsonl")!;
        return [.. JsonLinesReader.Read("samples.jsonl", samples, ReadOptions.Default).OfType<ReadResult.Article>().Select(article => article.Report)];
    });

    /// <summary>The samples, in the order of their file.</summary>
    public static ImmutableArray<Report> All => Read.Value;
}
