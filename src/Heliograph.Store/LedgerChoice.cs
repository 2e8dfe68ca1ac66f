using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;

namespace Heliograph.Store;

/// <summary>Finds whose entries a filter asks for, without loading any.</summary>
internal sealed class LedgerChoice(Connection home)
{
    private const int FewEnough = 20_000; // entries, to list the ids of all of them
    private const int ProbesAtATime = 32; // reports
    private const int MostProbes = 8;
    private const double Golden = 0.6180339887498949;

    /// <summary>The ids of the entries that a filter asks for, by the number of their report, in the order of its first one.</summary>
    public OrderedDictionary<long, HashSet<UInt128>> All(EntryFilter filter) => Ids(new Conditions(home, filter));

    /// <summary>The ids of the entries of a filter that were added last, by the number of their report, the one added last first.</summary>
    public OrderedDictionary<long, HashSet<UInt128>> Latest(EntryFilter filter, int limit)
    {
        var conditions = new Ways(home, filter);
        var sql = $"SELECT entry.report, entry.id FROM entry WHERE {conditions.Where} ORDER BY entry.number DESC LIMIT @limit";
        var found = new OrderedDictionary<long, HashSet<UInt128>>();
        home.Each(sql, row => Put(found, row.GetInt64(0), Id(row)), [.. conditions.Parameters(sql), ("limit", limit)]);
        return found;
    }

    /// <summary>The ids of the entries that a filter asks for, and those of their reports.</summary>
    public (IReadOnlySet<string> Reports, IReadOnlySet<UInt128> Entries) Ids(EntryFilter filter)
    {
        var conditions = new Ways(home, filter);
        var (reports, entries) = (new HashSet<long>(), new HashSet<UInt128>());
        var sql = $"SELECT entry.report, entry.id FROM entry WHERE {conditions.Where}";
        home.Each(
            sql,
            row =>
            {
                reports.Add(row.GetInt64(0));
                entries.Add(Id(row));
            },
            conditions.Parameters(sql));
        return (home.Rows($"SELECT id FROM report WHERE {home.IsAmong("number", "reports")}", row => row.GetString(0), ("reports", home.Among(reports))).ToHashSet(StringComparer.Ordinal), entries);
    }

    /// <summary>What <see cref="All"/> gives of some reports, drawn from all over the ledger; the same ones each time.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="count">How many entries the filter asks for.</param>
    /// <param name="entries">How many entries of so many may be drawn; about half of it is, where there are more.</param>
    /// <param name="reports">How many reports may be drawn; about half of it is, where there are more.</param>
    public OrderedDictionary<long, HashSet<UInt128>> Some(EntryFilter filter, long count, int entries, int reports)
    {
        if (count <= FewEnough)
        {
            var all = All(filter);
            if (count <= entries && all.Count <= reports) return all;
            var listed = all.ToList();
            return Drawn(Spread(0, listed.Count * 2, listed.Count).Select(i => listed[(int)i]));
        }

        var last = home.Number("SELECT max(number) FROM report") ?? 0;
        return Drawn(Enumerable.Range(0, MostProbes).SelectMany(probe => Probe(filter, Spread(probe * ProbesAtATime, ProbesAtATime, last).Select(i => i + 1).ToArray())));

        OrderedDictionary<long, HashSet<UInt128>> Drawn(IEnumerable<KeyValuePair<long, HashSet<UInt128>>> candidates)
        {
            var (drawn, sum) = (new OrderedDictionary<long, HashSet<UInt128>>(), 0);
            foreach (var (report, ids) in candidates)
            {
                if (drawn.TryAdd(report, ids)) sum += ids.Count;
                if (sum >= entries / 2 || drawn.Count >= reports / 2) break;
            }

            return drawn;
        }
    }

    /// <summary>The standing reading of a report that was added last; null where none stands.</summary>
    public long? Reading(long report) => home.Number("SELECT max(number) FROM reading WHERE report = @report AND stands = 1", ("report", report));

    private IEnumerable<KeyValuePair<long, HashSet<UInt128>>> Probe(EntryFilter filter, long[] reports)
    {
        var conditions = new Conditions(home, filter);
        conditions.Add(
            $"entry.number IN (SELECT own.number FROM entry AS own WHERE own.report IN ({string.Join(", ", reports.Select((_, i) => "@" + Name(i)))}))",
            reports.Select((number, i) => (Name(i), (object?)number)));
        var found = Ids(conditions);
        return reports.Where(found.ContainsKey).Select(report => KeyValuePair.Create(report, found[report]));
    }

    // Multiples of the golden ratio lie evenly over a range, however many of them there are
    private static IEnumerable<long> Spread(int from, int count, long range) => Enumerable.Range(from, count).Select(i => (long)(i * Golden % 1 * range));

    private OrderedDictionary<long, HashSet<UInt128>> Ids(Conditions conditions)
    {
        var (day, number) = conditions.Order;
        var found = new OrderedDictionary<long, HashSet<UInt128>>();
        foreach (var (report, id) in home.Rows(
            $"SELECT entry.report, entry.id FROM {conditions.From} WHERE {conditions.Where} ORDER BY {day}, {number}",
            row => (Report: row.GetInt64(0), Id: Id(row)), [.. conditions.Parameters]))
        {
            Put(found, report, id);
        }

        return found;
    }

    private static void Put(OrderedDictionary<long, HashSet<UInt128>> found, long report, UInt128 id)
    {
        if (!found.TryGetValue(report, out var entries)) found.Add(report, entries = []);
        entries.Add(id);
    }

    private static UInt128 Id(DbDataReader row) => BinaryPrimitives.ReadUInt128BigEndian((byte[])row.GetValue(1));

    private static string Name(int i) => "own" + i.ToString(CultureInfo.InvariantCulture);
}
