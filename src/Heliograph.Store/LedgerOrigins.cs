using System.Collections.Immutable;

namespace Heliograph.Store;

/// <summary>Counts the independent origins that tell the same as an entry.</summary>
internal sealed class LedgerOrigins(Connection home)
{
    /// <summary>How many origins tell the same as each of some entries; null where that cannot be told.</summary>
    public ImmutableArray<long?> Of(IReadOnlyList<FoundEntry> entries)
    {
        var told = entries.Select(found => Columns.TellsOf(found.Report, found.Entry)).ToList();
        var asked = told.OfType<long>().Distinct().ToList();
        if (asked.Count == 0) return [.. told];

        // The entries by one index alone, each report once; then the few reports that copy another
        var counts = home.Rows(
            $"""
            SELECT same.tells, count(DISTINCT coalesce(copied.origin, same.report)) FROM
                (SELECT DISTINCT entry.tells, entry.report FROM entry{home.By("entry_of_tells")} WHERE {home.IsAmong("entry.tells", "tells")} AND entry.stands = 1 AND entry.tells IS NOT NULL) AS same
                LEFT JOIN report AS copied ON copied.number = same.report AND copied.origin IS NOT NULL
            GROUP BY same.tells
            """,
            row => (Tells: row.GetInt64(0), Count: row.GetInt64(1)), ("tells", home.Among(asked))).ToDictionary(row => row.Tells, row => row.Count);
        return [.. told.Select(tells => tells is { } known ? Math.Max(1, counts.GetValueOrDefault(known)) : (long?)null)];
    }
}
