namespace Heliograph.Evaluation;

/// <summary>How well attributions are found in corpora of them.</summary>
public sealed record AttributionScores
{
    /// <summary>Sources with both ends right, by sentence.</summary>
    public Tally Sources { get; init; }

    /// <summary>Cues with both ends right.</summary>
    public Tally Cues { get; init; }

    /// <summary>Contents with both ends right.</summary>
    public Tally Contents { get; init; }

    /// <summary>Tokens of contents.</summary>
    public Tally ContentTokens { get; init; }

    /// <summary>Attributions of which each part covers half or more of its gold part.</summary>
    public Tally Triples { get; init; }

    /// <summary>Attributions whose cue or source overlaps; what else is found is not counted against, where only some are marked.</summary>
    public Tally Found { get; init; }

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
    [
        ("Source", Sources), ("Cue", Cues), ("Content", Contents), ("Content tokens", ContentTokens), ("Triples", Triples),
        ("Found (news, interview, speech)", Found),
    ];

    /// <summary>The scores of two sets of texts taken together.</summary>
    public AttributionScores Add(AttributionScores other) => new()
    {
        Sources = Sources + other.Sources,
        Cues = Cues + other.Cues,
        Contents = Contents + other.Contents,
        ContentTokens = ContentTokens + other.ContentTokens,
        Triples = Triples + other.Triples,
        Found = Found + other.Found,
    };
}
