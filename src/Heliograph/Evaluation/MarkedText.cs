using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A text of an attribution corpus with what people marked in it. Spans are in code units of the text.</summary>
/// <param name="Id">Its name; for PolNeAR followed by <c>_</c> and the annotator.</param>
/// <param name="Genre">The genre, where the corpus tells; else empty.</param>
/// <param name="IsPrimary">Whether it is the version to use of a text that several people marked.</param>
/// <param name="Text">The text.</param>
/// <param name="Attributions">Sources, cues and contents; each may be empty.</param>
public sealed record MarkedText(
    string Id, string Genre, bool IsPrimary, string Text, ImmutableArray<MarkedText.Marks> Attributions)
{
    /// <summary>One attribution, each part in as many pieces as were marked.</summary>
    /// <param name="Source">Who says it.</param>
    /// <param name="Cue">What ties it.</param>
    /// <param name="Content">What is said; empty where the corpus does not mark it.</param>
    public sealed record Marks(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

    /// <summary>Reads one line of <c>polnear-*.jsonl</c> or <c>gum-*.jsonl</c>.</summary>
    /// <exception cref="FormatException">A field is missing or of another kind.</exception>
    public static MarkedText Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var points = new CodePoints(text);
            var annotator = root.TryGetProperty("annotator", out var who) ? "_" + who.GetString() : "";
            return new(
                root.GetProperty("id").GetString() + annotator,
                root.TryGetProperty("genre", out var genre) ? genre.GetString()! : "",
                !root.TryGetProperty("primary", out var primary) || primary.GetBoolean(),
                text,
                [.. root.GetProperty("annotations").EnumerateArray().Select(marks => new Marks(Part(marks, "source"), Part(marks, "cue"), Part(marks, "content")))]);

            ImmutableArray<TextSpan> Part(JsonElement marks, string name) => marks.TryGetProperty(name, out var part)
                ? [.. part.EnumerateArray().Select(span => new TextSpan(points.ToCodeUnits(span[0].GetInt32()), points.ToCodeUnits(span[1].GetInt32())))]
                : [];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Marked text: {e.Message} Expected id, text and annotations with source, cue and content in code points.", e);
        }
    }
}
