using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Scores attributions against PolNeAR and GUM.</summary>
public static class AttributionScorer
{
    /// <summary>CofeNet's metric on one sentence: a part is right when its first and last token are.</summary>
    /// <remarks>What was found in the article is laid over the tokens of the sentence and cut at its ends. A statement inside
    /// the content of another is passed over, as PolNeAR marks only outermost ones.</remarks>
    public static AttributionScores Score(LabelledInstance gold, IReadOnlyList<Attribution> found)
    {
        found = Outermost(found);
        var contents = found.SelectMany(one => one.Content).ToHashSet();
        contents.RemoveWhere(span => contents.Any(other => other != span && other.Start <= span.Start && span.End <= other.End));
        var ours = contents.Select(span => Cut(gold.Tokens, span)).OfType<TokenSpan>().ToHashSet();
        var own = Spans(gold.Labels, "content");
        var tokens = Enumerable.Range(0, gold.Labels.Length).ToArray();
        return new()
        {
            Sources = Exact(Spans(gold.Labels, "source"), [.. found.SelectMany(one => one.Source).Select(span => Cut(gold.Tokens, span)).OfType<TokenSpan>()]),
            Cues = Exact(Spans(gold.Labels, "cue"), [.. found.SelectMany(one => one.Cue).Select(span => Cut(gold.Tokens, span)).OfType<TokenSpan>()]),
            Contents = Exact(own, ours),
            ContentTokens = new(
                tokens.Count(t => Holds(own, t)), tokens.Count(t => Holds(ours, t)), tokens.Count(t => Holds(own, t) && Holds(ours, t))),
        };
    }

    /// <summary>Whole attributions of one article: right where each part covers half or more of its gold part, and a
    /// source is found just where the gold has one.</summary>
    public static AttributionScores ScoreTriples(MarkedText gold, IReadOnlyList<Attribution> found)
    {
        var judged = Judge(gold, found);
        return new() { Triples = new(gold.Attributions.Length, judged.Count, judged.Count(one => one.IsRight)) };
    }

    /// <summary>Each attribution found in an article, but for those inside the content of another, and whether it is right as a triple.</summary>
    public static IReadOnlyList<(Attribution Found, bool IsRight)> Judge(MarkedText gold, IReadOnlyList<Attribution> found)
    {
        found = Outermost(found);
        var matches = Pairing.BestFirst(
            gold.Attributions, found, (marks, one) => Covers(marks, one) ? one : null!, one => one is null ? 0 : 1);
        var right = matches.OfType<Attribution>().ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. found.Select(one => (one, right.Contains(one)))];
    }

    /// <summary>Attributions of a text in which not all are marked: found where cue or source overlaps.</summary>
    public static AttributionScores ScoreFound(MarkedText gold, IReadOnlyList<Attribution> found)
    {
        var right = gold.Attributions.Count(marks => found.Any(one => Overlap(marks.Cue, one.Cue) || Overlap(marks.Source, one.Source)));
        return new() { Found = new(gold.Attributions.Length, gold.Attributions.Length, right) };
    }

    private static List<Attribution> Outermost(IReadOnlyList<Attribution> found) =>
        [.. found.Where(one => !found.Any(other => !ReferenceEquals(one, other) && other.Content.Any(content => content.Start <= one.Cue[0].Start && one.Cue[^1].End <= content.End)))];

    private static bool Covers(MarkedText.Marks marks, Attribution found) =>
        (marks.Source.IsEmpty ? found.Source.IsEmpty : Half(marks.Source, found.Source))
        && (marks.Cue.IsEmpty || Half(marks.Cue, found.Cue)) && (marks.Content.IsEmpty || Half(marks.Content, found.Content));

    private static bool Half(ImmutableArray<TextSpan> gold, ImmutableArray<TextSpan> found)
    {
        var shared = 0;
        foreach (var span in gold)
        {
            foreach (var other in found) shared += Math.Max(0, Math.Min(span.End, other.End) - Math.Max(span.Start, other.Start));
        }

        return 2 * shared >= gold.Sum(span => span.Length);
    }

    private static bool Overlap(ImmutableArray<TextSpan> left, ImmutableArray<TextSpan> right) => left.Any(span => right.Any(span.Overlaps));

    private static Tally Exact(HashSet<TokenSpan> gold, HashSet<TokenSpan> found) => new(gold.Count, found.Count, gold.Count(found.Contains));

    private static bool Holds(HashSet<TokenSpan> spans, int token) => spans.Any(span => span.Contains(token));

    private static TokenSpan? Cut(ImmutableArray<TextSpan> tokens, TextSpan span)
    {
        var (first, last) = (-1, -1);
        for (var t = 0; t < tokens.Length; t++)
        {
            if (!tokens[t].Overlaps(span)) continue;
            if (first < 0) first = t;
            last = t;
        }

        return first < 0 ? null : new TokenSpan(first, last + 1);
    }

    private static HashSet<TokenSpan> Spans(ImmutableArray<string> labels, string type)
    {
        var spans = new HashSet<TokenSpan>();
        for (var t = 0; t < labels.Length; t++)
        {
            if (labels[t] != "B-" + type) continue;
            var start = t;
            while (t + 1 < labels.Length && labels[t + 1] == "I-" + type) t++;
            spans.Add(new(start, t + 1));
        }

        return spans;
    }
}
