using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>Reads the ledger's lines back: the inverse of <see cref="EntryJson"/>.</summary>
public sealed class EntryJsonReader
{
    private readonly Report _report;
    private readonly CodePoints _codePoints;

    /// <param name="report">The report that the lines are of.</param>
    public EntryJsonReader(Report report) => (_report, _codePoints) = (report, new(report.Text));

    /// <summary>Reads a report's own line.</summary>
    /// <param name="line">The line, with or without the line feed.</param>
    /// <param name="text">The report's text, where the line was written without it.</param>
    /// <exception cref="FormatException">The line is no report's, or its text is not the one its id names.</exception>
    public static Report ReadReport(ReadOnlyMemory<byte> line, string? text = null) => Reading(line, json =>
    {
        text ??= Required(json, "text");
        var report = new Report(text)
        {
            Input = Required(json, "input"),
            Title = Optional(json, "title"),
            Outlet = Optional(json, "outlet"),
            Authors = Texts(json, "authors"),
            Published = Optional(json, "published") is { } day
                ? Day(day)
                : null,
            Url = Optional(json, "url"),
            Language = Optional(json, "language") ?? "en",
        };
        if (Required(json, "id") != report.Id)
        {
            throw new FormatException(
                $"found a text whose id is {report.Id}, expected the one the line names, {Required(json, "id")}. " +
                "The text was changed after it was read; read the report again.");
        }

        if (!json.TryGetProperty("spans", out var spans)) return report;
        var reader = new EntryJsonReader(report);
        return report with
        {
            TitleSpan = spans.TryGetProperty("title", out var title) ? reader.Pair(title) : null,
            NotArticle = spans.TryGetProperty("notArticle", out var gaps) ? reader.Spans(gaps) : [],
        };
    });

    /// <summary>Reads the line of one entry of the report.</summary>
    /// <exception cref="FormatException">The line is no entry's, belongs to another report, or points at words that the
    /// report does not have; the message says what was found.</exception>
    public Entry Read(ReadOnlyMemory<byte> line) => Reading<Entry>(line, json =>
    {
        if (Required(json, "report") != _report.Id)
        {
            throw new FormatException(
                $"found an entry of report {Required(json, "report")}, expected {_report.Id}. Put each entry behind its own report.");
        }

        Entry entry = Required(json, "kind") switch
        {
            "mention" => Mention(json),
            "statement" => Statement(json),
            "event" => Event(json),
            var other => throw new FormatException(
                $"found kind '{other}', expected mention, statement or event. Use the version of Heliograph that wrote the line."),
        };
        return json.TryGetProperty("review", out var review) ? entry with { Review = Review(review) } : entry;
    });

    private static Review Review(JsonElement json) => new(
        Required(json, "mark"),
        Required(json, "by"),
        DateTimeOffset.ParseExact(Required(json, "at"), "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Each(json, "was", was => (Required(was, "field"), Optional(was, "value") ?? "")));

    private MentionEntry Mention(JsonElement json) => new()
    {
        Id = Required(json, "id"),
        Report = _report.Id,
        Words = Words(json),
        Names = Optional(json, "type") is { } type ? Terms.MentionType(type) : null,
        Form = Terms.MentionForm(Required(json, "form")),
        Actor = Required(json, "actor"),
        Why = Optional(json, "why"),
    };

    private StatementEntry Statement(JsonElement json) => new()
    {
        Id = Required(json, "id"),
        Report = _report.Id,
        Voice = Texts(json, "voice"),
        Source = json.TryGetProperty("source", out var source) ? Participant(source) : null,
        Naming = source.ValueKind == JsonValueKind.Object
            ? Terms.Naming(Required(source, "naming"))
            : Extraction.Naming.Unnamed,
        Cue = Words(json.GetProperty("cue")),
        Content = Words(json.GetProperty("content")),
        Manner = Terms.Manner(Required(json, "manner")),
        Act = Required(json, "act"),
        Polarity = Optional(json, "polarity"),
        Venue = json.TryGetProperty("venueSpans", out var venue) ? new(_report, Spans(venue)) : null,
        Time = Time(json),
        Confidence = Number(json, "confidence")?.GetDouble(),
        ShippedConfidence = Number(json, "shippedConfidence")?.GetDouble(),
        Rule = Optional(json, "rule") ?? "",
    };

    private EventEntry Event(JsonElement json) => new()
    {
        Id = Required(json, "id"),
        Report = _report.Id,
        Voice = Texts(json, "voice"),
        Plover = Required(json, "type"),
        Mode = Optional(json, "mode"),
        Contexts = Texts(json, "contexts"),
        Cameo = Required(json, "cameo"),
        Trigger = Words(json.GetProperty("trigger")),
        Actors = Each(json, "actor", Participant),
        Recipients = Each(json, "recipient", Participant),
        Places = Each(json, "place", Place),
        Time = Time(json),
        Factuality = Terms.Factuality(Required(json, "factuality")),
        Likelihood = json.TryGetProperty("likelihood", out var likelihood)
            ? new(new(_report, Spans(likelihood.GetProperty("spans"))), Optional(likelihood, "scale"),
                Number(likelihood, "low")?.GetDouble(), Number(likelihood, "high")?.GetDouble())
            : null,
        Killed = Count(json, "killed"),
        Injured = Count(json, "injured"),
        Arrested = Count(json, "arrested"),
        Displaced = Count(json, "displaced"),
        Confidence = Number(json, "confidence")?.GetDouble(),
        ShippedConfidence = Number(json, "shippedConfidence")?.GetDouble(),
        Rule = Optional(json, "rule") ?? "",
    };

    private Participant Participant(JsonElement json) => new(
        Words(json), Optional(json, "actor"), Optional(json, "name"), Optional(json, "code"), Optional(json, "sector"));

    private PlaceReference Place(JsonElement json) => new(
        Words(json), Optional(json, "name"), Optional(json, "country"),
        Number(json, "latitude")?.GetDouble(), Number(json, "longitude")?.GetDouble(),
        Optional(json, "precision") is { } precision ? Terms.Precision(precision) : null);

    private Count? Count(JsonElement json, string name) => json.TryGetProperty(name, out var count)
        ? new(Number(count, "low")?.GetInt64(), Number(count, "high")?.GetInt64(), new(_report, Spans(count.GetProperty("spans"))))
        : null;

    private TimeReference? Time(JsonElement json) => json.TryGetProperty("time", out var time)
        ? new(Words(time), Optional(time, "start") is { } start
            ? new(Day(start), Day(Required(time, "end")), Terms.TimeGranularity(Required(time, "granularity")))
            : null)
        : null;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Evidence Words(JsonElement json) => new(_report, Spans(json.GetProperty("spans")));

    private ImmutableArray<TextSpan> Spans(JsonElement pairs) => [.. pairs.EnumerateArray().Select(Pair)];

    private TextSpan Pair(JsonElement pair) =>
        new(_codePoints.ToCodeUnits(pair[0].GetInt32()), _codePoints.ToCodeUnits(pair[1].GetInt32()));

    private static ImmutableArray<T> Each<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) ? [.. items.EnumerateArray().Select(read)] : [];

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        Each(json, name, item => item.GetString() ?? throw new FormatException($"found null in '{name}', expected text."));

    private static JsonElement? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number : null;

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    private static string Required(JsonElement json, string name) =>
        Optional(json, name) ?? throw new FormatException($"found no '{name}', expected one in every line of its kind.");

    private static T Reading<T>(ReadOnlyMemory<byte> line, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException
            or IndexOutOfRangeException)
        {
            throw new FormatException($"This is no line of the ledger: {e.Message}", e);
        }
    }
}
