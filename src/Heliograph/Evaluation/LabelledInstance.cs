using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A sentence of CofeNet's data (Wang et al. 2022): tokens with one label each, and where they lie in their article.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Labels"><c>O</c>, or <c>B-</c> or <c>I-</c> before source, cue or content; one a token.</param>
/// <param name="Tokens">Where each token lies, in code units of the article; empty where it could not be found there.</param>
public sealed record LabelledInstance(string ArticleId, ImmutableArray<string> Labels, ImmutableArray<TextSpan> Tokens)
{
    /// <summary>Reads one line of <c>polnear-*-instances.jsonl</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="articles">Texts by name.</param>
    /// <exception cref="FormatException">A field is missing, or the article is not there.</exception>
    public static LabelledInstance Read(string line, IReadOnlyDictionary<string, string> articles)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var id = root.GetProperty("id").GetString()!;
            if (!articles.TryGetValue(id, out var text))
            {
                throw new FormatException($"Instance of {id}: its article is not beside it. Put the articles' file of the same part in the folder.");
            }

            ImmutableArray<string> labels = [.. root.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!)];
            if (root.GetProperty("offsets") is not { ValueKind: JsonValueKind.Array } offsets)
            {
                return new(id, labels, Align(text, [.. root.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!)]));
            }

            var points = new CodePoints(text);
            return new(id, labels, [.. offsets.EnumerateArray().Select(span => new TextSpan(points.ToCodeUnits(span[0].GetInt32()), points.ToCodeUnits(span[1].GetInt32())))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Instance: {e.Message} Expected id, tokens, labels and offsets.", e);
        }
    }

    // Tokens without offsets are looked up by their letters, white space aside.
    private static ImmutableArray<TextSpan> Align(string text, ImmutableArray<string> tokens)
    {
        var places = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i])) places.Add(i);
        }

        var letters = string.Concat(places.Select(place => text[place]));
        var parts = tokens.Select(token => string.Concat(token.Where(c => !char.IsWhiteSpace(c)))).ToArray();
        var at = letters.IndexOf(string.Concat(parts), StringComparison.Ordinal);
        if (at < 0) return [];
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var part in parts)
        {
            spans.Add(part.Length == 0 ? new(places[Math.Min(at, places.Count - 1)], places[Math.Min(at, places.Count - 1)]) : new(places[at], places[at + part.Length - 1] + 1));
            at += part.Length;
        }

        return spans.ToImmutable();
    }
}
