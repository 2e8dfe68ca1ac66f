using System.Collections.Immutable;
using Heliograph.Ledger;

namespace Heliograph.Web.Pages.Views;

/// <summary>The four classes of events, as views tell them apart.</summary>
public static class Quad
{
    /// <summary>Their numbers.</summary>
    public static ImmutableArray<int> All { get; } = [1, 2, 3, 4];

    /// <summary>The name of a class, 1 to 4, such as <c>verbal cooperation</c>.</summary>
    public static string Name(int quad) => Quads.Names[quad - 1];
}
