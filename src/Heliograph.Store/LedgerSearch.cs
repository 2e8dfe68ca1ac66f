using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>Finds and counts standing entries.</summary>
internal sealed class LedgerSearch(Connection home)
{
    private readonly LedgerPages _pages = new(home);

    /// <summary>When a page leaves one way for another.</summary>
    public PageBounds Bounds
    {
        set => _pages.Bounds = value;
    }

    /// <summary>A page of entries, without what people said about them.</summary>
    public (List<(long Number, Report Report, Entry Entry, string Day)> Rows, string? Next) Page(
        EntryFilter filter, EntrySort sort, string? after, int limit)
    {
        var (rows, next) = _pages.Page(filter, sort, after, limit);
        return (Loaded([.. rows.Select(row => (row.Number, row.Report, row.Day, row.Json))]), next);
    }

    /// <summary>The standing entries that were added behind one, in the order they were added, without what people said about them.</summary>
    public List<(long Number, Report Report, Entry Entry, string Day)> Since(long number, int limit) => Loaded(home.Rows(
        $"""
        SELECT entry.number, entry.report, entry.day, {EntryLines.Latest}
        FROM entry WHERE entry.stands = 1 AND entry.number > @number ORDER BY entry.number LIMIT @limit
        """,
        row => (Number: row.GetInt64(0), Report: row.GetInt64(1), Day: row.GetString(2), Json: row.GetString(3)),
        ("number", number), ("limit", limit)));

    /// <summary>How many entries a filter asks for.</summary>
    public long Count(EntryFilter filter)
    {
        var conditions = new Ways(home, filter);
        var sql = $"SELECT count(*) FROM entry WHERE {conditions.Where}";
        return home.Number(sql, conditions.Parameters(sql))!.Value;
    }

    /// <summary>How many entries a filter asks for, by key.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="by">The key.</param>
    /// <param name="origins">Whether to count origins too; those of pairs are not counted.</param>
    public ImmutableArray<Tally> Counts(EntryFilter filter, TallyBy by, bool origins) => by switch
    {
        TallyBy.Dyad or TallyBy.DyadMonth => Dyads(filter, by),
        TallyBy.Week when origins => Weeks(filter),
        TallyBy.Week => Folded(Counts(filter, "entry.day"), Week),
        TallyBy.Month when !origins => Folded(Counts(filter, "entry.day"), day => day.Length < 7 ? day : day[..7]), // days stand in the order of an index
        _ => origins ? CountsAndOrigins(filter, Key(by)) : Folded(Counts(filter, Key(by)), key => key),
    };

    private List<(long Number, Report Report, Entry Entry, string Day)> Loaded(IReadOnlyList<(long Number, long Report, string Day, string Json)> rows)
    {
        var reports = Load([.. rows.Select(row => row.Report).Distinct()]);
        return [.. rows.Select(row => reports.TryGetValue(row.Report, out var report)
            ? (row.Number, report.Report, report.Lines.Read(Encoding.UTF8.GetBytes(row.Json)), row.Day)
            : throw new InvalidDataException($"Entry {row.Number} belongs to report {row.Report}, which is not there."))];
    }

    // Those with a key come in the order of its index, where there is one; those without are what is left of all
    private List<Tally> Counts(EntryFilter filter, string key)
    {
        var isOfEvents = key is "entry.mode" or "entry.factuality" or "entry.country"; // nothing else has one
        var conditions = new Ways(home, isOfEvents && filter.Kinds.Contains("event") ? filter with { Kinds = [] } : filter);
        var index = conditions.IsNarrow ? "" : key switch
        {
            "entry.type" => home.By("entry_of_type"),
            "entry.mode" => home.By("entry_of_mode"),
            "entry.factuality" => home.By("entry_of_factuality"),
            "entry.country" => home.By("entry_of_country"),
            "entry.outlet" => home.By("entry_of_outlet"),
            "entry.day" => home.By("entry_of_all"),
            _ => "",
        };
        var sql = $"SELECT {key}, count(*) FROM entry{index} WHERE {conditions.Where} AND {key} IS NOT NULL GROUP BY {key}";
        var tallies = home.Rows(sql, row => new Tally(row.GetString(0), row.GetInt64(1), 0), conditions.Parameters(sql));
        var without = Count(filter) - tallies.Sum(tally => tally.Count);
        return without > 0 ? [.. tallies, new("", without, 0)] : tallies;
    }

