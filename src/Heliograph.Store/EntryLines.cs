using System.Text.Json;

namespace Heliograph.Store;

/// <summary>The lines of entries, and single fields drawn out of them, without the report they stand in.</summary>
internal static class EntryLines
{
    /// <summary>The line of an entry as it was read last, as a column of a question to the table of entries.</summary>
    public const string Latest =
        """
        coalesce(
            (SELECT found.json FROM found JOIN reading ON reading.number = found.reading
             WHERE found.entry = entry.number AND reading.stands = 1 ORDER BY reading.number DESC LIMIT 1), entry.json)
        """;

    /// <summary>What a mention's line says.</summary>
    public static (string Id, string Words, string Form, string? Why) Mention(string line)
    {
        using var json = JsonDocument.Parse(line);
        var mention = json.RootElement;
        return (Text(mention, "id")!, Text(mention, "text")!, Text(mention, "form")!, Text(mention, "why"));
    }

    /// <summary>The places of an event's line that have coordinates; each counts one.</summary>
    public static IReadOnlyList<PlaceTally> Places(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (!json.RootElement.TryGetProperty("place", out var places)) return [];
        var id = Text(json.RootElement, "id")!;
        return
        [
            .. places.EnumerateArray().Where(place => place.TryGetProperty("latitude", out _)).Select(place => new PlaceTally(
                Text(place, "name") ?? Text(place, "text")!, Text(place, "country"), place.GetProperty("latitude").GetDouble(),
                place.GetProperty("longitude").GetDouble(), Text(place, "precision"), 1, id)),
        ];
    }

    /// <summary>The places of an event's line that have a name and coordinates; each once.</summary>
    public static IReadOnlyList<Site> Sites(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (!json.RootElement.TryGetProperty("place", out var places)) return [];
        return
        [
            .. places.EnumerateArray().Where(place => Text(place, "name") is not null && place.TryGetProperty("latitude", out _)).Select(place => new Site(
                Text(place, "name")!, Text(place, "country"), place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble(),
                Text(place, "precision") ?? "")).Distinct(),
        ];
    }

    /// <summary>Who a statement's line names as its source, and where its content stands, in code points.</summary>
    public static (string Id, string? Source, IReadOnlyList<(int Start, int End)> Content) Statement(string line)
    {
        using var json = JsonDocument.Parse(line);
        var statement = json.RootElement;
        return (
            Text(statement, "id")!, statement.TryGetProperty("source", out var source) ? Text(source, "actor") : null,
            [.. statement.GetProperty("content").GetProperty("spans").EnumerateArray().Select(span => (span[0].GetInt32(), span[1].GetInt32()))]);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
