namespace Heliograph.Places;

/// <summary>One place of the world.</summary>
public sealed record Place
{
    /// <summary>Its id, the same in every report: <c>place:1176615</c> by GeoNames, <c>place:PAK-03</c> for a region,
    /// <c>place:PAK</c> for a country, <c>place:area-red-sea</c> for the rest.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The country that holds it (ISO 3166-1 alpha-3), or null where it lies in several or in none.</summary>
    public string? Country { get; init; }

    /// <summary>The code of its first-level region, as GeoNames has it; empty where it is not known. A code stands within its country.</summary>
    public string Region { get; init; } = "";

    /// <summary>Degrees north of the equator, or null where not known.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east of Greenwich, or null where not known.</summary>
    public double? Longitude { get; init; }

    /// <summary>How many people live there by the gazetteer; 0 where not known.</summary>
    public long Population { get; init; }

    /// <summary>What the coordinates are the middle of.</summary>
    public required PlacePrecision Precision { get; init; }

    /// <summary>Whether it is the capital of its country.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Whether it is the seat of a first-level region.</summary>
    public bool IsSeat { get; init; }

    /// <summary>The number that GeoNames gives it, or null where it has none.</summary>
    public int? GeoNames => int.TryParse(Id.AsSpan("place:".Length), out var number) ? number : null;

    /// <summary>Whether another place lies in this one, as far as countries, regions and distances tell.</summary>
    public bool Holds(Place other) => this != other && Precision switch
    {
        PlacePrecision.Country => other.Country == Country,
        PlacePrecision.Region => other.Country == Country && (Region.Length == 0 || other.Region == Region),
        PlacePrecision.Area => Country is not null ? other.Country == Country : DistanceTo(other) < AreaKm,
        PlacePrecision.Water => false,
        _ => other.Country == Country && other.Population <= Population && DistanceTo(other) < CityKm,
    };

    /// <summary>The distance to another place in kilometres, on a sphere; infinite where one has no coordinates.</summary>
    public double DistanceTo(Place other)
    {
        if (Latitude is not { } north || Longitude is not { } east) return double.PositiveInfinity;
        return other is { Latitude: { } otherNorth, Longitude: { } otherEast }
            ? Distance(north, east, otherNorth, otherEast)
            : double.PositiveInfinity;
    }

    private const double AreaKm = 1000;
    private const double CityKm = 60;
    private const double EarthKm = 6371;

    private static double Distance(double north, double east, double otherNorth, double otherEast)
    {
        var (here, there) = (double.DegreesToRadians(north), double.DegreesToRadians(otherNorth));
        var (up, along) = (Math.Sin((there - here) / 2), Math.Sin(double.DegreesToRadians(otherEast - east) / 2));
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(up * up + Math.Cos(here) * Math.Cos(there) * along * along)));
    }
}
