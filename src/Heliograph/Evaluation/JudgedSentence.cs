using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A sentence with predicates of which people judged whether they happened.</summary>
/// <param name="Id">Its id in the gold file.</param>
/// <param name="Text">The sentence as it stands.</param>
/// <param name="Predicates">The predicates, in the order of the gold file.</param>
public sealed record JudgedSentence(string Id, string Text, ImmutableArray<GoldPredicate> Predicates)
{
    /// <summary>Reads sentences from JSON Lines.</summary>
    /// <param name="reader">One object a line: <c>id</c>, <c>text</c>, and <c>annotations</c> of <c>id</c>, <c>span</c> (code points,
    /// the end exclusive) and <c>value</c>; other fields are passed over.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names it.</exception>
    public static IEnumerable<JudgedSentence> Read(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0) yield return Read(line, number);
        }
    }

    /// <summary>The token of an annotated sentence that a predicate is: the first that it overlaps; -1 where none does.</summary>
    public static int TokenOf(Document document, GoldPredicate predicate) => TokenOf(document, predicate.Span);

    /// <summary>The first token that a span overlaps; -1 where none does.</summary>
    public static int TokenOf(Document document, TextSpan span)
    {
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (document.Tokens[i].Overlaps(span)) return i;
        }

        return -1;
    }

    private static JudgedSentence Read(string line, int number)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var codePoints = new CodePoints(text);
            return new(root.GetProperty("id").GetString()!, text, [.. root.GetProperty("annotations").EnumerateArray().Select(Predicate)]);

            GoldPredicate Predicate(JsonElement entry)
            {
                var span = entry.GetProperty("span");
                return new(
                    entry.GetProperty("id").GetString()!,
                    new(codePoints.ToCodeUnits(span[0].GetInt32()), codePoints.ToCodeUnits(span[1].GetInt32())),
                    entry.GetProperty("value").GetDouble());
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException(
                $"line {number}: {e.Message} Expected one object with id, text and annotations of id, span and value. Mend the line.", e);
        }
    }
}
