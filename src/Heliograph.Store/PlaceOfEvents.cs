namespace Heliograph.Store;

/// <summary>A place of events and what kind they are.</summary>
/// <param name="Name">The place's name.</param>
/// <param name="Country">The country it lies in, ISO 3166-1 alpha-3; null where that is open.</param>
/// <param name="Latitude">Degrees north of the equator.</param>
/// <param name="Longitude">Degrees east of Greenwich.</param>
/// <param name="Precision">What the coordinates are the middle of, such as <c>city</c> or <c>country</c>.</param>
/// <param name="Conflicts">How many of the events are conflict (classes 3 and 4).</param>
/// <param name="Count">How many events; 1 or more.</param>
public sealed record PlaceOfEvents(string Name, string? Country, double Latitude, double Longitude, string Precision, long Conflicts, long Count);
