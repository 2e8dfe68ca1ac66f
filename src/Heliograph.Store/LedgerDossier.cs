using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.InteropServices;

namespace Heliograph.Store;

/// <summary>What dossiers tell of someone's standing entries: acts by month, partners, names and places.</summary>
/// <remarks>Names and places are drawn out of the entries' lines, as the machine read them last.</remarks>
internal sealed class LedgerDossier(Connection home)
{
    private const string Line =
        """
        coalesce((SELECT found.json FROM found JOIN reading ON reading.number = found.reading
                  WHERE found.entry = entry.number AND reading.stands = 1 ORDER BY reading.number DESC LIMIT 1), entry.json)
        """;

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

    /// <summary>The other sides of the events a filter asks for, the ones with most events first.</summary>
    /// <param name="filter">Names someone by <see cref="EntryFilter.By"/> or by <see cref="EntryFilter.To"/>, and not both.</param>
    public ImmutableArray<Partner> Partners(EntryFilter filter)
    {
        var conditions = new Conditions(home, filter with { Kinds = [] });
        var other = filter.By.IsEmpty ? "actor" : "recipient";
        var sides = home.Rows(
            $"""
            SELECT entry.number, entry.quad, other.actor, other.code, other.sector, other.name
            FROM {conditions.From} JOIN party other ON other.entry = entry.number AND other.role = '{other}'
            WHERE {conditions.Where}
            """,
            row => new Side(row.GetInt64(0), row.GetInt32(1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5)), [.. conditions.Parameters]);
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var side in sides)
        {
            if (side.Key is not { } key) continue;
            ref var name = ref CollectionsMarshal.GetValueRefOrAddDefault(names, key, out _);
            name ??= side.Name;
        }

        // An entry counts once for a key, however many of its parties that key asks for
        var counted = new Dictionary<string, (HashSet<long> Cooperation, HashSet<long> Conflict)>(StringComparer.Ordinal);
        foreach (var side in sides)
        {
            foreach (var key in side.Keys)
            {
                ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, key, out var isThere);
                if (!isThere) counts = ([], []);
                (side.Quad <= 2 ? counts.Cooperation : counts.Conflict).Add(side.Entry);
            }
        }

        return
        [
            .. counted.Select(one => new Partner(
                    one.Key, names.GetValueOrDefault(one.Key), one.Value.Cooperation.Count, one.Value.Conflict.Count, names.ContainsKey(one.Key)))
                .OrderByDescending(one => one.Cooperation + one.Conflict).ThenBy(one => one.Key, StringComparer.Ordinal),
        ];
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
            SELECT entry.number, {Line} FROM {conditions.From}
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

    /// <summary>Actors of one report alone whose name holds some words, in any case, those with most entries first.</summary>
    /// <remarks>Goes through all that take part in entries.</remarks>
    public ImmutableArray<(string Key, string Name, long Count)> Local(string words, int most) =>
    [
        .. home.Rows(
            """
            SELECT actor, max(name), count(DISTINCT entry) FROM party
            WHERE actor LIKE 'local:%' AND lower(name) LIKE @words ESCAPE '!' GROUP BY actor ORDER BY 3 DESC, 1 LIMIT @limit
            """,
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2)),
            ("words", $"%{words.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%"), ("limit", most)),
    ];

    private List<string> Mentions(string actor, DateOnly? from, DateOnly? until, int most) => home.Rows(
        $"""
        SELECT {Line} FROM party CROSS JOIN entry
        WHERE entry.number = party.entry AND party.actor = @actor AND party.role = 'mention' AND entry.stands = 1
            AND party.day >= @from AND party.day < @until
        ORDER BY party.day DESC, party.entry DESC LIMIT @limit
        """, // CROSS: the index of parties leads, in SQLite too
        row => row.GetString(0), ("actor", actor), ("from", Columns.Text(from) ?? ""), ("until", Columns.Text(until) ?? "~"), ("limit", most));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private readonly record struct Side(long Entry, int Quad, string? Actor, string? Code, string? Sector, string? Name)
    {
        private bool IsLocal => Actor is null || Actor.StartsWith("local:", StringComparison.Ordinal);

        /// <summary>The narrowest that can be asked for and is more than one report's own.</summary>
        public string? Key => !IsLocal ? Actor : (Code, Sector) switch
        {
            ({ } code, { } sector) => $"{code}:{sector}",
            ({ } code, null) => code,
            (null, { } sector) => Actor ?? ":" + sector,
            _ => Actor,
        };

        /// <summary>All that a filter finds it by.</summary>
        public IEnumerable<string> Keys
        {
            get
            {
                if (Actor is { } actor && !IsCode(actor)) yield return actor;
                if (Code is { } code) yield return code;
                if (Sector is not { } sector) yield break;
                yield return ":" + sector;
                if (Code is { } state && $"{state}:{sector}" is var both && both != Actor) yield return both;
            }
        }

        // What looks like a code is asked for as one
        private static bool IsCode(string actor) => actor.Length == 3 && actor.All(char.IsAsciiLetterUpper);
    }
}
