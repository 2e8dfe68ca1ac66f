using System.Collections.Immutable;

namespace Heliograph.Web.Pages;

/// <summary>A place that every page knows the way to: from its bar, by <c>g</c> and a letter, and from the palette.</summary>
/// <param name="Name">What it is called, as the page names its screen.</param>
/// <param name="Link">Where it is.</param>
/// <param name="Key">The letter behind <c>g</c>.</param>
/// <param name="What">What is done there, in a few words.</param>
/// <param name="IsInBar">Whether it stands in the bar; views of the ledger do not.</param>
public sealed record Place(string Name, string Link, char Key, string What, bool IsInBar = true)
{
    /// <summary>The places there are, in the order of the bar. A screen adds its own line when it is there, never before.</summary>
    public static ImmutableArray<Place> All { get; } =
    [
        new("Try it", "/", 't', "have a text read"),
        new("Ledger", "/ledger?kind=event&kind=statement", 'l', "search the entries"),
        new("Timeline", "/ledger/timeline", 'i', "the same entries over time", IsInBar: false),
        new("Network", "/ledger/network", 'n', "who does what to whom", IsInBar: false),
        new("Map", "/ledger/map", 'm', "where it was", IsInBar: false),
        new("Dossiers", "/a", 'd', "all that is told of an actor, or of a pair"),
        new("Review", "/review", 'c', "check what is uncertain and matters"),
        new("Runs", "/runs", 'r', "what was read, and what was refused"),
    ];
}
