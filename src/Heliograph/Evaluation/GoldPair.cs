using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A sentence with two parties that a person marked, and the type of what the first did to the second.</summary>
/// <param name="Id">Its id in the gold file.</param>
/// <param name="Text">The sentence as it stands.</param>
/// <param name="Source">Who did it; in code units of the text.</param>
/// <param name="Target">To whom.</param>
/// <param name="Type">The PLOVER type, as <see cref="TypeOf"/> names it.</param>
public sealed record GoldPair(string Id, string Text, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Target, string Type)
{
    /// <summary>Reads one line of a file of pairs, such as PLV's.</summary>
    /// <param name="line">An object with <c>id</c>, <c>text</c>, <c>source_span</c>, <c>target_span</c> (lists of [start, end] in code
    /// points) and <c>rootcode</c>; other fields are passed over.</param>
    /// <exception cref="FormatException">A field is missing or of another kind.</exception>
    public static GoldPair Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var points = new CodePoints(text);
            return new(
                root.GetProperty("id").GetString()!,
                text,
                Spans(points, root.GetProperty("source_span")),
                Spans(points, root.GetProperty("target_span")),
                TypeOf(root.GetProperty("rootcode").GetString()!));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Pair: {e.Message} Expected id, text, source_span and target_span in code points, and rootcode.", e);
        }
    }

    /// <summary>A type under the name that pairs are scored by: CONCEDE and RETREAT are one there, YIELD.</summary>
    public static string TypeOf(string type) => type is "CONCEDE" or "RETREAT" ? "YIELD" : type;

    private static ImmutableArray<TextSpan> Spans(CodePoints points, JsonElement spans) =>
        [.. spans.EnumerateArray().Select(span => new TextSpan(points.ToCodeUnits(span[0].GetInt32()), points.ToCodeUnits(span[1].GetInt32())))];
}
