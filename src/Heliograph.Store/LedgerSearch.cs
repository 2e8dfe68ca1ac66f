using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>Finds and counts standing entries.</summary>
internal sealed class LedgerSearch(Connection home)
{
    private static readonly CompositeFormat CursorForm = CompositeFormat.Parse("{0}|{1}");

    /// <summary>A page of entries, without what people said about them.</summary>
    public (List<(long Number, Report Report, Entry Entry, string Day)> Rows, string? Next) Page(
        EntryFilter filter, EntrySort sort, string? after, int limit)
    {
        var conditions = new Conditions(home, filter);
        var (day, number) = conditions.Order;
        var (isAfter, direction) = sort == EntrySort.Newest ? ("<", "DESC") : (">", "ASC");
        if (after is not null)
        {
            var (lastDay, lastNumber) = Cursor(after);
            conditions.Add($"({day}, {number}) {isAfter} (@last_day, @last_number)", ("last_day", lastDay), ("last_number", lastNumber));
        }

        // Someone on both sides of an entry brings it twice, side by side
        var several = conditions.From == "entry" ? 1 : 2;
        var found = home.Rows(
            $"""
            SELECT entry.number, entry.report, entry.day, coalesce(
                (SELECT found.json FROM found JOIN reading ON reading.number = found.reading
                 WHERE found.entry = entry.number AND reading.stands = 1 ORDER BY reading.number DESC LIMIT 1), entry.json)
            FROM {conditions.From}
            WHERE {conditions.Where} ORDER BY {day} {direction}, {number} {direction} LIMIT @limit
            """,
            row => (Number: row.GetInt64(0), Report: row.GetInt64(1), Day: row.GetString(2), Json: row.GetString(3)),
            [.. conditions.Parameters, ("limit", (limit + 1) * several)]);
        var distinct = found.DistinctBy(row => row.Number).ToList();
        var isMore = distinct.Count > limit || found.Count == (limit + 1) * several;
        var rows = distinct.Take(limit).ToList();
        return (Loaded(rows), isMore && rows.Count > 0 ? Cursor(rows[^1].Day, rows[^1].Number) : null);
    }

    /// <summary>The standing entries that were added behind one, in the order they were added, without what people said about them.</summary>
    public List<(long Number, Report Report, Entry Entry, string Day)> Since(long number, int limit) => Loaded(home.Rows(
        """
        SELECT entry.number, entry.report, entry.day, coalesce(
            (SELECT found.json FROM found JOIN reading ON reading.number = found.reading
             WHERE found.entry = entry.number AND reading.stands = 1 ORDER BY reading.number DESC LIMIT 1), entry.json)
        FROM entry WHERE entry.stands = 1 AND entry.number > @number ORDER BY entry.number LIMIT @limit
        """,
        row => (Number: row.GetInt64(0), Report: row.GetInt64(1), Day: row.GetString(2), Json: row.GetString(3)),
        ("number", number), ("limit", limit)));

    /// <summary>How many entries a filter asks for.</summary>
    public long Count(EntryFilter filter)
    {
        var conditions = new Conditions(home, filter);
        var what = conditions.From == "entry" ? "count(*)" : "count(DISTINCT entry.number)";
        return home.Number($"SELECT {what} FROM {conditions.From} WHERE {conditions.Where}", [.. conditions.Parameters])!.Value;
    }

    public ImmutableArray<Tally> Counts(EntryFilter filter, TallyBy by) => by switch
    {
        TallyBy.Dyad or TallyBy.DyadMonth => Dyads(filter, by),
        TallyBy.Week => Weeks(filter),
        _ => [.. Counts(filter, Key(by)).Select(tally => new Tally(tally.Key, tally.Count, tally.Origins))],
    };

    private List<(long Number, Report Report, Entry Entry, string Day)> Loaded(IReadOnlyList<(long Number, long Report, string Day, string Json)> rows)
    {
        var reports = rows.Select(row => row.Report).Distinct().ToDictionary(report => report, Load);
        return [.. rows.Select(row => (row.Number, reports[row.Report].Report, reports[row.Report].Lines.Read(Encoding.UTF8.GetBytes(row.Json)), row.Day))];
    }

