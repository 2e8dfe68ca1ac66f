using System.Collections.Immutable;
using Heliograph.Exports;
using Heliograph.Store;

namespace Heliograph.Web;

/// <summary>What a filter asks for, as exports want it: whole, or a sample to tell beforehand how large a file will be.</summary>
public static class LedgerExports
{
    /// <summary>How many entries are counted exactly, unless they lie scattered; of more, a sample is.</summary>
    public const int MostExact = 2_000;

    private const int MostReports = 250; // to be loaded for that

    /// <summary>The reports of a filter's entries, in the order of their first one, with those entries.</summary>
    /// <returns>Gone through as often as one likes, one report in memory at a time; the ids of the entries are kept meanwhile.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static IEnumerable<ReportEntries> Choose(LedgerStore ledger, EntryFilter filter) =>
        ledger.Choose(filter).Select(Told);

    /// <summary>How much the exports of a filter's entries would write.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="options">What to leave out.</param>
    /// <param name="only">The format that is asked for; null for all.</param>
    /// <returns>A size a format, in the order of <see cref="Export.Formats"/>; exact up to <see cref="MostExact"/> entries, unless each stands in another report.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static ImmutableArray<ExportSize> Measure(LedgerStore ledger, EntryFilter filter, ExportOptions options, ExportFormat? only = null)
    {
        var count = ledger.Count(filter);
        var sample = ledger.Sample(filter, MostExact, MostReports).Select(Told);
        return Export.Measure(only is null ? Export.Formats : [only], new([.. sample], count), options);
    }

    /// <summary>Where an export is: <c>/ledger.csv?actor=PAK</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="query">The query of the list, with or without its question mark; may be empty.</param>
    public static string Link(ExportFormat format, string query) =>
        $"/ledger.{format.Name}{(query.TrimStart('?') is { Length: > 0 } asked ? "?" + asked : "")}";

    private static ReportEntries Told(ChosenEntries chosen) => new(chosen.Whole.Report, chosen.Entries) { All = chosen.Whole.Entries };
}
