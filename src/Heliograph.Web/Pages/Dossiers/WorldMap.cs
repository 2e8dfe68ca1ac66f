using System.Collections.Immutable;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>A map of the part of the world where places lie: degrees drawn as they are, four units to each.</summary>
/// <param name="Left">The left edge, in units east of 180° W.</param>
/// <param name="Top">The upper edge, in units south of 90° N.</param>
/// <param name="Width">How wide it is; twice its height.</param>
/// <param name="Dots">A dot for each place, the largest first, so that small ones lie above.</param>
public sealed record WorldMap(double Left, double Top, double Width, ImmutableArray<WorldDot> Dots)
{
    private const double Least = 240, Most = 1440; // 60 degrees, and all of the world
    private const double Margin = 1.25; // of the stretch that holds the places

    /// <summary>The outline of the world's land as the path of a drawing (Natural Earth, 1:110 million; Islands/world.mjs made it).</summary>
    public static string Land { get; } = Load();

    /// <summary>How high it is.</summary>
    public double Height => Width / 2;

    /// <summary>The smallest map of places that leaves them room around.</summary>
    /// <param name="places">The places; not empty.</param>
    public static WorldMap Of(IReadOnlyList<PlaceTally> places)
    {
        var all = places.Select(place => (X: (place.Longitude + 180) * 4, Y: (90 - place.Latitude) * 4, Place: place)).ToList();
        double left = all.Min(one => one.X), right = all.Max(one => one.X), top = all.Min(one => one.Y), bottom = all.Max(one => one.Y);
        var width = Math.Clamp(Math.Max(right - left, 2 * (bottom - top)) * Margin, Least, Most);
        var x = Math.Clamp(((left + right) / 2) - (width / 2), 0, Most - width);
        var y = Math.Clamp(((top + bottom) / 2) - (width / 4), 0, (Most / 2) - (width / 2));
        var most = Math.Max(1, places.Max(place => place.Count));
        return new(x, y, width, [.. all.OrderByDescending(one => one.Place.Count).Select(one =>
            new WorldDot(one.Place, one.X, one.Y, width / Most * (9 + (30 * Math.Sqrt((double)one.Place.Count / most)))))]);
    }

    private static string Load()
    {
        using var stream = typeof(WorldMap).Assembly.GetManifestResourceStream("world.txt")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd().TrimEnd();
    }
}
