using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Times;

namespace Heliograph.Evaluation;

/// <summary>A text in which every expression of time is marked, as WikiWars has them.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spans">The expressions, in text order, each once; those that lie within others are left out.</param>
/// <param name="Published">The day that the text counts from, where one is told.</param>
/// <param name="Values">The days of those whose TIMEX value is a year, a month, a day or a decade.</param>
public sealed record MarkedTimes(
    string Text, ImmutableArray<TextSpan> Spans, DateOnly? Published, IReadOnlyDictionary<TextSpan, TimeInterval> Values)
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
            var annotations = json.RootElement.GetProperty("annotations").EnumerateArray()
                .Select(one => (Span: Span(one.GetProperty("span")), Value: one.TryGetProperty("value", out var value) ? value.GetString() : null)).ToList();
            var values = annotations.DistinctBy(one => one.Span).Select(one => (one.Span, Interval: Days(one.Value)))
                .Where(one => one.Interval is not null).ToDictionary(one => one.Span, one => one.Interval!.Value);
            var spans = annotations.Select(one => one.Span).Distinct().OrderBy(span => span.Start).ThenByDescending(span => span.End).ToList();
            var outer = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var span in spans)
            {
                if (outer.Count == 0 || span.Start >= outer[^1].End) outer.Add(span);
            }

            return new(text, outer.ToImmutable(), json.RootElement.TryGetProperty("dct", out var day) ? Days(day.GetString())?.Start : null, values);

            TextSpan Span(JsonElement pair) => new(codePoints.ToCodeUnits(pair[0].GetInt32()), codePoints.ToCodeUnits(pair[1].GetInt32()));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"This is no text with marked times: {e.Message}", e);
        }
    }

    // "1939", "1939-09", "1939-09-17", "198"; other values of TIMEX are none that could be compared
    private static TimeInterval? Days(string? value)
    {
        if (value is null || value.Length is not (3 or 4 or 7 or 10) || value.Any(sign => !char.IsAsciiDigit(sign) && sign != '-')) return null;
        var parts = value.Split('-');
        if (parts.Any(part => part.Length == 0) || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var year) || year is < 1 or > 998 && value.Length == 3 || year is < 1 or > 9998) return null;
        if (value.Length == 3) return new(new(10 * year, 1, 1), new(10 * year + 10, 1, 1), TimeGranularity.Decade);
        if (parts.Length == 1) return new(new(year, 1, 1), new(year + 1, 1, 1), TimeGranularity.Year);
        if (!DateOnly.TryParseExact(parts.Length == 2 ? value + "-01" : value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)) return null;
        return parts.Length == 2 ? new(start, start.AddMonths(1), TimeGranularity.Month) : new(start, start.AddDays(1), TimeGranularity.Day);
    }
}
