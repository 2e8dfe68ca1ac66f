using System.Collections.Immutable;
using Heliograph.Extraction;

namespace Heliograph.Ledger;

/// <summary>Who did what to whom, where and when, in the eyes of its voice.</summary>
public sealed record EventEntry : Entry
{
    /// <summary>The PLOVER type, such as <c>ASSAULT</c>.</summary>
    public required string Plover { get; init; }

    /// <summary>The PLOVER mode, such as <c>aerial</c>, where the words carry one.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, such as <c>terrorism</c>; may be empty.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>The CAMEO code, two to four digits.</summary>
    public required string Cameo { get; init; }

    /// <summary>The words that tell the event.</summary>
    public required Evidence Trigger { get; init; }

    /// <summary>Who did it; empty where the words do not tell.</summary>
    public ImmutableArray<Participant> Actors { get; init; } = [];

    /// <summary>To whom; empty where the words do not tell.</summary>
    public ImmutableArray<Participant> Recipients { get; init; } = [];

    /// <summary>Where; may be empty.</summary>
    public ImmutableArray<PlaceReference> Places { get; init; } = [];

    /// <summary>When, where the words tell.</summary>
    public TimeReference? Time { get; init; }

    /// <summary>How the event stands to the world, in the eyes of its voice.</summary>
    public required Factuality Factuality { get; init; }

    /// <summary>Words of likelihood that govern it, where there are any.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>How many were killed.</summary>
    public Count? Killed { get; init; }

    /// <summary>How many were injured.</summary>
    public Count? Injured { get; init; }

    /// <summary>How many were arrested.</summary>
    public Count? Arrested { get; init; }

    /// <summary>How many were displaced.</summary>
    public Count? Displaced { get; init; }

    /// <summary>How far the entry is to be trusted, from 0 to 1: of those given 0.8, eight in ten are right. Null where the line it was
    /// read from does not tell.</summary>
    public double? Confidence { get; init; }

    /// <summary>The confidence as Heliograph ships it, where <see cref="Confidence"/> was fitted to local corrections; null where it was not.</summary>
    public double? ShippedConfidence { get; init; }

    /// <summary>Which frame found it; empty where the line it was read from does not tell.</summary>
    public string Rule { get; init; } = "";

    /// <inheritdoc/>
    public override string Kind => "event";

    /// <inheritdoc/>
    public override string? Type => Plover;

    /// <inheritdoc/>
    public override int Position => Trigger.Spans[0].Start;
}
