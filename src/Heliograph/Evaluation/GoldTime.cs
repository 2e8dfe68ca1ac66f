using System.Globalization;
using Heliograph.Documents;
using Heliograph.Times;

namespace Heliograph.Evaluation;

/// <summary>One sentence, or a few, with one expression of time in it and what that means.</summary>
/// <param name="Text">The sentences.</param>
/// <param name="Span">The expression.</param>
/// <param name="Published">The day of publication, where one is told.</param>
/// <param name="Interval">What it means; null where it must be left unresolved.</param>
public sealed record GoldTime(string Text, TextSpan Span, DateOnly? Published, TimeInterval? Interval)
{
    private const string Header = "sentence\tpublished\tstart\tend\tgranularity";

    /// <summary>Reads a table of them: a header line, then sentence with the expression in square brackets, day of publication or "-",
    /// start, end and granularity, or "none". Lines that begin with <c>#</c> are comments.</summary>
    /// <exception cref="FormatException">A line is not so; the message says which and what to do.</exception>
    public static IEnumerable<GoldTime> Read(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#' || line == Header) continue;
            var cells = line.Split('\t');
            var (open, close) = (line.IndexOf('[', StringComparison.Ordinal), line.IndexOf(']', StringComparison.Ordinal));
            if (cells.Length != 5 || open < 0 || close <= open || close > cells[0].Length)
            {
                throw new FormatException(
                    $"line {number}: found {cells.Length} columns, expected 5 parted by tabs, the first with [words] in square brackets. Mend the line.");
            }

            var text = cells[0].Remove(close, 1).Remove(open, 1);
            yield return new(text, new(open, close - 1), cells[1] == "-" ? null : Day(cells[1], number), cells[2] == "none" ? null : IntervalOf(cells, number));
        }
    }

    private static TimeInterval IntervalOf(string[] cells, int number) =>
        Enum.TryParse<TimeGranularity>(cells[4], ignoreCase: true, out var granularity)
            ? new(Day(cells[2], number), Day(cells[3], number), granularity)
            : throw new FormatException($"line {number}: found granularity '{cells[4]}', expected day, week, month or another unit. Mend the line.");

    private static DateOnly Day(string text, int number) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"line {number}: found '{text}', expected a day such as 2021-08-18. Mend the line.");
}
