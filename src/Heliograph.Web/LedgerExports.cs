using System.Collections.Immutable;
using Heliograph.Exports;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Web;

/// <summary>What a filter asks for, as exports want it: whole, or a sample to tell beforehand how large a file will be.</summary>
public static class LedgerExports
{
    /// <summary>How many entries are counted exactly; of more, a sample is.</summary>
    public const int MostExact = 2_000;

    private const int PageSize = 1_000;
    private const int Windows = 6; // stretches of a sample, over all days
    private const int WindowSize = 80; // entries

    /// <summary>The reports of a filter's entries, in the order of their first one, with those entries.</summary>
    /// <returns>Gone through as often as one likes, one report in memory at a time; the ids of the entries are kept.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static IEnumerable<ReportEntries> Choose(LedgerStore ledger, EntryFilter filter)
    {
        var found = new Lazy<(ImmutableArray<string> Reports, HashSet<UInt128> Entries)>(() => Found(ledger, filter));
        return Chosen();

        IEnumerable<ReportEntries> Chosen() => found.Value.Reports.SelectMany(report => Told(ledger, report, found.Value.Entries));
    }

    /// <summary>How much the exports of a filter's entries would write.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="options">What to leave out.</param>
    /// <param name="only">The format that is asked for; null for all.</param>
    /// <returns>A size a format, in the order of <see cref="Export.Formats"/>; exact up to <see cref="MostExact"/> entries.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static ImmutableArray<ExportSize> Measure(LedgerStore ledger, EntryFilter filter, ExportOptions options, ExportFormat? only = null)
    {
        var count = ledger.Count(filter);
        var reports = count <= MostExact ? [.. Choose(ledger, filter)] : Sampled(ledger, filter);
        return Export.Measure(only is null ? Export.Formats : [only], new(reports, count), options);
    }

    /// <summary>Where an export is: <c>/ledger.csv?actor=PAK</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="query">The query of the list, with or without its question mark; may be empty.</param>
    public static string Link(ExportFormat format, string query) =>
        $"/ledger.{format.Name}{(query.TrimStart('?') is { Length: > 0 } asked ? "?" + asked : "")}";

    // Stretches of entries side by side, at days that lie evenly between the first and the last
    private static ImmutableArray<ReportEntries> Sampled(LedgerStore ledger, EntryFilter filter)
    {
        var first = ledger.Search(filter, EntrySort.Oldest, null, WindowSize).Entries;
        var last = ledger.Search(filter, EntrySort.Newest, null, WindowSize).Entries;
        var windows = new List<ImmutableArray<FoundEntry>> { first };
        if (Day(first) is { } begin && Day(last) is { } end)
        {
            for (var i = 1; i < Windows - 1; i++)
            {
                var from = begin.AddDays((end.DayNumber - begin.DayNumber) * i / (Windows - 1));
                if (filter.From is { } least && from < least) from = least;
                windows.Add(ledger.Search(filter with { From = from }, EntrySort.Oldest, null, WindowSize).Entries);
            }
        }

        windows.Add(last);
        var entries = windows.SelectMany(Whole).ToList();
        var ids = entries.Select(found => Key(found.Entry)).ToHashSet();
        return [.. entries.Select(found => found.Report.Id).Distinct().SelectMany(report => Told(ledger, report, ids))];
    }

    // A report that the end of a window cuts would weigh more than its entries; the first day may be unknown
    private static IEnumerable<FoundEntry> Whole(ImmutableArray<FoundEntry> window) =>
        window.IsEmpty || window.All(found => found.Report.Id == window[^1].Report.Id) ? window : window.Where(found => found.Report.Id != window[^1].Report.Id);

    private static DateOnly? Day(ImmutableArray<FoundEntry> window) =>
        window.Select(found => DateOnly.TryParseExact(found.Day, "yyyy-MM-dd", out var day) ? day : (DateOnly?)null).FirstOrDefault(day => day is not null);

    private static IEnumerable<ReportEntries> Told(LedgerStore ledger, string report, HashSet<UInt128> chosen)
    {
        foreach (var (text, entries) in ledger.ReportsOf(report, 1))
        {
            yield return new(text, [.. entries.Where(entry => chosen.Contains(Key(entry)))]) { All = entries };
        }
    }

    private static (ImmutableArray<string> Reports, HashSet<UInt128> Entries) Found(LedgerStore ledger, EntryFilter filter)
    {
        var (reports, entries) = (new OrderedDictionary<string, bool>(StringComparer.Ordinal), new HashSet<UInt128>());
        for (string? after = null; ;)
        {
            var page = ledger.Search(filter, EntrySort.Oldest, after, PageSize);
            foreach (var found in page.Entries)
            {
                reports.TryAdd(found.Report.Id, true);
                entries.Add(Key(found.Entry));
            }

            if (page.Next is null) return ([.. reports.Keys], entries);
            after = page.Next;
        }
    }

    // An id is 32 hex digits; as a number it takes a seventh of the memory
    private static UInt128 Key(Entry entry) => UInt128.Parse(entry.Id, System.Globalization.NumberStyles.HexNumber, null);
}
