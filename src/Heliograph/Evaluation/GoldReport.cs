using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>What a person marked in one report: statements and events. Spans are in code units of the report's text.</summary>
public sealed record GoldReport
{
    /// <summary>The day that "last week" is told from, where the gold tells.</summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>The statements, in the order of the gold file; may be empty.</summary>
    public required ImmutableArray<GoldStatement> Statements { get; init; }

    /// <summary>The events, in the order of the gold file; may be empty.</summary>
    public required ImmutableArray<GoldEvent> Events { get; init; }

    /// <summary>Reads gold annotations from JSON, with offsets in Unicode code points, the end exclusive.</summary>
    /// <param name="json">An object with <c>statements</c> (<c>id</c>, <c>source</c>, <c>source_actor</c>, <c>cue</c>,
    /// <c>content</c>) and <c>events</c> (<c>id</c>, <c>type</c>, <c>accept</c>, <c>actor</c>, <c>recipient</c>,
    /// <c>trigger</c>, <c>factuality</c>); other fields are passed over.</param>
    /// <param name="text">The report's text, as the offsets count it.</param>
    /// <exception cref="FormatException">The JSON cannot be read, or a field is missing or points past the text; the
    /// message names the entry and the field.</exception>
    public static GoldReport Read(string json, string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var fields = new Fields(text);
            var root = parsed.RootElement;
            return new()
            {
                ReferenceDate = Fields.Text(root, "reference_date") is { } date
                    ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : null,
                Statements = [.. Fields.Entries(root, "statements").Select(fields.Statement)],
                Events = [.. Fields.Entries(root, "events").Select(fields.Event)],
            };
        }
        catch (JsonException e)
        {
            throw new FormatException($"Gold file: {e.Message} Expected one JSON object with statements and events.", e);
        }
        catch (InvalidOperationException e) // a value of another kind than the field holds
        {
            throw new FormatException($"Gold file: {e.Message} Compare the fields with docs/accuracy.md.", e);
        }
    }

    private sealed class Fields(string text)
    {
        private readonly CodePoints _codePoints = new(text);

        public static string? Text(JsonElement entry, string field) =>
            entry.TryGetProperty(field, out var value) ? value.GetString() : null;

        public static JsonElement.ArrayEnumerator Entries(JsonElement root, string field) =>
            root.TryGetProperty(field, out var entries) ? entries.EnumerateArray() : default;

        public GoldStatement Statement(JsonElement entry) => new()
        {
            Id = Required(entry, "id"),
            Source = Span(entry, "source"),
            SourceActor = Text(entry, "source_actor"),
            Cue = Span(entry, "cue"),
            Content = [.. Entries(entry, "content").Select(span => Span(entry, "content", span))],
        };

        public GoldEvent Event(JsonElement entry) => new()
        {
            Id = Required(entry, "id"),
            Types = [Required(entry, "type"), .. Entries(entry, "accept").Select(type => type.GetString()!)],
            Actor = Text(entry, "actor"),
            Recipient = Text(entry, "recipient"),
            Trigger = Span(entry, "trigger") ?? throw Missing(entry, "trigger"),
            Factuality = Required(entry, "factuality"),
        };

        private static string Required(JsonElement entry, string field) => Text(entry, field) ?? throw Missing(entry, field);

        private static FormatException Missing(JsonElement entry, string field) => new(
            $"Gold file: entry {Text(entry, "id") ?? "without an id"} has no {field}. Add it, or take the entry out.");

        private TextSpan? Span(JsonElement entry, string field) =>
            entry.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? Span(entry, field, value) : null;

        private TextSpan Span(JsonElement entry, string field, JsonElement value)
        {
            var ends = value.EnumerateArray().Select(end => end.GetInt32()).ToArray();
            if (ends is [var first, var last] && 0 <= first && first < last)
            {
                var (start, end) = (_codePoints.ToCodeUnits(first), _codePoints.ToCodeUnits(last));
                if (end <= text.Length) return new(start, end);
            }

            throw new FormatException(
                $"Gold file: entry {Text(entry, "id")} has {field} {value.GetRawText()}, expected [start, end] in code points " +
                $"inside the text of {_codePoints.FromCodeUnits(text.Length)}. Check that the text is the one it was made on.");
        }
    }
}
