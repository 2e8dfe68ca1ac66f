using System.Collections.Immutable;

namespace Heliograph.Actors;

/// <summary>An office that one person after another holds.</summary>
public sealed record Office
{
    /// <summary>Its id: that of the state or organisation, a slash, and the office: <c>PAK/prime-minister</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The state; null of one across many.</summary>
    public string? Country { get; init; }

    /// <summary>The organisation it is an office of; null where it is the state's own.</summary>
    public string? Organisation { get; init; }

    /// <summary>The words of the office, without the country's name; one or more.</summary>
    public required ImmutableArray<string> Titles { get; init; }

    /// <summary>Its PLOVER sector.</summary>
    public required string Sector { get; init; }

    /// <summary>Its CAMEO code where it is not that of state and sector.</summary>
    public string? Cameo { get; init; }

    /// <summary>Where its row stands.</summary>
    public RegisterPlace Place { get; init; }
}
