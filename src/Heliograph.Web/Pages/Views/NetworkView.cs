using System.Collections.Immutable;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Views;

/// <summary>Who did how much to whom, among the events of a filter.</summary>
/// <param name="Actors">Those drawn, the busiest first.</param>
/// <param name="Pairs">The pairs drawn, the busiest first.</param>
/// <param name="Told">How many events tell both who acts and whom it befalls, counted once for each pair.</param>
/// <param name="MoreActors">How many actors are left out.</param>
/// <param name="MorePairs">How many pairs are left out.</param>
public sealed record NetworkView(ImmutableArray<NetworkActor> Actors, ImmutableArray<NetworkPair> Pairs, long Told, int MoreActors, int MorePairs)
{
    /// <summary>How many actors are drawn at most: more overlap.</summary>
    public const int MostActors = 60;

    /// <summary>How many pairs are drawn at most.</summary>
    public const int MostPairs = 160;

    /// <summary>Asks the ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="filter">The filter; of its entries only the events are shown.</param>
    public static NetworkView Of(LedgerStore store, EntryFilter filter)
    {
        var all = store.Pairs(filter).GroupBy(tally => (tally.Actor, tally.Recipient)).Select(pair => new NetworkPair(
            pair.Key.Actor, pair.Key.Recipient, [.. Quad.All.Select(quad => pair.Where(tally => tally.Quad == quad).Sum(tally => tally.Count))])).ToList();
        var weights = all.SelectMany(pair => new[] { (Id: pair.Actor, Did: pair.Total, Got: 0L), (Id: pair.Recipient, Did: 0L, Got: pair.Total) })
            .GroupBy(one => one.Id, StringComparer.Ordinal).Select(one => (Id: one.Key, Did: one.Sum(part => part.Did), Got: one.Sum(part => part.Got)))
            .OrderByDescending(one => one.Did + one.Got).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        var drawn = weights.Take(MostActors).ToList();
        var ids = drawn.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var among = all.Where(pair => ids.Contains(pair.Actor) && ids.Contains(pair.Recipient))
            .OrderByDescending(pair => pair.Total).ThenBy(pair => pair.Actor, StringComparer.Ordinal).ThenBy(pair => pair.Recipient, StringComparer.Ordinal).ToList();
        return new(
            [.. store.Names(drawn.Select(one => one.Id)).Zip(drawn, (name, one) => new NetworkActor(name, one.Did, one.Got))],
            [.. among.Take(MostPairs)], all.Sum(pair => pair.Total), weights.Count - drawn.Count, all.Count - Math.Min(among.Count, MostPairs));
    }

    /// <summary>What an actor that is drawn is called.</summary>
    public string Name(string id) => Actors.First(actor => actor.Called.Id == id).Label;
}
