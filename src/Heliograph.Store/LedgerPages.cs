using System.Globalization;
using System.Text;

namespace Heliograph.Store;

/// <summary>Finds a page of standing entries, by whichever way looks at the fewest.</summary>
internal sealed class LedgerPages(Connection home)
{
    private static readonly CompositeFormat CursorForm = CompositeFormat.Parse("{0}|{1}");

    private readonly KnownSets _known = new(home);

    /// <summary>When one way is left for another.</summary>
    public PageBounds Bounds { get; set; } = new();

    /// <summary>The entries of a page, and what the next one begins behind; null where there is none.</summary>
    public (List<EntryRow> Rows, string? Next) Page(EntryFilter filter, EntrySort sort, string? after, int limit)
    {
        var ways = new Ways(home, filter);
        if (ways.IsOfNothing) return ([], null);
        var question = new Question(ways, sort, after is null ? null : Cursor(after, PageOrder.Of(sort)), limit + 1);
        var found = Found(question);
        var distinct = found.DistinctBy(row => row.Number).ToList();
        var rows = distinct.Take(limit).ToList();
        return (rows, distinct.Count > limit || found.Count >= 2 * question.Limit ? Cursor(rows[^1].Sorted, rows[^1].Number) : null);
    }

    // What is asked for mostly lies near the beginning of the order. Where it does not, conditions hardly ever meet or meet far away: then they are
    // asked one by one which entries they allow
    private List<EntryRow> Found(Question question)
    {
        var order = PageOrder.Of(question.Sort);
        if (question.Ways.Leads is [var only] && only.Order == order) return Along(question, only, null);
        _known.Renew();
        if (OfSets(question, isAsked: false) is { } known) return known;
        if (Smallest(question.Ways) is { } few) return Along(question, few, null);
        var (lead, until) = Sparsest(question);
        if (lead.Branches.IsEmpty) return [];
        var near = Along(question, lead, until, isNear: true);
        if (near.DistinctBy(row => row.Number).Count() >= question.Limit || (until is null && question.Ways.HoldsWords is null)) return near;
        return OfSets(question, isAsked: true) ?? Along(question, lead, null);
    }

    private Lead? Smallest(Ways ways)
    {
        var few = ways.Leads.Select(lead => (Lead: lead, Size: ways.Size(lead.Branches, Bounds.AtOnce), Most: ways.ByWords is { } words && lead != words ? Bounds.NearWords : Bounds.AtOnce));
        return few.Where(one => one.Size < one.Most).OrderBy(one => one.Size).FirstOrDefault().Lead;
    }

    // Of the ways in the order of the page, the one whose first entries reach farthest, and how far; null: to its end
    private (Lead Lead, (object Sorted, long Number)? Until) Sparsest(Question question)
    {
        var order = PageOrder.Of(question.Sort);
        List<Lead> leads = [.. question.Ways.Leads.Where(lead => lead.Order == order).DefaultIfEmpty(question.Ways.Everything(order))];
        (Lead Lead, (object Sorted, long Number)? Until)? farthest = null;
        foreach (var lead in leads.Where(lead => !lead.Branches.IsEmpty))
        {
            // Where several stretches are joined, the first that ends is the end of what is near
            (object Sorted, long Number)? until = null;
            foreach (var branch in lead.Branches)
            {
                if (Reached(question, branch) is { } reached && (until is not { } nearest || PageOrder.Compare(question.Sort, reached, nearest) < 0)) until = reached;
            }

            if (until is not { } end) return (lead, null);
            if (farthest is not { } other || PageOrder.Compare(question.Sort, end, other.Until!.Value) > 0) farthest = (lead, until);
        }

        return farthest ?? (leads[0], null);
    }

    private (object Sorted, long Number)? Reached(Question question, Branch branch)
    {
        var (key, number) = PageOrder.Key(question.Sort, branch);
        var direction = PageOrder.Direction(question.Sort);
        var sql =
            $"""
            SELECT {key}, {number} FROM {branch.From} WHERE {branch.Where}{question.IsAfter(key, number)}
            ORDER BY {key} {direction}, {number} {direction} LIMIT 1 OFFSET {Text(Bounds.Near)}
            """;
        return home.Rows(sql, row => (row.GetValue(0), row.GetInt64(1)), question.Parameters(sql)) is [var one] ? one : null;
    }

