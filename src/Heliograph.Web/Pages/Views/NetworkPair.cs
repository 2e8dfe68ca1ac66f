using System.Collections.Immutable;

namespace Heliograph.Web.Pages.Views;

/// <summary>What one actor did to another.</summary>
/// <param name="Actor">The id of who acts.</param>
/// <param name="Recipient">The id of whom it befalls.</param>
/// <param name="Counts">Events of the four classes, in the order of their numbers.</param>
public sealed record NetworkPair(string Actor, string Recipient, ImmutableArray<long> Counts)
{
    /// <summary>How many events there are.</summary>
    public long Total => Counts.Sum();

    /// <summary>How many of them are conflict.</summary>
    public long Conflicts => Counts[2] + Counts[3];

    /// <summary>What the pair is mostly: cooperation, conflict, or both.</summary>
    public string Mostly => Conflicts * 3 >= Total * 2 ? "conflict" : Conflicts * 3 <= Total ? "cooperation" : "both";
}
