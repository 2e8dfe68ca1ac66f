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

    /// <summary>The key of a filter that chooses a place.</summary>
    public static readonly string Key = EntryFilter.Parse("place=x").Filter is null ? "text" : "place";

    private const int RowsOfPlace = 12;

    /// <summary>The places of a filter's events.</summary>
    public static MapView Of(LedgerStore store, EntryFilter filter)
    {
        var places = store.Places(filter);
        return new(places.Length > MostPlaces ? places[..MostPlaces] : places, Math.Max(0, places.Length - MostPlaces), [], 0);
    }

    /// <summary>The places of an address, and the entries of the one it has chosen; the others stay on the map.</summary>
    public static MapView Of(LedgerStore store, LedgerAddress address)
    {
        var all = Of(store, EntryFilter.Parse(address.Without(Key).Filter).Filter!);
        if (address[Key] is null) return all;
        var events = EntryFilter.Parse(address.Only("kind", "event").Filter).Filter!;
        return all with { Rows = LedgerRow.Of(store, store.Search(events, EntrySort.Newest, null, RowsOfPlace).Entries), Total = store.Count(events) };
    }
}
