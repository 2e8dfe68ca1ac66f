using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Scores statements against those that a person marked.</summary>
/// <remarks>
/// A part is right when it overlaps its gold part; where the gold has no source, when none was found. A statement is
/// right when source and cue are. Two leniencies, because the gold is not without faults. A cue is also right when it
/// has the same words as the gold cue and the sources overlap: some gold cues point at an earlier occurrence of the
/// same word. A gold statement without a cue asks for the content to overlap instead. Each gold statement is matched
/// with at most one found, the pairs that agree in most parts first.
/// </remarks>
public static class StatementScorer
{
    /// <summary>Scores the statements of one report.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="gold">What a person marked.</param>
    /// <param name="found">What was found, in text order.</param>
    public static StatementScores Score(string text, IReadOnlyList<GoldStatement> gold, IReadOnlyList<Attribution> found)
    {
        var matches = Pairing.BestFirst(gold, found, (statement, attribution) => Compare(text, statement, attribution), Rank);
        var paired = matches.Select(match => match?.System).ToHashSet(ReferenceEqualityComparer.Instance);

        return new()
        {
            Matches = [.. matches.Select((match, i) => match ?? new(gold[i], null, false, false, false))],
            Extra = [.. found.Where(attribution => !paired.Contains(attribution))],
        };
    }

    private static StatementMatch Compare(string text, GoldStatement gold, Attribution found)
    {
        var content = gold.Content.Any(part => found.Content.Any(part.Overlaps));
        var source = gold.Source is { } span ? found.Source.Any(span.Overlaps) : found.Source.IsEmpty;
        var cue = gold.Cue is { } words
            ? found.Cue.Any(words.Overlaps) || (source && gold.Source is not null && SameWords(text, words, found.Cue))
            : content;
        return new(gold, found, source, cue, content);
    }

    /// <summary>0 for a pair that has nothing to do with each other: an absent source alone is no tie.</summary>
    private static int Rank(StatementMatch match) => !match.Cue && !match.Content
        ? 0
        : (match.IsRight ? 8 : 0) + (match.Content ? 4 : 0) + (match.Cue ? 2 : 0) + (match.Source ? 1 : 0);

    private static bool SameWords(string text, TextSpan gold, ImmutableArray<TextSpan> found) =>
        string.Join(' ', found.Select(span => span.In(text).ToString())).Equals(
            gold.In(text).ToString(), StringComparison.OrdinalIgnoreCase);
}
