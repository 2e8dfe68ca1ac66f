using System.Collections.Immutable;
using System.Text.Json;

namespace Heliograph.Store;

/// <summary>Counts the standing events of a filter for a timeline, a network and a map.</summary>
internal sealed class LedgerViews(Connection home)
{
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
        var conditions = new Conditions(home, filter);
        return
        [
            .. home.Rows(
                $"""
                SELECT who.actor, whom.actor, entry.quad, count(DISTINCT entry.number)
                FROM {conditions.From} JOIN party who ON who.entry = entry.number JOIN party whom ON whom.entry = entry.number
                WHERE {conditions.Where} AND entry.kind = 'event' AND who.role = 'actor' AND whom.role = 'recipient'
                    AND who.actor IS NOT NULL AND whom.actor IS NOT NULL AND who.actor <> whom.actor
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """,
                row => new PairTally(row.GetString(0), row.GetString(1), (int)row.GetInt64(2), row.GetInt64(3)),
                [.. conditions.Parameters]),
        ];
    }

    /// <summary>Events by place, the most often named first; places without coordinates are left out.</summary>
    public ImmutableArray<PlaceOfEvents> Places(EntryFilter filter)
    {
        var conditions = new Conditions(home, filter);
        return
        [
            .. home.Rows(
                $"""
                SELECT place.value ->> 'name', place.value ->> 'country', CAST(place.value ->> 'latitude' AS double precision),
                    CAST(place.value ->> 'longitude' AS double precision), place.value ->> 'precision',
                    count(DISTINCT CASE WHEN entry.quad > 2 THEN entry.number END), count(DISTINCT entry.number)
                FROM {conditions.From} CROSS JOIN {home.PlacesOfEntry}
                WHERE {conditions.Where} AND entry.kind = 'event' AND place.value ->> 'latitude' IS NOT NULL AND place.value ->> 'name' IS NOT NULL
                GROUP BY 1, 2, 3, 4, 5
                """,
                row => new PlaceOfEvents(
                    row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetDouble(2), row.GetDouble(3), row.IsDBNull(4) ? "" : row.GetString(4),
                    row.GetInt64(5), row.GetInt64(6)),
                [.. conditions.Parameters])
                .OrderByDescending(place => place.Count).ThenBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Latitude).ThenBy(place => place.Longitude),
        ];
    }

    /// <summary>What actors are called, in the order of the ids.</summary>
    public ImmutableArray<ActorName> Names(IEnumerable<string> actors) => [.. actors.Select(Name)];

    private ActorName Name(string actor)
    {
        var called = home.Rows(
            "SELECT name, code, sector, entry FROM party WHERE actor = @actor AND role <> 'mention' ORDER BY (name IS NULL), day DESC, entry DESC LIMIT 1",
            row => (Name: Text(row, 0), Code: Text(row, 1), Sector: Text(row, 2), Entry: row.GetInt64(3)), ("actor", actor));
        if (called is not [var (name, code, sector, entry)]) return new(actor, actor, null, null);
        if (name is null && !actor.StartsWith("local:", StringComparison.Ordinal)) name = actor; // such as AUS:GOV
        name ??= Words(home.Rows("SELECT json FROM entry WHERE number = @entry", row => row.GetString(0), ("entry", entry))[0], actor) ?? actor;
        return new(actor, name, code, sector);

        static string? Text(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

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
