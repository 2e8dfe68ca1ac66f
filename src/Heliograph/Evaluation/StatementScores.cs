using System.Collections.Immutable;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>The scores of the statements found in one report.</summary>
public sealed record StatementScores
{
    /// <summary>Each gold statement with what was found for it, in the gold's order.</summary>
    public required ImmutableArray<StatementMatch> Matches { get; init; }

    /// <summary>Statements found that match none of the gold, in text order. The gold need not be complete, so an extra
    /// one may still be true.</summary>
    public required ImmutableArray<Attribution> Extra { get; init; }

    /// <summary>Statements whose source and cue are right.</summary>
    public Tally SourceAndCue => Count(_ => true, match => match.IsRight, _ => true);

    /// <summary>Statements whose source, cue and content are right.</summary>
    public Tally SourceCueAndContent => Count(_ => true, match => match.IsRight && match.Content, _ => true);

    /// <summary>Sources, of the statements that have one.</summary>
    public Tally Sources => Count(gold => gold.Source is not null, match => match.Source, found => !found.Source.IsEmpty);

    /// <summary>Cues, of the statements that have one.</summary>
    public Tally Cues => Count(gold => gold.Cue is not null, match => match.Cue, _ => true);

    /// <summary>Contents.</summary>
    public Tally Contents => Count(_ => true, match => match.Content, _ => true);

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
    [
        ("Source", Sources), ("Cue", Cues), ("Content", Contents), ("Source+cue", SourceAndCue),
        ("All three", SourceCueAndContent),
    ];

    private Tally Count(Func<GoldStatement, bool> has, Func<StatementMatch, bool> isRight, Func<Attribution, bool> found) => new(
        Matches.Count(match => has(match.Gold)),
        Extra.Count(found) + Matches.Count(match => match.System is { } system && found(system)),
        Matches.Count(match => has(match.Gold) && match.System is not null && isRight(match)));
}
