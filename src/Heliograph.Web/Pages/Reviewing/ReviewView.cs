using System.Collections.Immutable;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Reviewing;

/// <summary>What the queue's page shows.</summary>
/// <param name="Case">The entry that is looked at; null where none is left.</param>
/// <param name="Skip">Where the queue goes on without judging it.</param>
/// <param name="Left">How many entries of the filter wait.</param>
/// <param name="Judged">How many of them were judged.</param>
/// <param name="Sitting">What this person judged in this sitting.</param>
/// <param name="PerMinute">How many judgements a minute; null before there are two.</param>
/// <param name="Last">The last thing this person said that still holds; null where there is none in this sitting.</param>
/// <param name="Actors">Actors that the search for one found.</param>
public sealed record ReviewView(
    ReviewCase? Case, string Skip, long Left, long Judged, Sitting Sitting, double? PerMinute, JudgedWords? Last, ImmutableArray<(string Id, string Name, string About)> Actors)
{
    /// <summary>Asks the ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="filter">The filter of the address.</param>
    /// <param name="address">The address.</param>
    /// <param name="author">Who looks.</param>
    /// <param name="now">The time.</param>
    /// <param name="settings">Knows the register of actors.</param>
    /// <exception cref="LedgerException">The address goes on behind an entry that no queue gave.</exception>
    public static ReviewView Of(LedgerStore store, EntryFilter filter, ReviewAddress address, string author, DateTimeOffset now, WebSettings settings)
    {
        var queue = store.Review(filter, address["after"], 1);
        var first = queue.Entries is [var entry] ? entry : null;
        var looked = (address["entry"] ?? first?.Id) is { } id ? ReviewCase.Of(store, id) : null;
        if (looked is not null && looked.Entry.Id == first?.Id) looked = looked with { Signs = first.Signs }; // with what others of its window say
        var isFirst = looked is not null && looked.Entry.Id == first?.Id;
        var sitting = store.SittingOf(author, now);
        var last = sitting is { Count: > 0, Last: { } number } ? store.Said(author, false, number + 1, 1) : [];
        return new(
            looked, isFirst ? address.First.With("after", first!.After).Link : address.First.Link, queue.Left, queue.Judged, sitting, sitting.PerMinute(now),
            last is [var said] ? said : null, looked is null || address["name"] is not { } name ? [] : looked.Candidates(settings.Actors(), name, address["who"]));
    }
}