    // isNear: only up to there, and words only in the first entries that fulfil the rest
    private List<EntryRow> Along(Question question, Lead lead, (object Sorted, long Number)? until, bool isNear = false)
    {
        var (ways, order, direction) = (question.Ways, PageOrder.Of(question.Sort), PageOrder.Direction(question.Sort));
        var isOfWords = isNear && ways.HoldsWords is not null;
        var rest = ways.Rest(lead.Conditions, withWords: !isOfWords);
        var limit = isOfWords ? Text(Bounds.NearWords) : "@limit";
        var branches = lead.Branches.Select((branch, i) =>
        {
            var isWalked = lead.Order == order;
            var (key, number) = PageOrder.Key(question.Sort, isWalked ? branch : new("entry", ""));
            var (from, where) = isWalked ? branch.Walked(rest) : branch.Gathered(rest);
            var select =
                $"""
                SELECT {key} AS sorted, {number} AS number FROM {from} WHERE {where}
                {(order == LeadOrder.Confidence ? "AND entry.confidence IS NOT NULL" : "")}
                {question.IsAfter(key, number)}{(until is null ? "" : PageOrder.IsUpTo(question.Sort, key, number, "until"))}
                """;
            return isWalked
                ? $"SELECT * FROM ({select} ORDER BY {key} {direction}, {number} {direction} LIMIT {limit}) AS walked{Text(i)}"
                : $"SELECT * FROM (WITH gathered AS MATERIALIZED ({select}) SELECT * FROM gathered) AS gathered{Text(i)}";
        });
        var page = $"SELECT sorted, number FROM ({string.Join(" UNION ALL ", branches)}) AS several ORDER BY sorted {direction}, number {direction} LIMIT {limit}";
        if (isOfWords) page = $"SELECT sorted, number FROM ({page}) AS entry WHERE {ways.HoldsWords} ORDER BY sorted {direction}, number {direction} LIMIT @limit";
        return Rows(question, page, ("limit", question.Most(lead)), ("until_sorted", until?.Sorted), ("until_number", until?.Number));
    }

    // Null where sets are not known, or do not tell where the page begins
    private List<EntryRow>? OfSets(Question question, bool isAsked)
    {
        var few = _known.IsWhole(question.Sort) ? Bounds.FewestFound : Bounds.FewFound;
        if (_known.Meeting(question.Ways, Math.Min(few, Bounds.FewToAsk), isAsked) is not var (all, conditions)) return null;
        var rest = question.Ways.Rest(conditions);
        if (all.Count <= few) return Among(question, [.. all.All()], rest);
        if (_known.InOrder(question.Sort, question.After) is not { } numbers) return null;
        var (found, batch, size) = (new List<EntryRow>(), new List<long>(), Bounds.FirstBatch);
        foreach (var number in numbers.Where(all.Contains))
        {
            batch.Add(number);
            if (batch.Count < size) continue;
            found.AddRange(Among(question, batch, rest));
            if (found.Count >= question.Limit) return found;
            batch.Clear();
            size *= 4;
        }

        found.AddRange(Among(question, batch, rest));
        return found;
    }

    private List<EntryRow> Among(Question question, List<long> numbers, string rest)
    {
        if (numbers.Count == 0) return [];
        var (key, direction) = (question.Sort == EntrySort.Surest ? "entry.confidence" : "entry.day", PageOrder.Direction(question.Sort));
        var page =
            $"""
            SELECT {key} AS sorted, entry.number AS number FROM entry WHERE {home.IsAmong("entry.number", "numbers")}{rest}
            AND {key} IS NOT NULL{question.IsAfter(key, "entry.number")} ORDER BY {key} {direction}, entry.number {direction} LIMIT @limit
            """;
        return Rows(question, page, ("limit", question.Limit), ("numbers", home.Among(numbers)));
    }

    // page: of what it is sorted by, and the numbers
    private List<EntryRow> Rows(Question question, string page, params IEnumerable<(string Name, object? Value)> parameters)
    {
        var direction = PageOrder.Direction(question.Sort);
        var sql =
            $"""
            SELECT entry.number, entry.report, entry.day, {EntryLines.Latest}, page.sorted
            FROM ({page}) AS page CROSS JOIN entry WHERE entry.number = page.number ORDER BY page.sorted {direction}, page.number {direction}
            """;
        return home.Rows(
            sql, row => new EntryRow(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetValue(4)), question.Parameters(sql, parameters));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cursor(object sorted, long number) => Convert.ToHexStringLower(
        Encoding.ASCII.GetBytes(string.Format(CultureInfo.InvariantCulture, CursorForm, sorted, number)));

    private static (object Sorted, long Number) Cursor(string text, LeadOrder order)
    {
        try
        {
            if (Encoding.ASCII.GetString(Convert.FromHexString(text)).Split('|') is [var sorted, var number])
            {
                return (
                    order == LeadOrder.Confidence ? double.Parse(sorted, NumberStyles.Float, CultureInfo.InvariantCulture) : sorted,
                    long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // told below
        }

        throw new LedgerException($"cursor: found '{text}', expected one that a page before gave. Begin again without it.") { IsOfQuestion = true };
    }

    // What is asked for, in which order, behind which entry, and how many of them
    private sealed record Question(Ways Ways, EntrySort Sort, (object Sorted, long Number)? After, int Limit)
    {
        // Someone on both sides of an entry brings it twice, side by side
        public int Most(Lead lead) => Limit * (lead.Branches is [{ Number: "entry.number" }] ? 1 : 2);

        public string IsAfter(string key, string number) => After is null ? "" : PageOrder.IsBehind(Sort, key, number, "after");

        public (string Name, object? Value)[] Parameters(string sql, params IEnumerable<(string Name, object? Value)> others) => Ways.Parameters(
            sql, others.Append(("after_sorted", After?.Sorted)).Append(("after_number", After?.Number)).Where(one => Ways.Names(sql, "@" + one.Item1)));
    }
}
