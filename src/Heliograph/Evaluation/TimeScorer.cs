using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Times;

namespace Heliograph.Evaluation;

/// <summary>Scores expressions of time.</summary>
public static class TimeScorer
{
    /// <summary>One expression and its value; the texts hold others, which are not scored.</summary>
    /// <param name="gold">What is right.</param>
    /// <param name="system">The same text as the language layer sees it.</param>
    /// <param name="isHeldOut">Whether the row counts as held out too.</param>
    public static TimeScores Score(GoldTime gold, Document system, bool isHeldOut)
    {
        var times = DocumentTimes.Of(system, gold.Published).All.ToList();
        var found = times.Where(time => time.Expression.Span.Overlaps(gold.Span)).MaxBy(time => Shared(time.Expression.Span, gold.Span));
        var isFound = found.Expression is not null;
        var isExact = isFound && (found.Expression!.Span == gold.Span || found.Expression.Phrase == gold.Span);
        var value = new Tally(1, 1, isFound && found.Interval == gold.Interval ? 1 : 0);
        return new()
        {
            Spans = new(1, isFound ? 1 : 0, isExact ? 1 : 0),
            Overlapping = new(1, isFound ? 1 : 0, isFound ? 1 : 0),
            Values = value,
            HeldOut = isHeldOut ? value : default,
        };
    }

    /// <summary>All expressions of a text. The points of a range count one by one, as TIMEX marks them.</summary>
    public static TimeScores Score(MarkedTimes gold, Document system)
    {
        var found = Points(system);
        return new()
        {
            Spans = new(gold.Spans.Length, found.Length, gold.Spans.Intersect(found).Count()),
            Overlapping = new(gold.Spans.Length, found.Length, Pairs(gold.Spans, found)),
            Values = Values(gold, system),
        };
    }

    /// <summary>The expressions of a document, ranges cut into their points; in text order.</summary>
    public static ImmutableArray<TextSpan> Points(Document document) =>
        [.. TimeExpressions.Of(document).SelectMany(one => one.Points.IsEmpty ? [one.Span] : one.Points)];

    // Of the marked expressions whose days can be compared: how many we place, and how many rightly
    private static Tally Values(MarkedTimes gold, Document system)
    {
        var placed = DocumentTimes.Of(system, gold.Published).All.Where(time => time.Named is not null && gold.Values.ContainsKey(time.Expression.Span)).ToList();
        return new(gold.Values.Count, placed.Count, placed.Count(time => IsRight(time.Expression, gold.Values[time.Expression.Span], time.Named!.Value)));

        // TIMEX gives "early 1939" the value of 1939
        static bool IsRight(TimeExpression expression, TimeInterval gold, TimeInterval ours) => expression.Meaning is TimeMeaning.PartOf
            ? gold.Start <= ours.Start && ours.End <= gold.End
            : gold == ours;
    }

    private static int Shared(TextSpan one, TextSpan other) => Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);

    // Both are in text order, so that taking each as it comes pairs as many as can be
    private static int Pairs(ImmutableArray<TextSpan> gold, ImmutableArray<TextSpan> found)
    {
        var (pairs, i, j) = (0, 0, 0);
        while (i < gold.Length && j < found.Length)
        {
            if (gold[i].Overlaps(found[j])) (pairs, i, j) = (pairs + 1, i + 1, j + 1);
            else if (gold[i].End <= found[j].Start) i++;
            else j++;
        }

        return pairs;
    }
}