    private ImmutableArray<Tally> CountsAndOrigins(EntryFilter filter, string key)
    {
        var conditions = new Ways(home, filter);
        var (origin, from) = Origins();
        var sql =
            $"""
            SELECT coalesce(sorted, ''), CAST(sum(entries) AS bigint), count(*) FROM (
                SELECT {key} AS sorted, {origin} AS origin, count(*) AS entries FROM {from} WHERE {conditions.Where} GROUP BY {key}, {origin}) AS told
            GROUP BY coalesce(sorted, '')
            """;
        return
        [
            .. home.Rows(sql, row => new Tally(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), conditions.Parameters(sql))
                .OrderBy(tally => tally.Key, StringComparer.Ordinal),
        ];
    }

    // The origin of an entry, and where it comes from. Where no copy is known, every report is one.
    private (string Origin, string From) Origins() => home.Number("SELECT 1 FROM report WHERE origin IS NOT NULL LIMIT 1") is null
        ? ("entry.report", "entry")
        : ("coalesce(copied.origin, entry.report)",
            "entry LEFT JOIN (SELECT number, origin FROM report WHERE origin IS NOT NULL) AS copied ON copied.number = entry.report");

    private static ImmutableArray<Tally> Folded(List<Tally> tallies, Func<string, string> key) =>
    [
        .. tallies.GroupBy(tally => key(tally.Key)).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Tally(group.Key, group.Sum(tally => tally.Count), 0)),
    ];

    private static string Key(TallyBy by) => by switch
    {
        TallyBy.Day => "entry.day",
        TallyBy.Month => "substr(entry.day, 1, 7)",
        TallyBy.Type => "entry.type",
        TallyBy.Mode => "entry.mode",
        TallyBy.Factuality => "entry.factuality",
        TallyBy.Outlet => "entry.outlet",
        TallyBy.Country => "entry.country",
        _ => throw new InvalidOperationException($"No key is defined to count by {by}. Define one here."),
    };

    // Days go into weeks here, for the homes name weeks differently; origins cannot be added up, so they are counted anew
    private ImmutableArray<Tally> Weeks(EntryFilter filter)
    {
        var conditions = new Ways(home, filter);
        var (origin, from) = Origins();
        var sql = $"SELECT entry.day, {origin}, count(*) FROM {from} WHERE {conditions.Where} GROUP BY entry.day, {origin}";
        var rows = home.Rows(
            sql, row => (Week: Week(row.GetString(0)), Origin: row.GetInt64(1), Count: row.GetInt64(2)), conditions.Parameters(sql));
        return
        [
            .. rows.GroupBy(row => row.Week).OrderBy(week => week.Key, StringComparer.Ordinal)
                .Select(week => new Tally(week.Key, week.Sum(row => row.Count), week.Select(row => row.Origin).Distinct().Count())),
        ];
    }

    private ImmutableArray<Tally> Dyads(EntryFilter filter, TallyBy by)
    {
        if (filter.Kinds is ["event"]) filter = filter with { Kinds = [] }; // only events have dyads
        var conditions = new Ways(home, filter);
        var key = by == TallyBy.DyadMonth ? "month, dyad.actor, recipient, dyad.quad" : "dyad.actor, recipient";
        var isPlain = filter == new EntryFilter
        {
            Factualities = filter.Factualities,
            Quads = filter.Quads,
            Voiced = filter.Voiced,
        };
        var (from, where) = isPlain // the table of dyads has all that is asked for
            ? ("dyad", conditions.Where.Replace("entry.stands = 1", "1 = 1", StringComparison.Ordinal).Replace("entry.", "dyad.", StringComparison.Ordinal))
            : ("dyad JOIN entry ON entry.number = dyad.entry", conditions.Where);
        var sql = $"SELECT {key}, count({(isPlain ? "*" : "DISTINCT entry.number")}) FROM {from} WHERE {where} GROUP BY {key} ORDER BY {key}";
        return
        [
            .. home.Rows(
                sql,
                row => new Tally(
                    string.Join(' ', Enumerable.Range(0, row.FieldCount - 1).Select(i => row.GetValue(i) is string { Length: 0 } ? "-" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))),
                    row.GetInt64(row.FieldCount - 1), 0),
                conditions.Parameters(sql)),
        ];
    }

    // Each as it was last read
    private Dictionary<long, (Report Report, EntryJsonReader Lines)> Load(ImmutableArray<long> reports) => reports.IsEmpty ? [] : home.Rows(
        $"""
        SELECT reading.head, report.text, report.length, report.number
        FROM report JOIN reading ON reading.number = (
            SELECT last.number FROM reading AS last WHERE last.report = report.number ORDER BY last.stands DESC, last.number DESC LIMIT 1)
        WHERE {home.IsAmong("report.number", "reports")}
        """,
        row => (Number: row.GetInt64(3), Report: LedgerReports.Report(row)), ("reports", home.Among(reports)))
        .ToDictionary(row => row.Number, row => (row.Report, new EntryJsonReader(row.Report)));

    private static string Week(string day) =>
        DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}")
            : "";
}
