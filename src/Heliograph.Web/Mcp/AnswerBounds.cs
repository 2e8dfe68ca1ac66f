using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>Keeps answers to a size that an assistant can take in, and says what was left out.</summary>
internal static class AnswerBounds
{
    /// <summary>How long an answer may be, some ten thousand tokens. Unit: UTF-16 code units of JSON.</summary>
    public const int MostCharacters = 40_000;

    /// <summary>What rows of a list may take of it; the rest is for what stands beside them.</summary>
    public const int RoomForRows = 32_000;

    private const int LongestText = 2_000; // of one string inside, where an answer is too long
    private const int LongestList = 100;
    private const int ShortestText = 60, ShortestList = 3;

    /// <summary>The first rows that fit, each small enough itself.</summary>
    /// <returns>The rows; at least one, where there is one.</returns>
    public static ImmutableArray<T> First<T>(IEnumerable<T> rows, int room)
    {
        var kept = ImmutableArray.CreateBuilder<T>();
        foreach (var row in rows)
        {
            room -= JsonSerializer.Serialize(row, ApiJson.Options).Length + 1;
            if (room < 0 && kept.Count > 0) break;
            kept.Add(row);
        }

        return kept.ToImmutable();
    }

    /// <summary>A line whose texts and lists are cut where they are very long.</summary>
    public static Line Cut(Line line) => line.Json.Length <= 2 * LongestText ? line : new(Cut(JsonNode.Parse(line.Json)!, LongestText, LongestList).Node.ToJsonString(ApiJson.Options));

    /// <summary>An answer of at most <see cref="MostCharacters"/>.</summary>
    /// <param name="answer">The answer; where something is cut, its property <c>leftOut</c> says so.</param>
    public static JsonNode Fit(JsonNode answer)
    {
        if (answer.ToJsonString(ApiJson.Options).Length <= MostCharacters) return answer;
        for (var (text, list) = (LongestText, LongestList); ; (text, list) = (Math.Max(ShortestText, text / 2), Math.Max(ShortestList, list / 2)))
        {
            var (cut, texts, lists) = Cut(answer, text, list);
            var told = string.Create(CultureInfo.InvariantCulture, $"To keep the answer short, {texts} texts are cut to {text} characters and {lists} lists to {list}.");
            cut["leftOut"] = (string?)cut["leftOut"] is { Length: > 0 } before ? $"{before} {told}" : told;
            if (cut.ToJsonString(ApiJson.Options).Length <= MostCharacters || (text == ShortestText && list == ShortestList)) return cut;
        }
    }

    private static (JsonNode Node, int Texts, int Lists) Cut(JsonNode node, int text, int list)
    {
        var (texts, lists) = (0, 0);
        return (Of(node)!, texts, lists);

        JsonNode? Of(JsonNode? one)
        {
            switch (one)
            {
                case JsonObject of:
                    return new JsonObject(of.Select(property => KeyValuePair.Create(property.Key, Of(property.Value))));
                case JsonArray many:
                    if (many.Count > list) lists++;
                    return new JsonArray([.. many.Take(list).Select(Of)]);
                case JsonValue value when value.TryGetValue<string>(out var words) && words.Length > text:
                    texts++;
                    return Shorter(words, text);
                default:
                    return one?.DeepClone();
            }
        }
    }

    private static string Shorter(string text, int most)
    {
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return new StringBuilder().Append(text, 0, end).Append(CultureInfo.InvariantCulture, $"… ({text.Length - end} more characters)").ToString();
    }
}