    private List<Tally> Counts(EntryFilter filter, string key)
    {
        var conditions = new Conditions(home, filter);
        return home.Rows(
            $"""
            SELECT coalesce({key}, ''), count(DISTINCT entry.number), count(DISTINCT coalesce(report.origin, report.number))
            FROM {conditions.From} JOIN report ON report.number = entry.report
            WHERE {conditions.Where} GROUP BY 1 ORDER BY 1
            """,
            row => new Tally(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), [.. conditions.Parameters]);
    }

    private static string Key(TallyBy by) => by switch
    {
        TallyBy.Day => "entry.day",
        TallyBy.Month => "substr(entry.day, 1, 7)",
        TallyBy.Type => "entry.type",
        TallyBy.Factuality => "entry.factuality",
        TallyBy.Outlet => "entry.outlet",
        TallyBy.Country => "entry.country",
        _ => throw new InvalidOperationException($"No key is defined to count by {by}. Define one here."),
    };

    // Days go into weeks here, for the homes name weeks differently; origins cannot be added up, so they are counted anew
    private ImmutableArray<Tally> Weeks(EntryFilter filter)
    {
        var conditions = new Conditions(home, filter);
        var rows = home.Rows(
            $"""
            SELECT entry.day, coalesce(report.origin, report.number), count(DISTINCT entry.number)
            FROM {conditions.From} JOIN report ON report.number = entry.report
            WHERE {conditions.Where} GROUP BY 1, 2
            """,
            row => (Week: Week(row.GetString(0)), Origin: row.GetInt64(1), Count: row.GetInt64(2)), [.. conditions.Parameters]);
        return
        [
            .. rows.GroupBy(row => row.Week).OrderBy(week => week.Key, StringComparer.Ordinal)
                .Select(week => new Tally(week.Key, week.Sum(row => row.Count), week.Select(row => row.Origin).Distinct().Count())),
        ];
    }

    private ImmutableArray<Tally> Dyads(EntryFilter filter, TallyBy by)
    {
        if (filter.Kinds is ["event"]) filter = filter with { Kinds = [] }; // only events have dyads
        var conditions = new Conditions(home, filter);
        var key = by == TallyBy.DyadMonth ? "month, dyad.actor, recipient, dyad.quad" : "dyad.actor, recipient";
        var isPlain = conditions.From == "entry" && filter == new EntryFilter
        {
            Factualities = filter.Factualities,
            Quads = filter.Quads,
            Voiced = filter.Voiced,
        };
        var (from, where) = isPlain // the table of dyads has all that is asked for
            ? ("dyad", conditions.Where.Replace("entry.stands = 1", "1 = 1", StringComparison.Ordinal).Replace("entry.", "dyad.", StringComparison.Ordinal))
            : ($"dyad JOIN entry ON entry.number = dyad.entry{(conditions.From == "entry" ? "" : " JOIN party ON party.entry = entry.number")}", conditions.Where);
        return
        [
            .. home.Rows(
                $"SELECT {key}, count({(isPlain ? "*" : "DISTINCT entry.number")}) FROM {from} WHERE {where} GROUP BY {key} ORDER BY {key}",
                row => new Tally(
                    string.Join(' ', Enumerable.Range(0, row.FieldCount - 1).Select(i => row.GetValue(i) is string { Length: 0 } ? "-" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))),
                    row.GetInt64(row.FieldCount - 1), 0),
                [.. conditions.Parameters]),
        ];
    }

    private (Report Report, EntryJsonReader Lines) Load(long report)
    {
        var loaded = home.Rows(
            """
            SELECT reading.head, report.text, report.length
            FROM reading JOIN report ON report.number = reading.report
            WHERE reading.report = @report ORDER BY reading.stands DESC, reading.number DESC LIMIT 1
            """,
            LedgerReports.Report, ("report", report))[0];
        return (loaded, new(loaded));
    }

    private static string Week(string day) =>
        DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}")
            : "";

    private static string Cursor(string day, long number) => Convert.ToHexStringLower(
        Encoding.ASCII.GetBytes(string.Format(CultureInfo.InvariantCulture, CursorForm, day, number)));

    private static (string Day, long Number) Cursor(string text)
    {
        try
        {
            if (Encoding.ASCII.GetString(Convert.FromHexString(text)).Split('|') is [var day, var number])
            {
                return (day, long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // told below
        }

        throw new LedgerException($"cursor: found '{text}', expected one that a page before gave. Begin again without it.") { IsOfQuestion = true };
    }
}
