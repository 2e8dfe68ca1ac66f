using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A text in which every expression of time is marked, as WikiWars has them.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spans">The expressions, in text order, each once; those that lie within others are left out.</param>
public sealed record MarkedTimes(string Text, ImmutableArray<TextSpan> Spans)
{
    /// <summary>Reads one line of JSON: <c>text</c>, and <c>annotations</c> with a <c>span</c> each, in Unicode code points.</summary>
    /// <exception cref="FormatException">The line is not so.</exception>
    public static MarkedTimes Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var codePoints = new CodePoints(text);
            var spans = json.RootElement.GetProperty("annotations").EnumerateArray()
                .Select(one => one.GetProperty("span"))
                .Select(pair => new TextSpan(codePoints.ToCodeUnits(pair[0].GetInt32()), codePoints.ToCodeUnits(pair[1].GetInt32())))
                .Distinct().OrderBy(span => span.Start).ThenByDescending(span => span.End).ToList();
            var outer = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var span in spans)
            {
                if (outer.Count == 0 || span.Start >= outer[^1].End) outer.Add(span);
            }

            return new(text, outer.ToImmutable());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"This is no text with marked times: {e.Message}", e);
        }
    }
}
