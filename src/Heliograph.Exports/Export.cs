using System.Collections.Immutable;

namespace Heliograph.Exports;

/// <summary>Writes entries in the formats that others load.</summary>
/// <remarks>Deterministic byte for byte: every date comes from the entries and their reports, none from a clock.</remarks>
public static class Export
{
    /// <summary>Every format, in the order of the manual.</summary>
    public static ImmutableArray<ExportFormat> Formats { get; } =
    [
        new() { Name = "jsonl", Description = "the ledger's own lines, one JSON object a line", MediaType = "application/jsonl", Extension = ".jsonl", Write = LedgerLines.WriteLines },
        new() { Name = "json", Description = "the ledger's own lines as one JSON array", MediaType = "application/json", Extension = ".json", Write = LedgerLines.WriteArray },
        new() { Name = "csv", Description = "a table a kind, with commas", MediaType = "text/csv", Extension = ".csv", IsFolder = true, Write = TextTables.WriteCsv },
        new() { Name = "tsv", Description = "a table a kind, with tabs", MediaType = "text/tab-separated-values", Extension = ".tsv", IsFolder = true, Write = TextTables.WriteTsv },
        new() { Name = "parquet", Description = "a table a kind, in columns", MediaType = "application/vnd.apache.parquet", Extension = ".parquet", IsFolder = true, Packs = true, Write = ParquetTables.Write },
        new() { Name = "plover", Description = "PLOVER's JSON records", MediaType = "application/json", Extension = ".json", Write = PloverRecords.Write },
        new() { Name = "polecat", Description = "POLECAT's 40 columns", MediaType = "text/tab-separated-values", Extension = ".txt", Write = PolecatTable.Write },
        new() { Name = "gdelt", Description = "GDELT 2.0's tables of events and mentions", MediaType = "text/tab-separated-values", Extension = ".CSV", IsFolder = true, Write = GdeltTables.Write },
        new() { Name = "acled", Description = "the names of ACLED's columns; not ACLED's data", MediaType = "text/csv", Extension = ".csv", Write = AcledTable.Write },
        new() { Name = "webannotation", Description = "W3C Web Annotations", MediaType = "application/ld+json", Extension = ".jsonld", Write = WebAnnotations.Write },
        new() { Name = "stix", Description = "a STIX 2.1 bundle of reports, identities, locations, relationships and notes", MediaType = "application/stix+json;version=2.1", Extension = ".json", Write = StixBundle.Write },
        new() { Name = "brat", Description = "brat's standoff: a text and its annotations a report", MediaType = "text/plain", Extension = ".ann", IsFolder = true, Write = BratFolder.Write },
        new() { Name = "prov", Description = "PROV-O as JSON-LD: where each entry comes from", MediaType = "application/ld+json", Extension = ".jsonld", Write = ProvGraph.Write },
        new() { Name = "atom", Description = "an Atom feed of statements and events", MediaType = "application/atom+xml", Extension = ".atom", IsFeed = true, Write = Feeds.WriteAtom },
        new() { Name = "jsonfeed", Description = "a JSON Feed of statements and events", MediaType = "application/feed+json", Extension = ".json", IsFeed = true, Write = Feeds.WriteJson },
    ];

    /// <summary>The format of a name, or null where there is none.</summary>
    public static ExportFormat? Find(string name) => Formats.FirstOrDefault(format => format.Name == name);

    /// <summary>Writes entries in one format.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="reports">The reports and their entries; some formats go through them twice.</param>
    /// <param name="open">Opens a file to write: once where the format is no folder, otherwise once for each of its files.</param>
    /// <param name="options">What to leave out.</param>
    /// <returns>How many entries were written, and how many left out for what reason.</returns>
    /// <exception cref="IOException">A file cannot be written; what is there by then is not whole.</exception>
    public static ExportCounts Write(ExportFormat format, IEnumerable<ReportEntries> reports, OpenFile open, ExportOptions options)
    {
        var job = new ExportJob(reports, open, options);
        format.Write(job);
        return job.Counts();
    }

    /// <summary>How much an export would write: the same work, into streams that count and keep nothing.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="reports">The reports and their entries; some formats go through them twice.</param>
    /// <param name="options">What to leave out.</param>
    /// <returns>Exact figures.</returns>
    public static ExportSize Measure(ExportFormat format, IEnumerable<ReportEntries> reports, ExportOptions options) => ExportMeasure.Exact(format, reports, options);

    /// <summary>How much exports would write, from a sample of their entries; several formats at a time.</summary>
    /// <param name="formats">Some or all of <see cref="Formats"/>.</param>
    /// <param name="sample">All entries, or some that stand for all.</param>
    /// <param name="options">What to leave out.</param>
    /// <returns>A size a format, in the same order: exact where the sample holds all entries, otherwise about, to two figures.</returns>
    public static ImmutableArray<ExportSize> Measure(ImmutableArray<ExportFormat> formats, ExportSample sample, ExportOptions options) =>
        ExportMeasure.Of(formats, sample, options);
}
