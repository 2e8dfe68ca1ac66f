using System.Collections.Immutable;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>The scores of the events found in one report.</summary>
public sealed record EventScores
{
    /// <summary>Each gold event with what was found for it, in the gold's order.</summary>
    public required ImmutableArray<EventMatch> Matches { get; init; }

    /// <summary>Events found that match none of the gold, in text order. The gold need not be complete, so an extra one
    /// may still be true.</summary>
    public required ImmutableArray<Event> Extra { get; init; }

    /// <summary>Events whose trigger overlaps the gold's.</summary>
    public Tally Triggers => Count(_ => true);

    /// <summary>Events of the right type.</summary>
    public Tally Types => Count(match => match.Type);

    /// <summary>Events with the right actor.</summary>
    public Tally Actors => Count(match => match.Actor);

    /// <summary>Events with the right recipient.</summary>
    public Tally Recipients => Count(match => match.Recipient);

    /// <summary>Events with the right factuality.</summary>
    public Tally Factualities => Count(match => match.Factuality);

    /// <summary>Events whose type, actor and factuality are right.</summary>
    public Tally TypeActorAndFactuality => Count(match => match.IsRight);

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
    [
        ("Trigger", Triggers), ("Type", Types), ("Actor", Actors), ("Recipient", Recipients),
        ("Factuality", Factualities), ("Type+actor+factuality", TypeActorAndFactuality),
    ];

    private Tally Count(Func<EventMatch, bool> isRight)
    {
        var paired = Matches.Count(match => match.System is not null);
        return new(Matches.Length, paired + Extra.Length, Matches.Count(match => match.System is not null && isRight(match)));
    }
}
