using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>A person, state, group or organisation that the register knows. Immutable.</summary>
public sealed record Actor
{
    /// <summary>Its name in the ledger: ISO 3166-1 alpha-3 of a state, otherwise words in small letters joined by hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Its usual name in the news.</summary>
    public required string Name { get; init; }

    /// <summary>Its other names; may be empty.</summary>
    public ImmutableArray<ActorAlias> Aliases { get; init; } = [];

    /// <summary>The states it belongs to by their ids, the main one first; empty for one across many.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Its CAMEO code where it has one of its own, such as <c>IGOUNO</c>.</summary>
    public string? Cameo { get; init; }

    /// <summary>Its PLOVER sector; null of states and of people, whose offices tell it.</summary>
    public string? Sector { get; init; }

    /// <summary>What it is or was part of; may be empty.</summary>
    public ImmutableArray<Parentage> Parents { get; init; } = [];

    /// <summary>When it is or was there; of people, unknown.</summary>
    public Period Period { get; init; }

    /// <summary>A person's gender.</summary>
    public Gender Gender { get; init; }

    /// <summary>The words and codes of a state; null of all others.</summary>
    public StateNames? State { get; init; }

    /// <summary>Where its row stands.</summary>
    public RegisterPlace Place { get; init; }

    /// <summary>The main state it belongs to, a state itself; null for one across many.</summary>
    public string? Country => Kind == ActorKind.State ? Id : Countries.IsEmpty ? null : Countries[0];

    /// <summary>The code that ledger lines carry: its state's ISO 3166-1 alpha-3, or of an actor across many states the
    /// first three letters of its CAMEO code; null where there is neither.</summary>
    public string? Code => Country is { } country
        ? country.StartsWith("x-", StringComparison.Ordinal) ? null : country
        : Cameo is { Length: >= 3 } cameo ? cameo[..3] : Kind switch
        {
            ActorKind.Intergovernmental => "IGO",
            ActorKind.Ngo => "NGO",
            ActorKind.Company => "MNC",
            _ => null,
        };
}
