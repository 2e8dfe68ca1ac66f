using System.Collections.Immutable;

namespace Heliograph.Times;

/// <summary>What the grammar made of a run of atoms.</summary>
/// <param name="End">The first atom after the run.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Points">The runs of atoms of a range's points, each without its preposition; empty for anything else.</param>
internal sealed record TimeFind(int End, TimeMeaning Meaning, ImmutableArray<(int Start, int End)> Points)
{
    public TimeFind(int end, TimeMeaning meaning) : this(end, meaning, []) { }

    /// <summary>The one that reaches farther; the first where both reach as far.</summary>
    public static TimeFind? Longer(TimeFind? one, TimeFind? other) =>
        one is null || (other is not null && other.End > one.End) ? other : one;
}
