using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>A place on a map.</summary>
/// <param name="Place">The place.</param>
/// <param name="X">Where it lies, in quarters of a degree east of 180° W.</param>
/// <param name="Y">Where it lies, in quarters of a degree south of 90° N.</param>
/// <param name="Radius">How large its dot is; the area grows with its events.</param>
public sealed record WorldDot(PlaceTally Place, double X, double Y, double Radius);
