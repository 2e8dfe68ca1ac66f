using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Times;

namespace Heliograph.Actors;

/// <summary>What the words of a description tell: "the former Pakistani foreign minister", "a senior fellow at the Lisle Institute".</summary>
internal sealed record Description
{
    /// <summary>The words it was read from.</summary>
    public required TokenSpan Tokens { get; init; }

    /// <summary>The key of the title of an office; 0 where there is none.</summary>
    public ulong Title { get; init; }

    /// <summary>Whether the office is said to lie in the past.</summary>
    public bool IsFormer { get; init; }

    /// <summary>Whether the words leave it open whose time is meant: "the then president", "the next president".</summary>
    public bool IsOfAnotherTime { get; init; }

    /// <summary>The states, organisations and groups named in it as whole names, in text order.</summary>
    public ImmutableArray<Actor> Owners { get; init; } = [];

    /// <summary>A state that is only part of a longer name, such as that of a body the register does not know.</summary>
    public string? PartState { get; init; }

    /// <summary>The state that an adjective before the noun tells ("Avarian critics"); null where there is none.</summary>
    public string? AdjectiveState { get; init; }

    /// <summary>The country of a place in it ("rebels in Lorne"); null where there is none.</summary>
    public string? Where { get; init; }

    /// <summary>Whether the office is said to have been held then: "then-president".</summary>
    public bool IsThen { get; init; }

    /// <summary>The days of the past that the sentence begins with ("In 2014, the premier"); null where it does not.</summary>
    public TimeInterval? At { get; init; }

    /// <summary>The generic role, or null.</summary>
    public Role? Role { get; init; }

    /// <summary>Whether the words speak of several.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether they name two things: "military and intelligence officials".</summary>
    public bool IsJoined { get; init; }

    /// <summary>Whether they begin with "a" or "an".</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>The lemmas of its nouns and adjectives other than the names in it, the head last.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The only state among the owners, or the only state that they belong to; null where there is none or several.</summary>
    public string? State
    {
        get
        {
            string? state = null;
            foreach (var owner in Owners)
            {
                if (owner.Country is not { } country || owner.Kind is ActorKind.EthnicGroup or ActorKind.ReligiousGroup) continue; // they live in many
                if (state is not null && state != country) return null;
                state = country;
            }

            return state ?? PartState;
        }
    }

    /// <summary>The only owner that is no state; null where there is none or several.</summary>
    public Actor? Body
    {
        get
        {
            Actor? body = null;
            foreach (var owner in Owners)
            {
                if (owner.Kind is ActorKind.State or ActorKind.Person) continue;
                if (body is not null) return null;
                body = owner;
            }

            return body;
        }
    }
}
