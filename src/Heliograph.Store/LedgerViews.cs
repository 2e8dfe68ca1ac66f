using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Heliograph.Store;

/// <summary>Counts the standing events of a filter for a timeline, a network and a map.</summary>
internal sealed class LedgerViews(Connection home)
{
    private const int MostCalled = 100; // entries in which a name for someone is looked for, the latest ones

    /// <summary>Events by day or month, class and standing, in the order of their keys.</summary>
    public ImmutableArray<TimeTally> Times(EntryFilter filter, TallyBy by)
    {
        var key = by switch
        {
            TallyBy.Day => "entry.day",
            TallyBy.Month => "substr(entry.day, 1, 7)",
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Found another way to count, expected Day or Month."),
        };
        var conditions = new Conditions(home, filter);
        return
        [
            .. home.Rows(
                $"""
                SELECT {key}, entry.quad, entry.factuality, entry.voiced, {Distinct(conditions)}
                FROM {conditions.From} WHERE {conditions.Where} AND entry.kind = 'event' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
                """,
                row => new TimeTally(row.GetString(0), (int)row.GetInt64(1), row.GetString(2), row.GetInt64(3) == 1, row.GetInt64(4)),
                [.. conditions.Parameters]),
        ];
    }

    /// <summary>Events by who acts, whom it befalls and class; those that do not tell both are left out.</summary>
    public ImmutableArray<PairTally> Pairs(EntryFilter filter)
    {
        var ((acts, parameters), conditions) = (ActCode.Conditions("tie", filter), new Ways(home, filter with { Kinds = [] }));
        var sql = ActCode.Tells(filter)
            ? $"""
               SELECT actor, recipient, {OfQuad(1)}, {OfQuad(2)}, {OfQuad(3)}, {OfQuad(4)} FROM tie WHERE 1 = 1{acts} GROUP BY actor, recipient ORDER BY actor, recipient
               """
            : $"""
               WITH tie AS MATERIALIZED (SELECT DISTINCT who.actor, whom.actor AS recipient, who.entry, who.act
                   FROM entry CROSS JOIN party who CROSS JOIN party whom
                   WHERE {conditions.Where} AND {OfEvents(filter)} AND who.entry = entry.number AND who.role = 'actor'
                       AND whom.entry = entry.number AND whom.role = 'recipient' AND who.actor <> whom.actor)
               SELECT actor, recipient, {OfQuad(1)}, {OfQuad(2)}, {OfQuad(3)}, {OfQuad(4)} FROM tie GROUP BY actor, recipient
               """;
        var rows = home.Rows(
            sql,
            row => (Actor: row.GetString(0), Recipient: row.GetString(1), Counts: Enumerable.Range(2, 4).Select(row.GetInt64).ToArray()),
            ActCode.Tells(filter) ? parameters : conditions.Parameters(sql));
        return
        [
            .. rows.OrderBy(row => row.Actor, StringComparer.Ordinal).ThenBy(row => row.Recipient, StringComparer.Ordinal)
                .SelectMany(row => row.Counts.Index().Where(count => count.Item > 0).Select(count => new PairTally(row.Actor, row.Recipient, count.Index + 1, count.Item))),
        ];
    }

    /// <summary>Events by place, the most often named first; places without coordinates are left out.</summary>
    /// <param name="filter">Which entries; only the events among them count.</param>
    /// <param name="most">How many places at most.</param>
    /// <returns>The places, and how many there are in all; of those named as often as the last one, some.</returns>
    public (ImmutableArray<PlaceOfEvents> Places, int Total) Places(EntryFilter filter, int most)
    {
        var ((acts, parameters), conditions) = (ActCode.Conditions("spot", filter), new Ways(home, filter with { Kinds = [] }));
        var (from, where) = ActCode.Tells(filter)
            ? ("spot", "1 = 1" + acts)
            : ("entry CROSS JOIN spot", $"{conditions.Where} AND {OfEvents(filter)} AND spot.entry = entry.number");
        var sql =
            $"""
            SELECT site.name, site.country, site.latitude, site.longitude, site.precision, conflicts, entries, total FROM (
                SELECT place, conflicts, entries, count(*) OVER () AS total FROM (
                    SELECT spot.site AS place, CAST(sum(CASE WHEN spot.act >= {Text(ActCode.Conflict)} THEN 1 ELSE 0 END) AS bigint) AS conflicts, count(*) AS entries
                    FROM {from} WHERE {where} GROUP BY spot.site) AS counted
                ORDER BY entries DESC, place LIMIT {Text(most)}) AS shown
            JOIN site ON site.number = place
            """;
        var places = home.Rows(
            sql,
            row => (Total: row.GetInt32(7), Place: new PlaceOfEvents(
                row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetDouble(2), row.GetDouble(3), row.GetString(4), row.GetInt64(5), row.GetInt64(6))),
            ActCode.Tells(filter) ? parameters : conditions.Parameters(sql));
        return (
        [
            .. places.Select(row => row.Place)
                .OrderByDescending(place => place.Count).ThenBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Latitude).ThenBy(place => place.Longitude),
        ], places.Select(row => row.Total).FirstOrDefault());
    }

    /// <summary>What actors are called, in the order of the ids.</summary>
    public ImmutableArray<ActorName> Names(IEnumerable<string> actors) => [.. actors.Select(Name)];

    private ActorName Name(string actor)
    {
        var called = home.Rows(
            $"""
            SELECT name, code, sector, entry FROM (
                SELECT name, code, sector, entry, day FROM party WHERE actor = @actor AND role <> 'mention' ORDER BY day DESC, entry DESC LIMIT {Text(MostCalled)}) AS latest
            ORDER BY (name IS NULL), day DESC, entry DESC LIMIT 1
            """,
            row => (Name: Optional(row, 0), Code: Optional(row, 1), Sector: Optional(row, 2), Entry: row.GetInt64(3)), ("actor", actor));
        if (called is not [var (name, code, sector, entry)]) return new(actor, actor, null, null);
        if (name is null && !actor.StartsWith("local:", StringComparison.Ordinal)) name = actor; // such as AUS:GOV
        name ??= Words(home.Row("SELECT json FROM entry WHERE number = @entry", row => row.GetString(0), ("entry", entry)), actor) ?? actor;
        return new(actor, name, code, sector);

        static string? Optional(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    // The kind as a value by which no index is chosen: what else is asked leads to fewer entries
    private string OfEvents(EntryFilter filter) => filter.Kinds.IsEmpty || filter.Kinds.Contains("event") ? $"{home.Unindexed("entry.kind")} = 'event'" : "0 = 1";

    private static string OfQuad(int quad) =>
        $"CAST(sum(CASE WHEN {ActCode.Quad("act")} = {Text(quad)} THEN 1 ELSE 0 END) AS bigint)";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The words that an entry names an actor by
    private static string? Words(string json, string actor)
    {
        using var entry = JsonDocument.Parse(json);
        foreach (var field in entry.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Object && Named(field.Value) is { } one) return one;
            if (field.Value.ValueKind == JsonValueKind.Array && field.Value.EnumerateArray().Select(Named).FirstOrDefault(words => words is not null) is { } first) return first;
        }

        return null;

        string? Named(JsonElement who) =>
            who.ValueKind == JsonValueKind.Object && who.TryGetProperty("actor", out var id) && id.ValueKind == JsonValueKind.String && id.ValueEquals(actor)
            && who.TryGetProperty("text", out var text) ? text.GetString() : null;
    }

    private static string Distinct(Conditions conditions) => conditions.From == "entry" ? "count(*)" : "count(DISTINCT entry.number)";
}
