using System.Globalization;
using Heliograph.Store;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>Reads what the query of a URL asks for.</summary>
internal static class Question
{
    /// <summary>How long a name or a title that is looked for may be. Unit: UTF-16 code units.</summary>
    public const int LongestName = 300;

    /// <summary>How many rows a page holds where nobody says.</summary>
    public const int UsualLimit = 50;

    /// <summary>How many rows a page may hold.</summary>
    public const int MostRows = 1000;

    /// <summary>The keys of a filter, with what each asks for.</summary>
    public static IReadOnlyList<(string Key, string Meaning, string Example)> FilterKeys { get; } =
    [
        ("kind", "mention, statement or event", "event"),
        ("type", "type of an event, act of a statement, what a mention names", "ASSAULT"),
        ("mode", "mode of an event", "drone"),
        ("quad", "class of an event: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "4"),
        ("actor", "someone on either side, or who says it: an id of the register, a country (PAK), a sector within one (AFG:REB) or anywhere (:REB)", "PAK"),
        ("by", "who acts", ":REB"),
        ("to", "who is acted upon", "AFG"),
        ("source", "who says it", "PAK"),
        ("country", "country of the place, ISO 3166-1 alpha-3", "PAK"),
        ("place", "name of a place, as the gazetteer or the text writes it; accents and capitals make no difference", "Belmere"),
        ("outlet", "who published it", "Northern Wire"),
        ("from", "first day: of the event's own time, or else of publication", "2031-03-01"),
        ("until", "first day that counts no more", "2031-04-01"),
        ("published-from", "first day of publication", "2031-03-01"),
        ("published-until", "first day of publication that counts no more", "2031-04-01"),
        ("factuality", "how an event stands to the world, in the eyes of its voice", "happened"),
        ("voice", "outlet or source: who tells it", "source"),
        ("copies", "no: one report an origin", "no"),
        ("confidence", "the least confidence, 0 to 1", "0.8"),
        ("text", "words that the entry holds; a phrase in quotation marks", "rail bridge"),
        ("report", "a report: the name it was read by, or the beginning of its id", "truce-wire"),
    ];

    /// <summary>Whether a key of a filter has one value, the last one that is given.</summary>
    public static bool IsOfOneValue(string key) => key is "from" or "until" or "published-from" or "published-until" or "voice" or "copies" or "confidence" or "report";

    /// <summary>The filter of a request.</summary>
    /// <param name="query">The query, with or without the question mark.</param>
    /// <param name="others">Keys that are no filter's.</param>
    public static (EntryFilter? Filter, ProblemBody? Problem) Filter(string query, params IEnumerable<string> others)
    {
        var (filter, error) = EntryFilter.Parse(query, others);
        return filter is not null ? (filter, null) : (null, new("Filter not understood", StatusCodes.Status400BadRequest, error + " See /openapi/v1.json."));
    }

    /// <summary>What is wrong with a name or title that is looked for; null where nothing is.</summary>
    public static ProblemBody? Name(string key, string? asked) => asked is { Length: > LongestName }
        ? Problems.Of(
            400, $"{key} not understood", FormattableString.Invariant($"{key}= with {asked.Length} characters"), FormattableString.Invariant($"at most {LongestName}"), "Give fewer words")
        : null;

    /// <summary>How many rows a page shall hold.</summary>
    public static (int Limit, ProblemBody? Problem) Limit(int? asked) => asked is null or (>= 1 and <= MostRows)
        ? (asked ?? UsualLimit, null)
        : (0, Problems.Of(
            400, "Limit not understood", FormattableString.Invariant($"limit={asked}"), FormattableString.Invariant($"a number from 1 to {MostRows}"),
            "Ask for fewer, and follow the link to the next page"));

    /// <summary>The address of the page that follows.</summary>
    public static string? Next(HttpRequest request, string? cursor)
    {
        if (cursor is null) return null;
        var kept = request.QueryString.Value?.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Split('=', 2)[0] is not ("after" or "total")) ?? [];
        return $"{request.Path}?{string.Join('&', kept.Append("after=" + Uri.EscapeDataString(cursor)))}";
    }

    /// <summary>A value of an enumeration by its name in small letters.</summary>
    public static (T Value, ProblemBody? Problem) OneOf<T>(string key, string? asked, T usual)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(asked)) return (usual, null);
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        var index = names.IndexOf(asked.ToLowerInvariant());
        return index >= 0
            ? (Enum.GetValues<T>()[index], null)
            : (usual, Problems.Of(400, $"{key} not understood", $"{key}={asked}", $"one of {string.Join(", ", names)}", "Choose one of them"));
    }

    /// <summary>A number that a cursor or an address holds.</summary>
    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
