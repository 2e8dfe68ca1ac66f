using System.Collections.Immutable;
using System.Globalization;

namespace Heliograph.Store;

/// <summary>What dossiers tell of someone's standing entries: acts by month, partners, names and places.</summary>
/// <remarks>Names and places are drawn out of the entries' lines, as the machine read them last.</remarks>
internal sealed class LedgerDossier(Connection home)
{
    private const int MostSearched = 2000; // entries; a common word is in every other one

    /// <summary>The events a filter asks for, by month, class and standing, in this order.</summary>
    public ImmutableArray<ActTally> Acts(EntryFilter filter)
    {
        var conditions = new Conditions(home, filter with { Kinds = [] });
        return
        [
            .. home.Rows(
                $"""
                SELECT substr(entry.day, 1, 7), entry.quad, entry.factuality, entry.voiced, count(DISTINCT entry.number)
                FROM {conditions.From} WHERE {conditions.Where} AND entry.quad IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
                """,
                row => new ActTally(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetInt32(3) == 1, row.GetInt64(4)),
                [.. conditions.Parameters]),
        ];
    }

    /// <summary>All that one pass over someone's entries can count.</summary>
    /// <param name="filter">Names someone by <see cref="EntryFilter.Actors"/> alone; a time, if one likes.</param>
    public ActorTies Ties(EntryFilter filter)
    {
        var (who, parameters) = Conditions.Of("party", filter);
        var (given, received) = (Side("actor", "recipient"), Side("recipient", "actor"));
        var said = home.Number($"SELECT count(DISTINCT party.entry) FROM party WHERE {who} AND party.role = 'source'", parameters)!.Value;
        return new(given.Acts, received.Acts, given.Partners, received.Partners, said);

        TiesCounter Side(string own, string others)
        {
            var counter = new TiesCounter();
            home.Each(
                $"""
                SELECT party.entry, substr(party.day, 1, 7), party.act, {TiesCounter.Other}
                FROM party LEFT JOIN party other ON other.entry = party.entry AND other.role = '{others}'
                WHERE {who} AND party.role = '{own}' ORDER BY party.day, party.entry
                """,
                row => counter.Add(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3)),
                parameters);
            return counter;
        }
    }

    /// <summary>The words of an actor's latest mentions and why they were taken for it, the most frequent first.</summary>
    /// <param name="actor">Its id.</param>
    /// <param name="from">The first day that will do; null for any.</param>
    /// <param name="until">The first day that will not do any more; null for any.</param>
    /// <param name="most">How many mentions are looked at.</param>
    public ImmutableArray<NameTally> Names(string actor, DateOnly? from, DateOnly? until, int most) =>
    [
        .. Mentions(actor, from, until, most).Select(EntryLines.Mention)
            .GroupBy(mention => (mention.Words, mention.Form, mention.Why))
            .Select(same => new NameTally(same.Key.Words, same.Key.Form, same.Key.Why, same.Count(), same.First().Id))
            .OrderByDescending(name => name.Count).ThenBy(name => name.Words, StringComparer.Ordinal).ThenBy(name => name.Why, StringComparer.Ordinal),
    ];

    /// <summary>The places of the latest events a filter asks for, those with most events first; and how many events were looked at.</summary>
    public (ImmutableArray<PlaceTally> Places, int Events) Places(EntryFilter filter, int most)
    {
        var conditions = new Conditions(home, filter with { Kinds = [] });
        var (day, number) = conditions.Order;
        var lines = home.Rows(
            $"""
            SELECT entry.number, {EntryLines.Latest} FROM {conditions.From}
            WHERE {conditions.Where} AND entry.quad IS NOT NULL ORDER BY {day} DESC, {number} DESC LIMIT @limit
            """,
            row => (Number: row.GetInt64(0), Json: row.GetString(1)), [.. conditions.Parameters, ("limit", most)]).DistinctBy(row => row.Number).ToList();
        return (
        [
            .. lines.SelectMany(line => EntryLines.Places(line.Json).DistinctBy(place => (place.Name, place.Country)))
                .GroupBy(place => (place.Name, place.Country))
                .Select(same => same.First() with { Count = same.Count() })
                .OrderByDescending(place => place.Count).ThenBy(place => place.Name, StringComparer.Ordinal),
        ], lines.Count);
    }

    /// <summary>Statements of others whose content names an actor, newest first, among the reports of its latest mentions.</summary>
    /// <param name="actor">Its id.</param>
    /// <param name="from">The first day that will do; null for any.</param>
    /// <param name="until">The first day that will not do any more; null for any.</param>
    /// <param name="most">How many mentions are looked at.</param>
    /// <returns>The ids of the statements.</returns>
    public ImmutableArray<string> About(string actor, DateOnly? from, DateOnly? until, int most)
    {
        var mentions = home.Rows(
            """
            SELECT entry.report, entry.position FROM party CROSS JOIN entry
            WHERE entry.number = party.entry AND party.actor = @actor AND party.role = 'mention' AND entry.stands = 1
                AND party.day >= @from AND party.day < @until
            ORDER BY party.day DESC, party.entry DESC LIMIT @limit
            """,
            row => (Report: row.GetInt64(0), Position: row.GetInt32(1)),
            ("actor", actor), ("from", Columns.Text(from) ?? ""), ("until", Columns.Text(until) ?? "~"), ("limit", most)).ToLookup(one => one.Report, one => one.Position);
        return
        [
            .. mentions.SelectMany(report => home.Rows(
                "SELECT entry.json FROM entry WHERE entry.report = @report AND entry.kind = 'statement' AND entry.stands = 1",
                row => EntryLines.Statement(row.GetString(0)), ("report", report.Key))
                .Where(one => one.Source != actor && one.Content.Any(span => report.Any(position => position >= span.Start && position < span.End)))
                .OrderBy(one => one.Content[0].Start).ThenBy(one => one.Id, StringComparer.Ordinal)
                .Select(one => one.Id)),
        ];
    }

    /// <summary>What the ledger calls an actor: a name that an entry gives it, else the longest words of its mentions; null where it has none.</summary>
    public string? NameOf(string actor)
    {
        var named = home.Rows("SELECT name FROM party WHERE actor = @actor AND name IS NOT NULL LIMIT 1", row => row.GetString(0), ("actor", actor));
        return named is [var name]
            ? name
            : Mentions(actor, null, null, 50).Select(EntryLines.Mention)
                .OrderBy(mention => mention.Form switch { "name" => 0, "nominal" => 1, _ => 2 }).ThenByDescending(mention => mention.Words.Length)
                .FirstOrDefault().Words;
    }

    /// <summary>Actors of one report alone whose name holds some words, those with most entries first.</summary>
    /// <remarks>Looks at the entries that hold these words, at most <see cref="MostSearched"/> of them.</remarks>
    public ImmutableArray<(string Key, string Name, long Count)> Local(string words, int most)
    {
        var conditions = new Conditions(home, new() { Text = words });
        return
        [
            .. home.Rows(
                $"""
                SELECT party.actor, max(party.name), count(DISTINCT party.entry)
                FROM party JOIN (SELECT entry.number FROM entry WHERE {conditions.Where} LIMIT {MostSearched.ToString(CultureInfo.InvariantCulture)}) found ON found.number = party.entry
                WHERE party.actor LIKE 'local:%' AND lower(party.name) LIKE @name ESCAPE '!' GROUP BY party.actor ORDER BY 3 DESC, 1 LIMIT @limit
                """,
                row => (row.GetString(0), row.GetString(1), row.GetInt64(2)),
                [.. conditions.Parameters, ("name", $"%{Plain(words)}%"), ("limit", most)]),
        ];
    }

    private List<string> Mentions(string actor, DateOnly? from, DateOnly? until, int most) => home.Rows(
        $"""
        SELECT {EntryLines.Latest} FROM party CROSS JOIN entry
        WHERE entry.number = party.entry AND party.actor = @actor AND party.role = 'mention' AND entry.stands = 1
            AND party.day >= @from AND party.day < @until
        ORDER BY party.day DESC, party.entry DESC LIMIT @limit
        """, // CROSS: the index of parties leads, in SQLite too
        row => row.GetString(0), ("actor", actor), ("from", Columns.Text(from) ?? ""), ("until", Columns.Text(until) ?? "~"), ("limit", most));

    // Without what LIKE takes for something else
    private static string Plain(string words) => words.ToLowerInvariant()
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
