using System.Globalization;

namespace Heliograph.Store;

/// <summary>Which entries fulfil a condition, and in which order entries come: asked once, and kept until something is written.</summary>
internal sealed class KnownSets(Connection home)
{
    private const int MostSets = 32; // each takes a bit an entry

    private const int FirstOfOrder = 5_000; // entries of an order asked for at first; then as many as are known already

    private const int MostCounted = 20_000; // entries of a condition, to ask the smaller ones first

    private readonly Dictionary<string, EntryNumbers> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<EntrySort, Order> _orders = [];
    private long? _version;

    /// <summary>Forgets what is no longer so.</summary>
    public void Renew()
    {
        var version = home.Number("SELECT number FROM change");
        if (version == _version && _sets.Count < MostSets) return;
        _sets.Clear();
        if (version != _version) _orders.Clear();
        _version = version;
    }

    /// <summary>Whether the order of all entries is known to its end.</summary>
    public bool IsWhole(EntrySort sort) => _orders.TryGetValue(sort, out var order) && order.IsWhole;

    /// <summary>The entries that fulfil the conditions of a filter, as far as sets tell: until so few are left that the others are looked up in each.</summary>
    /// <param name="ways">The filter.</param>
    /// <param name="few">How few.</param>
    /// <param name="isAsked">Whether to ask for sets that are not known; without, null where those that are known leave too many.</param>
    /// <returns>The entries, and the conditions that they fulfil; null where no set tells.</returns>
    public (EntryNumbers Numbers, IReadOnlyList<int> Conditions)? Meeting(Ways ways, int few, bool isAsked)
    {
        EntryNumbers? all = null;
        List<int> conditions = [];
        foreach (var set in ways.Sets.OrderBy(set => set.IsLeftOut).ThenBy(set => _sets.ContainsKey(Named(ways, set).Key) ? 0 : 1).ThenBy(set => isAsked ? Size(ways, set) : 0))
        {
            if (all is null && set.IsLeftOut) return null;
            if (!isAsked && !_sets.ContainsKey(Named(ways, set).Key)) return null;
            var numbers = Of(ways, set);
            all = all is null ? numbers : set.IsLeftOut ? all.Without(numbers) : all.And(numbers);
            conditions.AddRange(set.Conditions);
            if (all.Count <= few) break;
        }

        return all is null ? null : (all, conditions);
    }

    /// <summary>The numbers of all entries in the order of a page, behind one that a page ended with; null where that one is not among them.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="after">What it is sorted by, and its number; null for all.</param>
    public IEnumerable<long>? InOrder(EntrySort sort, (object Sorted, long Number)? after)
    {
        if (!_orders.TryGetValue(sort, out var order)) _orders.Add(sort, order = new(home, sort));
        return order.Behind(after) is { } first ? order.From(first) : null;
    }

    private static long Size(Ways ways, EntrySet set) => ways.Size(set.Branches, MostCounted);

    private EntryNumbers Of(Ways ways, EntrySet set)
    {
        var (key, sql, parameters) = Named(ways, set);
        if (_sets.TryGetValue(key, out var known)) return known;
        var numbers = new EntryNumbers();
        home.Each(sql, row => numbers.Add(row.GetInt64(0)), parameters);
        _sets.Add(key, numbers);
        return numbers;
    }

    private static (string Key, string Sql, (string Name, object? Value)[] Parameters) Named(Ways ways, EntrySet set)
    {
        var sql = string.Join(" UNION ALL ", set.Branches.Select(branch => $"SELECT {branch.Number} FROM {branch.From} WHERE {branch.Whole}"));
        var parameters = ways.Parameters(sql);
        return (string.Join('\u001f', parameters.Select(one => Convert.ToString(one.Value, CultureInfo.InvariantCulture)).Prepend(sql)), sql, parameters);
    }

    // As much of an order as was asked for yet
    private sealed class Order(Connection home, EntrySort sort)
    {
        private readonly List<int> _numbers = [];
        private (object Sorted, long Number)? _last;

        public bool IsWhole { get; private set; }

        public int? Behind((object Sorted, long Number)? after)
        {
            if (after is not { } one) return 0;
            for (var from = 0; ;)
            {
                var at = _numbers.IndexOf((int)one.Number, from);
                if (at >= 0) return at + 1;
                from = _numbers.Count;
                if (IsWhole || (_last is { } last && PageOrder.Compare(sort, last, one) > 0)) return null;
                More();
            }
        }

        public IEnumerable<long> From(int first)
        {
            for (var at = first; ; at++)
            {
                while (at >= _numbers.Count && !IsWhole) More();
                if (at >= _numbers.Count) yield break;
                yield return _numbers[at];
            }
        }

        private void More()
        {
            var ways = new Ways(home, new());
            var direction = PageOrder.Direction(sort);
            var branches = ways.Everything(PageOrder.Of(sort)).Branches.Select((branch, i) =>
            {
                var (key, number) = PageOrder.Key(sort, branch);
                return $"SELECT * FROM (SELECT {key} AS sorted, {number} AS number FROM {branch.From} WHERE {branch.Where}{(_last is null ? "" : PageOrder.IsBehind(sort, key, number, "last"))} "
                    + $"ORDER BY {key} {direction}, {number} {direction} LIMIT @limit) AS walked{i.ToString(CultureInfo.InvariantCulture)}";
            });
            var sql = $"SELECT sorted, number FROM ({string.Join(" UNION ALL ", branches)}) AS several ORDER BY sorted {direction}, number {direction} LIMIT @limit";
            var (before, most) = (_numbers.Count, Math.Max(FirstOfOrder, _numbers.Count));
            home.Each(
                sql,
                row =>
                {
                    _numbers.Add((int)row.GetInt64(1));
                    if (_numbers.Count - before == most) _last = (row.GetValue(0), row.GetInt64(1));
                },
                _last is { } last ? [("limit", most), ("last_sorted", last.Sorted), ("last_number", last.Number)] : [("limit", most)]);
            IsWhole = _numbers.Count - before < most;
        }
    }
}
