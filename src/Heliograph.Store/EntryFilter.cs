using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Store;

/// <summary>Which standing entries of a ledger are asked for. The default asks for every one.</summary>
/// <remarks>
/// Written as the query of a URL: <c>actor=PAK&amp;type=ASSAULT&amp;from=2021-08-01&amp;factuality=happened</c>. A key may come
/// several times: then any of its values will do, but for <c>text</c>, of which all must be there, and for days, voice, copies, confidence
/// and report, of which the last one counts; different keys must all hold. An actor is written as its id in the
/// register, as a country (<c>PAK</c>), as a sector within one (<c>AFG:REB</c>) or anywhere (<c>:REB</c>).
/// </remarks>
public sealed record EntryFilter
{
    /// <summary>How many values a filter may have, of all its keys together.</summary>
    public const int MostValues = 50;

    /// <summary>How long its values may be together. Unit: UTF-16 code units.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>Kinds of entry; empty for any.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Types of events, acts of statements, what mentions name; empty for any.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Modes of events; empty for any.</summary>
    public ImmutableArray<string> Modes { get; init; } = [];

    /// <summary>Classes of events, 1 to 4 as <see cref="Heliograph.Ledger.Quads"/> numbers them; empty for any.</summary>
    public ImmutableArray<int> Quads { get; init; } = [];

    /// <summary>How events stand to the world, in the ledger's words; empty for any.</summary>
    public ImmutableArray<string> Factualities { get; init; } = [];

    /// <summary>Who takes part, on whichever side; empty for anyone.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Who acts; empty for anyone.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>Who is acted upon; empty for anyone.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Who says it; empty for anyone.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Countries of the place, ISO 3166-1 alpha-3; empty for any.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Names of places, as the gazetteer or the text writes them; accents and capitals make no difference. Empty for any.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Who published it; empty for anyone.</summary>
    public ImmutableArray<string> Outlets { get; init; } = [];

    /// <summary>The first day that will do: of the event's own time, or else of publication.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The first day that will not do any more.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The first day of publication that will do.</summary>
    public DateOnly? PublishedFrom { get; init; }

    /// <summary>The first day of publication that will not do any more.</summary>
    public DateOnly? PublishedUntil { get; init; }

    /// <summary>True for what a source tells, false for what the outlet tells itself, null for both.</summary>
    public bool? Voiced { get; init; }

    /// <summary>The least confidence that will do, 0 to 1; entries without one are left out.</summary>
    public double? Confidence { get; init; }

    /// <summary>Words that must all be in the entry; "in quotation marks" as a phrase. Null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The report: the name it was read by, or its id or the beginning of it. Null for any.</summary>
    public string? Report { get; init; }

    /// <summary>Whether reports that copy another count too; false leaves one report an origin.</summary>
    public bool Copies { get; init; } = true;

    /// <summary>Reads a filter from the query of a URL.</summary>
    /// <param name="query">With or without the leading question mark; may be empty.</param>
    /// <param name="others">Keys that are another's business and are passed over.</param>
    /// <returns>The filter, or what is wrong with it: what was found, what was expected.</returns>
    public static (EntryFilter? Filter, string? Error) Parse(string query, params IEnumerable<string> others)
    {
        var (filter, values, length) = (new EntryFilter(), 0, 0);
        var passedOver = others.ToHashSet(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var key = Uri.UnescapeDataString(parts[0].Replace('+', ' '));
            var value = parts.Length > 1 ? Uri.UnescapeDataString(parts[1].Replace('+', ' ')).Trim() : "";
            if (passedOver.Contains(key) || value.Length == 0) continue;
            if (value.Contains('\0', StringComparison.Ordinal)) return (null, $"{Printable.Line(key)}: found the character NUL, expected a text without it. Leave %00 out.");
            if (++values > MostValues) return (null, string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(key)}: found more than {MostValues} values in one filter, expected at most {MostValues}. Ask in several questions."));
            if ((length += value.Length) > MostCharacters) return (null, string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(key)}: found values of more than {MostCharacters:N0} characters together, expected at most {MostCharacters:N0}. Give fewer words, or ask in several questions."));
            var (next, expected) = filter.With(key, value);
            if (next is null) return (null, $"{Printable.Line(key)}: found '{Printable.Line(value)}', expected {expected}.");
            filter = next;
        }

        return (filter, null);
    }

