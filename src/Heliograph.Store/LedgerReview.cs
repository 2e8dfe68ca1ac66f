using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heliograph.Analysis;
using Heliograph.Documents;

namespace Heliograph.Store;

/// <summary>Puts what nobody judged yet into an order, and tells what people did judge.</summary>
/// <remarks>
/// The queue is drawn from windows: the newest events and statements of a filter, found by an index and weighed in memory
/// (<see cref="ReviewWeight"/>). Where all of a window are judged or passed over, the next older window follows.
/// </remarks>
internal sealed class LedgerReview(Connection home)
{
    private const int WindowSize = 1000; // entries weighed at a time
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15); // between two judgements of one sitting

    private static readonly string[] Judgeable = ["event", "statement"]; // mentions are judged with the entries they stand in

    // The spans of an anchor, "12-20,31-40", as an entry's line writes them: no two fields of one kind have the same.
    // Not LIKE, which folds case and takes ten times as long
    private const string IsTied = "replace(e.json, '\"spans\":[[' || replace(replace(c.anchor, ',', '],['), '-', ',') || ']]', '') <> e.json";

    /// <summary>What waits to be judged.</summary>
    /// <param name="filter">Which entries; of its kinds, mentions are passed over.</param>
    /// <param name="after">Where to go on: behind an entry that <see cref="ReviewEntry.After"/> named; null for the beginning.</param>
    /// <param name="limit">How many entries at most; 1 or more.</param>
    public ReviewList Queue(EntryFilter filter, string? after, int limit)
    {
        filter = filter with { Kinds = [.. filter.Kinds.IsEmpty ? Judgeable : Judgeable.Intersect(filter.Kinds)] };
        if (filter.Kinds.IsEmpty) return new([], 0, 0);
        var (begins, behind) = Place(after);
        var judged = Judged();
        var found = ImmutableArray<ReviewEntry>.Empty;
        while (true)
        {
            var window = Window(filter, begins);
            var signs = Signs(window);
            found =
            [
                .. window.Zip(signs).Where(row => !judged.Contains((row.First.Report, row.First.Kind, row.First.Anchor)))
                    .Select(row => (Row: row.First, Signs: row.Second, Key: (Weight: ReviewWeight.Of(row.Second), row.First.Day, row.First.Id)))
                    .OrderByDescending(one => one.Key.Weight).ThenByDescending(one => one.Key.Day, StringComparer.Ordinal).ThenBy(one => one.Key.Id, StringComparer.Ordinal)
                    .Where(one => behind is not { } last || IsBehind(one.Key, last)).Take(limit)
                    .Select(one => new ReviewEntry(one.Row.Id, one.Row.Day, one.Signs, one.Key.Weight, Cursor(begins, one.Key))),
            ];
            if (!found.IsEmpty || window.Count < WindowSize) break;
            (begins, behind) = ((window[^1].Day, window[^1].Number), null);
        }

        if (filter == new EntryFilter { Kinds = filter.Kinds })
        {
            var all = judged.Count(words => filter.Kinds.Contains(words.Kind)); // orphans too, which are few
            return new(found, new LedgerSearch(home).Count(filter) - all, all);
        }

        // The kinds as values by which no index is chosen: what else is asked leads to fewer entries
        var conditions = new Ways(home, filter with { Kinds = [] });
        var where = $"{conditions.Where} AND ({string.Join(" OR ", filter.Kinds.Select(kind => $"{home.Unindexed("entry.kind")} = '{kind}'"))})";
        var sql = $"SELECT count(*) FROM entry WHERE {where}";
        var done = judged.Count == 0 ? 0 : CountJudged(conditions, where, judged);
        return new(found, home.Number(sql, conditions.Parameters(sql))!.Value - done, done);
    }

    /// <summary>One entry as the queue would have it, judged or not; null where no standing entry has this id.</summary>
    public ReviewSigns? SignsOf(string id)
    {
        var rows = home.Rows($"{Select} FROM entry JOIN report ON report.number = entry.report WHERE entry.id = @id AND entry.stands = 1 AND entry.kind <> 'mention' LIMIT 1", Read, ("id", Convert.FromHexString(id)));
        return rows is [var row] ? Signs([row])[0] : null;
    }

    /// <summary>What people said, the last thing first.</summary>
    /// <param name="author">Of one person alone; null for all.</param>
    /// <param name="orphans">Only what holds of nothing any more, and was not taken back.</param>
    /// <param name="before">The number of the last one of the page before; null for the first page.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    public ImmutableArray<JudgedWords> Said(string? author, bool orphans, long? before, int limit)
    {
        var conditions = new List<string> { "1 = 1" };
        var parameters = new List<(string, object?)> { ("limit", limit) };
        if (author is not null) Add("c.author = @author", ("author", author));
        if (before is not null) Add("c.number < @before", ("before", before));
        if (orphans) conditions.Add($"c.undone = 0 AND c.report IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.report = c.report AND e.kind = c.kind AND e.stands = 1 AND {IsTied})");
        var rows = home.Rows(
            $"""
            SELECT c.number, report.id, c.kind, c.anchor, c.verb, c.field, c.value, c.author, c.at, c.reason, c.undone, c.report,
                (SELECT e.id FROM entry e WHERE e.report = c.report AND e.kind = c.kind AND e.stands = 1 AND {IsTied} ORDER BY e.number LIMIT 1)
            FROM correction c LEFT JOIN report ON report.number = c.report
            WHERE {string.Join(" AND ", conditions)} ORDER BY c.number DESC LIMIT @limit
            """,
            row => (Correction: LedgerCorrections.Correction(row), Report: row.IsDBNull(11) ? (long?)null : row.GetInt64(11),
                Entry: row.IsDBNull(12) ? null : Convert.ToHexStringLower((byte[])row.GetValue(12))),
            [.. parameters]);
        var reports = rows.Select(row => row.Report).OfType<long>().Distinct().ToDictionary(number => number, Report);
        return
        [
            .. rows.Select(row => row.Report is { } number
                ? new JudgedWords(row.Correction, reports[number], Words(reports[number], row.Correction.Anchor), row.Entry)
                : new JudgedWords(row.Correction, null, "", null)),
        ];

        void Add(string condition, (string, object?) parameter)
        {
            conditions.Add(condition);
            parameters.Add(parameter);
        }
    }

    /// <summary>Everybody who said something, with how much that still holds, in the order of their names.</summary>
    public ImmutableArray<Tally> Authors() =>
    [
        .. home.Rows(
            "SELECT author, count(*) FROM correction WHERE undone = 0 GROUP BY author", row => new Tally(row.GetString(0), row.GetInt64(1), 0))
            .OrderBy(tally => tally.Key, StringComparer.Ordinal),
    ];

    /// <summary>How many entries people judged: as right, and as wrong or to be changed; and in how many reports.</summary>
    public (long Right, long Wrong, long Reports) Judgements()
    {
        var said = home.Rows(
            "SELECT report, kind, anchor, verb FROM correction WHERE report IS NOT NULL AND undone = 0 AND kind <> 'mention' AND coalesce(field, '') <> 'who' ORDER BY number",
            row => (Words: (row.GetInt64(0), row.GetString(1), row.GetString(2)), Verb: row.GetString(3)))
            .GroupBy(row => row.Words).ToList();
        var right = said.Count(words => words.All(one => one.Verb == "accept"));
        return (right, said.Count - right, said.Select(words => words.Key.Item1).Distinct().Count());
    }

    /// <summary>What one person judged in this sitting.</summary>
    public Sitting SittingOf(string author, DateTimeOffset now)
    {
        var said = home.Rows(
            "SELECT number, at FROM correction WHERE author = @author AND undone = 0 ORDER BY number DESC LIMIT 5000",
            row => (Number: row.GetInt64(0), At: LedgerRuns.Time(row.GetString(1))), ("author", author));
        var (count, until) = (0, now);
        while (count < said.Count && until - said[count].At <= LongestPause) until = said[count++].At;
        return new(count, count > 0 ? until : null, said.Count > 0 ? said[0].Number : null);
    }

    private const string Select =
        "SELECT entry.number, entry.id, entry.report, entry.kind, entry.type, entry.quad, entry.factuality, entry.day, entry.confidence, entry.json, coalesce(report.origin, report.number)";

    private static Candidate Read(System.Data.Common.DbDataReader row) => Candidate.Of(
        row.GetInt64(0), Convert.ToHexStringLower((byte[])row.GetValue(1)), row.GetInt64(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetString(7), row.IsDBNull(8) ? null : row.GetDouble(8),
        row.GetString(9), row.GetInt64(10));

    // Each kind by its own stretch of an index; together the newest of both
    private List<Candidate> Window(EntryFilter filter, (string Day, long Number)? begins)
    {
        var rows = new List<Candidate>();
        foreach (var kind in filter.Kinds)
        {
            var conditions = new Conditions(home, filter with { Kinds = [kind] });
            var (day, number) = conditions.Order;
            if (begins is var (beginsDay, beginsNumber)) conditions.Add($"({day}, {number}) < (@begins_day, @begins_number)", ("begins_day", beginsDay), ("begins_number", beginsNumber));
            rows.AddRange(home.Rows(
                $"""
                {Select} FROM entry JOIN report ON report.number = entry.report WHERE entry.number IN
                    (SELECT {number} FROM {conditions.From} WHERE {conditions.Where} ORDER BY {day} DESC, {number} DESC LIMIT @limit)
                """, // numbers first: where no index has this order, lines are not sorted with them
                Read, [.. conditions.Parameters, ("limit", WindowSize)]));
        }

        return [.. rows.DistinctBy(row => row.Number).OrderByDescending(row => row.Day, StringComparer.Ordinal).ThenByDescending(row => row.Number).Take(WindowSize)];
    }

    // What several entries of a window say of one another
    private static List<ReviewSigns> Signs(List<Candidate> window)
    {
        var words = window.GroupBy(row => (row.Report, row.Kind, row.Anchor)).ToDictionary(same => same.Key, same => same.Select(row => row.Type).Distinct().Count());
        var deeds = window.Where(row => row.Deed is not null).GroupBy(row => row.Deed!.Value).ToDictionary(
            same => same.Key,
            same => (Origins: same.Select(row => row.Origin).Distinct().Count(), IsDisputed: same.Any(row => row.Factuality == "did not happen") && same.Any(row => row.Factuality is "happened" or "ongoing")));
        return
        [
            .. window.Select(row =>
            {
                var (origins, isDisputed) = row.Deed is { } deed ? deeds[deed] : (1, false);
                return new ReviewSigns(row.Confidence, row.Quad, row.Type, isDisputed || words[(row.Report, row.Kind, row.Anchor)] > 1, row.People, origins, row.Registered);
            }),
        ];
    }

    private HashSet<(long Report, string Kind, string Anchor)> Judged() =>
    [
        .. home.Rows(
            "SELECT report, kind, anchor FROM correction WHERE report IS NOT NULL AND undone = 0 AND coalesce(field, '') <> 'who'",
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2))),
    ];

    // Of the reports that people said something about: by the filter first, then by words
    private long CountJudged(Ways conditions, string where, HashSet<(long Report, string Kind, string Anchor)> judged)
    {
        var sql =
            $"""
            SELECT entry.report, entry.kind, entry.json
            FROM (SELECT DISTINCT report FROM correction WHERE report IS NOT NULL AND undone = 0) AS spoken CROSS JOIN entry
            WHERE entry.report = spoken.report AND {where}
            """; // CROSS: the few reports lead, in SQLite too
        var (count, words) = (0L, judged.ToLookup(one => (one.Report, one.Kind), one => Spans(one.Anchor)));
        home.Each(
            sql,
            row =>
            {
                var told = words[(row.GetInt64(0), row.GetString(1))];
                if (told.Any() && row.GetString(2) is var line && told.Any(spans => line.Contains(spans, StringComparison.Ordinal))) count++;
            },
            conditions.Parameters(sql));
        return count;
    }

    // As IsTied has them
    private static string Spans(string anchor) => $"\"spans\":[[{anchor.Replace(",", "],[", StringComparison.Ordinal).Replace('-', ',')}]]";

    private Report Report(long number) => home.Row(
        """
        SELECT reading.head, report.text, report.length FROM reading JOIN report ON report.number = reading.report
        WHERE reading.report = @report ORDER BY reading.stands DESC, reading.number DESC LIMIT 1
        """,
        LedgerReports.Report, ("report", number));

    private static string Words(Report report, string anchor)
    {
        var codePoints = new CodePoints(report.Text);
        return string.Join(" … ", anchor.Split(',').Select(span => span.Split('-')).Select(ends => new TextSpan(
            codePoints.ToCodeUnits(int.Parse(ends[0], CultureInfo.InvariantCulture)), codePoints.ToCodeUnits(int.Parse(ends[1], CultureInfo.InvariantCulture))).In(report.Text).ToString()));
    }

    private static bool IsBehind((double Weight, string Day, string Id) one, (double Weight, string Day, string Id) last)
    {
        if (one.Weight != last.Weight) return one.Weight < last.Weight;
        var day = string.CompareOrdinal(one.Day, last.Day);
        return day != 0 ? day < 0 : string.CompareOrdinal(one.Id, last.Id) > 0;
    }

    // weight_day_id, and where its window begins: _day_number
    private static string Cursor((string Day, long Number)? begins, (double Weight, string Day, string Id) key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Weight:0.0000}_{key.Day}_{key.Id[..12]}") + (begins is var (day, number) ? string.Create(CultureInfo.InvariantCulture, $"_{day}_{number}") : "");

    private static ((string Day, long Number)? Begins, (double Weight, string Day, string Id)? Last) Place(string? after)
    {
        if (string.IsNullOrEmpty(after)) return (null, null);
        var parts = after.Split('_');
        if (parts.Length is 3 or 5 && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && parts[2].All(char.IsAsciiHexDigitLower))
        {
            var last = (weight, parts[1], parts[2] + new string('g', 20)); // behind every id that begins so
            if (parts.Length == 3) return (null, last);
            if (long.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return ((parts[3], number), last);
        }

        throw new LedgerException($"after: found '{after}', expected a place that the queue gave. Begin again without it.") { IsOfQuestion = true };
    }

    // An entry of a window, with what its line tells
    private sealed record Candidate(
        long Number, string Id, long Report, string Kind, string? Type, int? Quad, string? Factuality, string Day, double? Confidence, long Origin,
        string Anchor, long People, int Registered, (string Type, string Day, string Who, string Whom)? Deed)
    {
        private static readonly string[] Counts = ["killed", "injured", "arrested", "displaced"];

        public static Candidate Of(
            long number, string id, long report, string kind, string? type, int? quad, string? factuality, string day, double? confidence, string json, long origin)
        {
            using var line = JsonDocument.Parse(json);
            var entry = line.RootElement;
            var (who, whom) = kind == "event" ? (Actors(entry, "actor"), Actors(entry, "recipient")) : (Actors(entry, "source"), []);
            long people = 0;
            foreach (var count in Counts)
            {
                if (!entry.TryGetProperty(count, out var counted)) continue;
                people += counted.TryGetProperty("low", out var low) ? low.GetInt64() : counted.TryGetProperty("high", out var high) ? high.GetInt64() : 0;
            }

            var registered = who.Concat(whom).Where(actor => !actor.StartsWith("local:", StringComparison.Ordinal)).Distinct().Count();
            (string, string, string, string)? deed = kind == "event" && registered > 0 ? (type ?? "", day, string.Join(' ', who), string.Join(' ', whom)) : null;
            return new(number, id, report, kind, type, quad, factuality, day, confidence, origin, Anchored(entry.GetProperty(kind == "event" ? "trigger" : "cue")), people, registered, deed);
        }

        private static string Anchored(JsonElement words) => string.Join(',', words.GetProperty("spans").EnumerateArray().Select(
            span => string.Create(CultureInfo.InvariantCulture, $"{span[0].GetInt32()}-{span[1].GetInt32()}")));

        private static List<string> Actors(JsonElement entry, string role)
        {
            if (!entry.TryGetProperty(role, out var parties)) return [];
            var all = parties.ValueKind == JsonValueKind.Array ? parties.EnumerateArray().ToList() : [parties];
            return [.. all.Select(party => party.TryGetProperty("actor", out var actor) ? actor.GetString() : null).OfType<string>().Order(StringComparer.Ordinal)];
        }
    }
}
