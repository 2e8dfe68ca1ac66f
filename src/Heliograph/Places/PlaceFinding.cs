namespace Heliograph.Places;

/// <summary>What words of a text stand for: a place, or at least the country that it lies in.</summary>
/// <param name="Place">The place, or null where the words leave open which.</param>
/// <param name="Country">The country (ISO 3166-1 alpha-3), where all that the words may mean lies in one; else null.</param>
/// <param name="Why">Why, such as <c>only place of that name</c> or <c>within "Pakistan"</c>.</param>
public sealed record PlaceFinding(Place? Place, string? Country, string Why);
