using System.Collections.Immutable;
using Heliograph.Store;
using Heliograph.Web.Pages.Entries;

namespace Heliograph.Web.Pages.Views;

/// <summary>Where the events of a filter were.</summary>
/// <param name="Places">The places with coordinates, the most often named first.</param>
/// <param name="More">How many places are left out.</param>
/// <param name="Rows">The latest entries of the chosen place; empty where none is chosen.</param>
/// <param name="Total">How many entries it has.</param>
public sealed record MapView(ImmutableArray<PlaceOfEvents> Places, int More, ImmutableArray<LedgerRow> Rows, long Total)
{
    /// <summary>How many places are shown at most.</summary>
    public const int MostPlaces = 400;

    private const int RowsOfPlace = 12;

    /// <summary>The places of a filter's events.</summary>
    public static MapView Of(LedgerStore store, EntryFilter filter)
    {
        var (places, total) = store.Places(filter, MostPlaces);
        return new(places, total - places.Length, [], 0);
    }

    /// <summary>The same, with the entries of the place that the filter chooses; the others stay on the map.</summary>
    public static MapView Of(LedgerPool ledger, LedgerStore store, EntryFilter filter)
    {
        var all = ledger.View(store, "places", filter with { Places = [] }, Of);
        if (filter.Places.IsEmpty) return all;
        var events = filter with { Kinds = ["event"] };
        return all with { Rows = LedgerRow.Of(store, store.Search(events, EntrySort.Newest, null, RowsOfPlace).Entries), Total = ledger.Count(store, events) };
    }
}
