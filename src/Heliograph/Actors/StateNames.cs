using System.Collections.Immutable;

namespace Heliograph.Actors;

/// <summary>The words and codes that only states have.</summary>
public sealed record StateNames
{
    /// <summary>Adjectives, such as <c>Pakistani</c>; may be empty.</summary>
    public required ImmutableArray<string> Adjectives { get; init; }

    /// <summary>Names of its people, such as <c>Afghan</c> and <c>Afghans</c>; may be empty.</summary>
    public required ImmutableArray<string> People { get; init; }

    /// <summary>Its capitals, the seat of government first; may be empty.</summary>
    public required ImmutableArray<string> Capitals { get; init; }

    /// <summary>ISO 3166-1 alpha-2, where it has one.</summary>
    public string? Iso2 { get; init; }

    /// <summary>FIPS 10-4, where it had one.</summary>
    public string? Fips { get; init; }

    /// <summary>One of <see cref="ActorTerms.Statuses"/>.</summary>
    public required string Status { get; init; }
}
