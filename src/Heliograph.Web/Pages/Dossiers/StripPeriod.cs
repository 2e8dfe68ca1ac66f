using System.Collections.Immutable;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>A month, quarter or year of a strip.</summary>
/// <param name="Label">What it is called, such as 2031-05, 2031 Q2 or 2031.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">The first day behind it.</param>
/// <param name="Counts">Of each class in the order of <see cref="ActClass.All"/>, cooperation and then conflict.</param>
public sealed record StripPeriod(string Label, DateOnly From, DateOnly Until, ImmutableArray<long> Counts)
{
    /// <summary>Whether nothing is told of it: a gap.</summary>
    public bool IsEmpty => Counts.All(count => count == 0);

    /// <summary>The acts of a class.</summary>
    /// <param name="kind">The place of the class in <see cref="ActClass.All"/>.</param>
    /// <param name="conflict">Whether conflict is asked for, not cooperation.</param>
    public long Of(int kind, bool conflict) => Counts[Strip.Place(kind, conflict)];
}
