using System.Collections.Immutable;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>What the dossiers of an actor and of a pair share.</summary>
public abstract record Dossier
{
    /// <summary>The most events whose places are looked at.</summary>
    internal const int MostEvents = 500;

    /// <summary>The most mentions whose words are looked at.</summary>
    internal const int MostMentions = 1000;

    /// <summary>The time that is asked for.</summary>
    public required DossierTime Time { get; init; }

    /// <summary>Where the events were.</summary>
    public required ImmutableArray<PlaceTally> Places { get; init; }

    /// <summary>How many events were asked for their places.</summary>
    public required int PlacedEvents { get; init; }

    /// <summary>The number of the entry that the ledger held last: its state.</summary>
    public required long LastEntry { get; init; }
}
