using Heliograph.Actors;

namespace Heliograph.Exports;

/// <summary>The codes and names that other formats use for the countries of ISO 3166-1 alpha-3.</summary>
internal static class Countries
{
    /// <summary>FIPS 10-4, as GDELT uses it for places; null where it had none.</summary>
    public static string? Fips(string? code) => State(code)?.State?.Fips;

    /// <summary>CAMEO's three letters, as GDELT uses them for actors; null where it has none.</summary>
    public static string? Cameo(string? code) => State(code)?.Cameo;

    /// <summary>ISO 3166-1 alpha-2; null where there is none.</summary>
    public static string? Iso2(string? code) => State(code)?.State?.Iso2;

    /// <summary>The English name; null where the code is of no country.</summary>
    public static string? Name(string? code) => State(code)?.Name;

    private static Actor? State(string? code) =>
        code is not null && ActorRegister.Shipped.TryFind(code, out var actor) && actor.State is not null ? actor : null;
}