    /// <summary>The filter as the query of a URL, without a question mark: the same filter comes out the same, and reads back as itself.</summary>
    public string Query()
    {
        var pairs = new List<(string Key, string? Value)>();
        void Each<T>(string key, ImmutableArray<T> values) => pairs.AddRange(values.Select(value => (key, Convert.ToString(value, CultureInfo.InvariantCulture))));
        Each("kind", Kinds);
        Each("type", Types);
        Each("mode", Modes);
        Each("quad", Quads);
        Each("actor", Actors);
        Each("by", By);
        Each("to", To);
        Each("source", Sources);
        Each("country", Countries);
        Each("place", Places);
        Each("outlet", Outlets);
        Each("factuality", Factualities);
        pairs.AddRange(
        [
            ("from", Columns.Text(From)), ("until", Columns.Text(Until)), ("published-from", Columns.Text(PublishedFrom)),
            ("published-until", Columns.Text(PublishedUntil)), ("voice", Voiced is { } voiced ? voiced ? "source" : "outlet" : null),
            ("copies", Copies ? null : "no"), ("confidence", Confidence?.ToString("R", CultureInfo.InvariantCulture)), ("text", Text), ("report", Report),
        ]);
        return string.Join('&', pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));
    }

    private (EntryFilter? Filter, string Expected) With(string key, string value)
    {
        switch (key)
        {
            case "kind": return (value is "mention" or "statement" or "event" ? this with { Kinds = Kinds.Add(value) } : null, "mention, statement or event");
            case "type": return (this with { Types = Types.Add(value) }, "");
            case "mode": return (this with { Modes = Modes.Add(value) }, "");
            case "actor": return (this with { Actors = Actors.Add(value) }, "");
            case "by": return (this with { By = By.Add(value) }, "");
            case "to": return (this with { To = To.Add(value) }, "");
            case "source": return (this with { Sources = Sources.Add(value) }, "");
            case "country": return (this with { Countries = Countries.Add(value.ToUpperInvariant()) }, "");
            case "place":
                return (PlaceKey.Of(value).Length > 0 ? this with { Places = Places.Add(value) } : null, "a name with letters or digits");
            case "outlet": return (this with { Outlets = Outlets.Add(value) }, "");
            case "text": return (this with { Text = Text is null ? value : $"{Text} {value}" }, "");
            case "report": return (this with { Report = value }, "");
            case "from": return (Day(value) is { } from ? this with { From = from } : null, "a day such as 2031-05-02");
            case "until": return (Day(value) is { } until ? this with { Until = until } : null, "a day such as 2031-05-02");
            case "published-from": return (Day(value) is { } since ? this with { PublishedFrom = since } : null, "a day such as 2031-05-02");
            case "published-until": return (Day(value) is { } before ? this with { PublishedUntil = before } : null, "a day such as 2031-05-02");
            case "quad":
                return (value is ['1' or '2' or '3' or '4'] ? this with { Quads = Quads.Add(value[0] - '0') } : null, "1, 2, 3 or 4");
            case "factuality":
                return (Terms.AllFactualities.Contains(value) ? this with { Factualities = Factualities.Add(value) } : null, string.Join(", ", Terms.AllFactualities));
            case "voice":
                return (value is "outlet" or "source" ? this with { Voiced = value == "source" } : null, "outlet or source");
            case "copies":
                return (value is "yes" or "no" ? this with { Copies = value == "yes" } : null, "yes or no");
            case "confidence":
                return (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) && least is >= 0 and <= 1
                    ? this with { Confidence = least } : null, "a number from 0 to 1");
            default:
                return (null, "no such key; one of kind, type, mode, quad, actor, by, to, source, country, place, outlet, from, until, " +
                    "published-from, published-until, factuality, voice, copies, confidence, text, report");
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
