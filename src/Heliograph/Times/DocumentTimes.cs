using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Times;

/// <summary>The times of one document, placed in the calendar.</summary>
public sealed class DocumentTimes
{
    private const int MaxSentences = 3; // how far "the following day" reaches back
    private const int HistoryYears = 5; // times of other years that make a text a history; three in four must be

    private readonly ImmutableArray<TimeExpression> _expressions;
    private readonly ImmutableArray<TimeInterval?> _intervals;
    private readonly ImmutableArray<TimeInterval?> _named;

    private DocumentTimes(ImmutableArray<TimeExpression> expressions, ImmutableArray<TimeInterval?> intervals, ImmutableArray<TimeInterval?> named) =>
        (_expressions, _intervals, _named) = (expressions, intervals, named);

    /// <summary>Places every expression of a document. Deterministic: the same document and day give the same intervals.</summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="published">The day of publication, where it is known.</param>
    public static DocumentTimes Of(Document document, DateOnly? published)
    {
        var expressions = TimeExpressions.Of(document);
        var intervals = ImmutableArray.CreateBuilder<TimeInterval?>(expressions.Length);
        var names = ImmutableArray.CreateBuilder<TimeInterval?>(expressions.Length);
        var isHistory = IsHistory(expressions, published);
        (TimeInterval Interval, int Sentence, int Paragraph, bool IsYearTold)? last = null;
        foreach (var expression in expressions)
        {
            var (sentence, paragraph) = (document.SentenceIndexOf(expression.Tokens.Start), document.ParagraphIndexOf(expression.Tokens.Start));
            var tense = ClauseTense.Of(document, expression);
            var isNear = last is { } one && one.Paragraph == paragraph && sentence - one.Sentence <= MaxSentences;
            var narrates = isNear && last is { IsYearTold: true } told && told.Interval.Start.Year != published?.Year && tense != TimeTense.Future;
            var carries = isHistory && tense != TimeTense.Future && expression.IsYearly;
            var before = (isNear && (expression.IsAnaphoric || narrates)) || carries ? last?.Interval : null;
            var day = isHistory && tense != TimeTense.Future && !expression.IsAbsolute ? null : published;
            var named = TimeResolver.Named(expression, day, tense, before);
            intervals.Add(TimeResolver.Resolve(expression, day, tense, before));
            names.Add(named);
            if (named is { } days && expression.Points.IsEmpty) last = (days, sentence, paragraph, expression.IsAbsolute || before is not null);
            else if (expression.IsYearly && before is not null) last = null; // a month that lies before: the year may have turned
        }

        return new(expressions, intervals.MoveToImmutable(), names.MoveToImmutable());
    }

    // In a history a month without a year is of the year told last, never of that of publication
    private static bool IsHistory(ImmutableArray<TimeExpression> expressions, DateOnly? published)
    {
        if (published is not { } day) return false;
        var (past, near) = (0, 0);
        foreach (var expression in expressions)
        {
            if (!expression.IsAbsolute || TimeResolver.Named(expression, null, TimeTense.Unknown) is not { } interval) continue;
            if (interval.End.Year < day.Year) past++;
            else near++;
        }

        return past >= HistoryYears && past >= 3 * near;
    }

    /// <summary>The expressions, in text order, each with its days and those that its words name
    /// whatever preposition stands before them; null for what could not be placed.</summary>
    public IEnumerable<(TimeExpression Expression, TimeInterval? Interval, TimeInterval? Named)> All => _expressions.Zip(_intervals, _named);

    /// <summary>The days of the one expression that lies in a stretch of the text; null where there is none, or several.</summary>
    public TimeInterval? In(TextSpan words)
    {
        var found = -1;
        for (var i = First(words.Start); i < _expressions.Length && _expressions[i].Span.Start < words.End; i++)
        {
            if (found >= 0 || _expressions[i].Span.End > words.End) return null;
            found = i;
        }

        return found < 0 ? null : _intervals[found];
    }

    // The first expression that ends after an offset
    private int First(int offset)
    {
        var (low, high) = (0, _expressions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_expressions[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
