using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Times;

/// <summary>The times of one document, placed in the calendar.</summary>
public sealed class DocumentTimes
{
    private const int MaxSentences = 3; // how far "the following day" reaches back

    private readonly ImmutableArray<TimeExpression> _expressions;
    private readonly ImmutableArray<TimeInterval?> _intervals;

    private DocumentTimes(ImmutableArray<TimeExpression> expressions, ImmutableArray<TimeInterval?> intervals) =>
        (_expressions, _intervals) = (expressions, intervals);

    /// <summary>Places every expression of a document. Deterministic: the same document and day give the same intervals.</summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="published">The day of publication, where it is known.</param>
    public static DocumentTimes Of(Document document, DateOnly? published)
    {
        var expressions = TimeExpressions.Of(document);
        var intervals = ImmutableArray.CreateBuilder<TimeInterval?>(expressions.Length);
        (TimeInterval Interval, int Sentence, int Paragraph, bool IsYearTold)? last = null;
        foreach (var expression in expressions)
        {
            var (sentence, paragraph) = (document.SentenceIndexOf(expression.Tokens.Start), document.ParagraphIndexOf(expression.Tokens.Start));
            var tense = ClauseTense.Of(document, expression);
            var isNear = last is { } one && one.Paragraph == paragraph && sentence - one.Sentence <= MaxSentences;
            var narrates = isNear && last is { IsYearTold: true } told && told.Interval.Start.Year != published?.Year && tense != TimeTense.Future;
            var before = isNear && (expression.IsAnaphoric || narrates) ? last?.Interval : null;
            intervals.Add(TimeResolver.Resolve(expression, published, tense, before));
            if (TimeResolver.Named(expression, published, tense, before) is { } named && expression.Points.IsEmpty)
            {
                last = (named, sentence, paragraph, expression.IsAbsolute || before is not null);
            }
        }

        return new(expressions, intervals.MoveToImmutable());
    }

    /// <summary>The expressions, in text order, each with its days; null for what could not be placed.</summary>
    public IEnumerable<(TimeExpression Expression, TimeInterval? Interval)> All => _expressions.Zip(_intervals);

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
