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
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="feed">What is asked of a feed, which has the entries that were added last only; null for everything.</param>
    /// <returns>Gone through as often as one likes, one report in memory at a time; the ids of the entries are kept meanwhile.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static IEnumerable<ReportEntries> Choose(LedgerStore ledger, EntryFilter filter, FeedQuestion? feed = null) =>
        (feed is null ? ledger.Choose(filter) : feed.Choose(ledger, filter)).Select(Told);

    /// <summary>What an export leaves out, and what it is told of the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="all">Whether entries are written too that are left out unless asked for.</param>
    /// <param name="feed">What is asked of a feed; null of all other formats.</param>
    public static ExportOptions Options(LedgerStore ledger, bool all, FeedQuestion? feed = null)
    {
        var undated = new Lazy<IReadOnlyDictionary<string, DateTimeOffset>>(ledger.Undated);
        return new() { All = all, Feed = feed?.Address, FirstRead = report => undated.Value.TryGetValue(report, out var at) ? at : null };
    }

    /// <summary>How much the exports of a filter's entries would write.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="all">Whether entries are written too that are left out unless asked for.</param>
    /// <param name="feed">What is asked of each feed.</param>
    /// <returns>A size a format, in the order of <see cref="Export.Formats"/>; exact up to <see cref="MostExact"/> entries, unless each stands in another
    /// report. Of feeds always exact.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static ImmutableArray<ExportSize> Measure(LedgerStore ledger, EntryFilter filter, bool all, Func<ExportFormat, FeedQuestion> feed)
    {
        var sizes = Measured(ledger, filter, all, [.. Export.Formats.Where(format => !format.IsFeed)]).ToDictionary(size => size.Format);
        return [.. Export.Formats.Select(format => sizes.GetValueOrDefault(format) ?? Measure(ledger, filter, all, format, feed(format)))];
    }

    /// <summary>How much the export of a filter's entries would write in one format.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="all">Whether entries are written too that are left out unless asked for.</param>
    /// <param name="format">The format.</param>
    /// <param name="feed">What is asked of a feed; null of all other formats.</param>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static ExportSize Measure(LedgerStore ledger, EntryFilter filter, bool all, ExportFormat format, FeedQuestion? feed) => feed is null
        ? Measured(ledger, filter, all, [format])[0]
        : Export.Measure(format, Choose(ledger, filter, feed), Options(ledger, all, feed));

    /// <summary>Where an export is: <c>/ledger.csv?actor=PAK</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="query">The query of the list, with or without its question mark; may be empty.</param>
    public static string Link(ExportFormat format, string query) =>
        $"/ledger.{format.Name}{(query.TrimStart('?') is { Length: > 0 } asked ? "?" + asked : "")}";

    private static ImmutableArray<ExportSize> Measured(LedgerStore ledger, EntryFilter filter, bool all, ImmutableArray<ExportFormat> formats)
    {
        var count = ledger.Count(filter);
        var sample = ledger.Sample(filter, MostExact, MostReports).Select(Told);
        return Export.Measure(formats, new([.. sample], count), Options(ledger, all));
    }

    private static ReportEntries Told(ChosenEntries chosen) => new(chosen.Whole.Report, chosen.Entries) { All = chosen.Whole.Entries };
}
