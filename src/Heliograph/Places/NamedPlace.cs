using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Places;

/// <summary>A name of a place in a document, while it is being settled which place it means.</summary>
internal sealed class NamedPlace
{
    /// <summary>Its index in <see cref="Document.Names"/>.</summary>
    public required int Name { get; init; }

    /// <summary>The tokens of the name itself, without article, directions, and what follows a comma.</summary>
    public required TokenSpan Tokens { get; init; }

    /// <summary>The key of the name.</summary>
    public required string Key { get; init; }

    /// <summary>Every place that has the name and is of the kind that the words beside it say.</summary>
    public required ImmutableArray<Place> Candidates { get; init; }

    /// <summary>What the noun beside it says it is, such as "province".</summary>
    public required PlaceNouns.Kind Noun { get; init; }

    /// <summary>Whether the name is a common word too.</summary>
    public required bool IsCommon { get; init; }

    /// <summary>Places that the words beside it say it lies in, and those words; none where they say nothing.</summary>
    public ImmutableArray<Place> Within { get; set; } = [];

    /// <summary>The words that say what it lies in.</summary>
    public string WithinWords { get; set; } = "";

    /// <summary>Whether the words beside it leave no doubt that it lies there ("the Syrian city of X"); a comma may part a list.</summary>
    public bool IsWithinForSure { get; set; }

    /// <summary>What it means; null while open, and where it stays so.</summary>
    public PlaceFinding? Finding { get; set; }

    /// <summary>The country that all its candidates lie in, or null.</summary>
    public string? OnlyCountry =>
        Candidates.IsEmpty || Candidates[0].Country is not { } first || Candidates.Any(place => place.Country != first) ? null : first;
}
