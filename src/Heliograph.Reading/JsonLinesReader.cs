using System.Globalization;
using System.Text;

namespace Heliograph.Reading;

/// <summary>Reads JSON Lines: one object a line, one report an object.</summary>
/// <remarks>
/// Streams: holds one line at a time, and of a line above <see cref="ReadOptions.MaxReportBytes"/> nothing. A line that
/// cannot be read is refused by its number and the next one is read. Blank lines are passed over. Lines end in LF or
/// CR LF; U+2028 is a character like any other.
/// </remarks>
public static class JsonLinesReader
{
    /// <summary>Reads every line in turn; at least one result, for a source without any line is a failure.</summary>
    /// <param name="source">The file as it was named.</param>
    /// <param name="stream">Read to its end, not disposed.</param>
    /// <param name="options">Limits, and what to do about other languages.</param>
    /// <exception cref="IOException">The system cannot go on reading the stream.</exception>
    public static IEnumerable<ReadResult> Read(string source, Stream stream, ReadOptions options)
    {
        using var lines = new LineSplitter(stream, options.MaxReportBytes);
        var (number, results) = (0L, 0L);
        while (lines.TryTake(out var line, out var length))
        {
            number++;
            var place = string.Create(CultureInfo.InvariantCulture, $"line {number}");
            if (length > options.MaxReportBytes)
            {
                results++;
                yield return new ReadResult.Failure(source, place, FormattableString.Invariant($"a line of {length:N0} bytes"),
                    FormattableString.Invariant($"at most {options.MaxReportBytes:N0}"), "Check that each report stands on a line of its own");
                continue;
            }

            if (number == 1 && line.Span.StartsWith(Encoding.UTF8.Preamble)) line = line[Encoding.UTF8.Preamble.Length..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            results++;
            yield return JsonLine.Read(source, number, line.Span, options);
        }

        if (results == 0)
        {
            yield return new ReadResult.Failure(source, "line 1", number == 0 ? "nothing" : "only blank lines", "one JSON object a line",
                "Check that the right file was given and that it was saved whole");
        }
    }
}
