namespace Heliograph.Store;

/// <summary>A place of events.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">The country it lies in, ISO 3166-1 alpha-3; null where that is open, or it lies in none or several.</param>
/// <param name="Latitude">Degrees north of the equator.</param>
/// <param name="Longitude">Degrees east of Greenwich.</param>
/// <param name="Precision">What the coordinates are the middle of, such as <c>city</c>; null where that is not told.</param>
/// <param name="Count">How many events.</param>
/// <param name="Example">The id of the latest.</param>
public sealed record PlaceTally(string Name, string? Country, double Latitude, double Longitude, string? Precision, int Count, string Example);
