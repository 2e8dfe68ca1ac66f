namespace Heliograph.Store;

/// <summary>Compares what two runs found in the same inputs.</summary>
internal sealed class LedgerDifferences(Connection home)
{
    /// <summary>Every entry that the runs do not share, by input, in text order. An input that only one of them read is passed over.</summary>
    public IEnumerable<Difference> Between(long before, long after)
    {
        var (old, fresh) = (Readings(before), Readings(after));
        foreach (var (input, now) in fresh)
        {
            if (!old.TryGetValue(input, out var then) || then.Number == now.Number) continue;
            var why = then.Report != now.Report ? "text"
                : LearntName.Without(then.Reader) != LearntName.Without(now.Reader) ? "version"
                : then.Reader != now.Reader ? "learnt"
                : "settings";
            foreach (var difference in Of(input, Entries(then.Number), Entries(now.Number), why)) yield return difference;
        }
    }

    // What stands at the same words in both, under another id, is changed rather than gone and new
    private static IEnumerable<Difference> Of(string input, List<(string Id, string Place)> then, List<(string Id, string Place)> now, string why)
    {
        var kept = then.Select(entry => entry.Id).Intersect(now.Select(entry => entry.Id)).ToHashSet(StringComparer.Ordinal);
        var gone = then.Where(entry => !kept.Contains(entry.Id)).ToLookup(entry => entry.Place, entry => entry.Id);
        var matched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, place) in now.Where(entry => !kept.Contains(entry.Id)))
        {
            var before = gone[place].FirstOrDefault(candidate => !matched.Contains(candidate));
            if (before is not null) matched.Add(before);
            yield return new(input, before is null ? "new" : "changed", before, id, why);
        }

        foreach (var (id, _) in then.Where(entry => !kept.Contains(entry.Id) && !matched.Contains(entry.Id)))
        {
            yield return new(input, "gone", id, null, why);
        }
    }

    private Dictionary<string, (long Number, long Report, string Reader)> Readings(long run) => home.Rows(
        """
        SELECT reading.input, reading.number, reading.report, reading.reader
        FROM outcome JOIN reading ON reading.number = outcome.reading WHERE outcome.run = @run ORDER BY reading.number
        """,
        row => (Input: row.GetString(0), Reading: (row.GetInt64(1), row.GetInt64(2), row.GetString(3))), ("run", run))
        .GroupBy(row => row.Input).ToDictionary(input => input.Key, input => input.Last().Reading, StringComparer.Ordinal);

    private List<(string Id, string Place)> Entries(long reading) => home.Rows(
        """
        SELECT entry.id, entry.kind, entry.position
        FROM found JOIN entry ON entry.number = found.entry WHERE found.reading = @reading ORDER BY found.place
        """,
        row => (Convert.ToHexStringLower((byte[])row.GetValue(0)), $"{row.GetString(1)} {row.GetInt64(2)}"), ("reading", reading));
}
