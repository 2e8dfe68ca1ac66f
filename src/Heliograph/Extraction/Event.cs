using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Who did what to whom, as one trigger in the text tells it.</summary>
public sealed record Event
{
    /// <summary>The PLOVER type, such as <c>ASSAULT</c>; one of sixteen.</summary>
    public required string Type { get; init; }

    /// <summary>Whether states deal with one another by words in it, so that a capital stands for its government; troops reach the city itself.</summary>
    internal bool IsOfWords => Type is "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" or "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" or "SANCTION";

    /// <summary>The PLOVER mode, such as <c>aerial</c>, where the words carry one.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, such as <c>terrorism</c>; may be empty.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>The CAMEO code, two to four digits.</summary>
    public required string Cameo { get; init; }

    /// <summary>The words that tell the event; not empty.</summary>
    public required ImmutableArray<TextSpan> Trigger { get; init; }

    /// <summary>The token that heads the trigger.</summary>
    public required int TriggerHead { get; init; }

    /// <summary>Who did it; one argument a conjunct; empty where the words give none.</summary>
    public required ImmutableArray<Argument> Actors { get; init; }

    /// <summary>To whom; one argument a conjunct; empty where the words give none.</summary>
    public required ImmutableArray<Argument> Recipients { get; init; }

    /// <summary>Where, as the words stand; may be empty.</summary>
    public ImmutableArray<Argument> Places { get; init; } = [];

    /// <summary>When, as the words stand, where they tell.</summary>
    public TextSpan? Time { get; init; }

    /// <summary>How the event stands to the world, in the eyes of its voice.</summary>
    public required Factuality Factuality { get; init; }

    /// <summary>Words of likelihood that govern the event, as they stand ("may"), where there are any.</summary>
    public TextSpan? Likelihood { get; init; }

    /// <summary>How many were killed, where the words tell.</summary>
    public Quantity? Killed { get; init; }

    /// <summary>How many were injured, where the words tell.</summary>
    public Quantity? Injured { get; init; }

    /// <summary>How many were arrested, where the words tell.</summary>
    public Quantity? Arrested { get; init; }

    /// <summary>How many were displaced, where the words tell.</summary>
    public Quantity? Displaced { get; init; }

    /// <summary>The share of events with such signs that are right, from 0 to 1: how far it is to be trusted; null where nobody has asked.</summary>
    public double? Confidence { get; init; }

    /// <summary>The signs that <see cref="Confidence"/> was read from.</summary>
    internal ImmutableArray<string> Signs { get; init; } = [];

    /// <summary>The frame that matched, such as <c>attack.verb</c>, so that a wrong entry can be traced to its cause.</summary>
    public required string Rule { get; init; }
}
