using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>A report and those of its entries that are to be exported.</summary>
/// <param name="Report">The report.</param>
/// <param name="Entries">The entries, in text order; may be empty.</param>
public sealed record ReportEntries(Report Report, ImmutableArray<Entry> Entries)
{
    /// <summary>Every entry of the report, exported or not: what entries are told in is looked up here, and who is in the story.</summary>
    public ImmutableArray<Entry> All { get; init; } = Entries;
}
