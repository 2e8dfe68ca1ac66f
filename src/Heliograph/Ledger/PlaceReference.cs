using Heliograph.Places;

namespace Heliograph.Ledger;

/// <summary>Where an event was: the words that tell it, and the place they stand for.</summary>
/// <param name="Words">The words.</param>
/// <param name="Name">The place's name, or null where the words leave open which place they mean.</param>
/// <param name="Country">The country it lies in (ISO 3166-1 alpha-3), or null where that is open, or it lies in none or several.</param>
/// <param name="Latitude">Degrees north of the equator, or null where not known.</param>
/// <param name="Longitude">Degrees east of Greenwich, or null where not known.</param>
/// <param name="Precision">What the coordinates are the middle of, or null where there is no place.</param>
public sealed record PlaceReference(
    Evidence Words, string? Name = null, string? Country = null, double? Latitude = null, double? Longitude = null, PlacePrecision? Precision = null)
{
    /// <summary>The reference of words that were found to stand for a place, for a country, or for nothing known.</summary>
    public static PlaceReference Of(Evidence words, PlaceFinding? finding) => finding?.Place is { } place
        ? new(words, place.Name, place.Country, place.Latitude, place.Longitude, place.Precision)
        : new(words, Country: finding?.Country);
}
