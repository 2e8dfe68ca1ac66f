using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Entries;

/// <summary>What the ledger's page shows: a page of rows, and the ways to narrow them.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many entries the filter asks for.</param>
/// <param name="Next">Where the rows that follow are; null at the end.</param>
/// <param name="Facets">The ways to narrow it.</param>
/// <param name="Drops">Where there are no rows: the filters, each with how many entries there would be without it.</param>
public sealed record LedgerView(
    ImmutableArray<LedgerRow> Rows, long Total, string? Next, ImmutableArray<Facet> Facets, ImmutableArray<FacetChoice> Drops)
{
    private const int RowsOfPage = 40; // keeps a page under 300 KB with its words
    private const int ChoicesOfFacet = 10;
    private const int FacetsAtATime = 2; // counted, each with a reader of its own

    /// <summary>Asks the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">The filter of the address.</param>
    /// <param name="address">The address.</param>
    /// <exception cref="LedgerException">The address begins behind an entry that no page gave.</exception>
    public static LedgerView Of(LedgerPool ledger, EntryFilter filter, LedgerAddress address)
    {
        var (rows, total, next) = ledger.Read(store =>
        {
            var page = store.Search(filter, Sort(address), address["after"], RowsOfPage);
            return (LedgerRow.Of(store, page.Entries), ledger.Count(store, filter), page.Next);
        });
        return new(
            rows, total, next is null ? null : address.After(next).Link,
            total == 0 && filter != new EntryFilter() ? [] : Narrowing(ledger, filter, address),
            total > 0 ? [] : ledger.Read(store => address.Filters.Select(pair => Drop(new(ledger, store), address, pair.Key, pair.Value)).ToImmutableArray()));
    }

    /// <summary>The order that an address asks for; the newest first where it asks for none that there is.</summary>
    public static EntrySort Sort(LedgerAddress address) => Enum.TryParse<EntrySort>(address["sort"], ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : EntrySort.Newest;

    // Side by side, for each goes through an index of its own
    private static ImmutableArray<Facet> Narrowing(LedgerPool ledger, EntryFilter filter, LedgerAddress address)
    {
        Func<Counter, Facet>[] ways =
        [
            counter => Choices(counter, address, "Type", "type", filter with { Types = [] }, TallyBy.Type),
            counter => Choices(counter, address, "Mode", "mode", filter with { Modes = [] }, TallyBy.Mode),
            counter => Choices(counter, address, "How it stands", "factuality", filter with { Factualities = [] }, TallyBy.Factuality),
            counter => Classes(counter, filter, address),
            counter => Choices(counter, address, "Country", "country", filter with { Countries = [] }, TallyBy.Country),
            counter => Choices(counter, address, "Outlet", "outlet", filter with { Outlets = [] }, TallyBy.Outlet),
            counter => Months(counter, filter, address),
            counter => Voices(counter, filter, address),
        ];
        var facets = new Facet[ways.Length];
        try
        {
            Parallel.For(0, ways.Length, new ParallelOptions { MaxDegreeOfParallelism = FacetsAtATime }, i => facets[i] = ledger.Read(store => ways[i](new(ledger, store))));
        }
        catch (AggregateException e) when (e.InnerException is LedgerException told)
        {
            ExceptionDispatchInfo.Throw(told);
        }

        return [.. facets.Where(facet => !facet.Choices.IsEmpty)];
    }

    // Counted without its own choices, so that one can be changed for another
    private static Facet Choices(Counter counter, LedgerAddress address, string name, string key, EntryFilter filter, TallyBy by)
    {
        var tallies = counter.Facet(filter, by).Where(tally => tally.Key.Length > 0)
            .OrderByDescending(tally => address.Has(key, tally.Key)).ThenByDescending(tally => tally.Count).ThenBy(tally => tally.Key, StringComparer.Ordinal).ToList();
        return new(
            name,
            [
                .. tallies.Take(ChoicesOfFacet).Select(tally => Choice(address, key, tally.Key, tally.Key, tally.Count)),
            ],
            Math.Max(0, tallies.Count - ChoicesOfFacet));
    }

    private static Facet Classes(Counter counter, EntryFilter filter, LedgerAddress address)
    {
        var counts = counter.Classes(filter with { Quads = [] });
        return new("Class", [.. counts.Index().Where(quad => quad.Item > 0).Select(quad => Choice(address, "quad", $"{quad.Index + 1}", Quads.Names[quad.Index], quad.Item))], 0);
    }

    private static Facet Voices(Counter counter, EntryFilter filter, LedgerAddress address)
    {
        var voiced = counter.Count(filter with { Voiced = true });
        (string Value, string Label, long Count)[] voices =
        [
            ("outlet", "the outlet itself", counter.Count(filter with { Voiced = null }) - voiced),
            ("source", "a source it quotes", voiced),
        ];
        return new("Told by", [.. voices.Where(voice => voice.Count > 0).Select(voice => Choice(address.Without("voice") is var open && address.Has("voice", voice.Value) ? address : open, "voice", voice.Value, voice.Label, voice.Count))], 0);
    }

    private static FacetChoice Choice(LedgerAddress address, string key, string value, string label, long count) => address.Has(key, value)
        ? new(label, count, address.Without(key, value).Link, true)
        : new(label, count, address.With(key, value).Link, false);

    private static Facet Months(Counter counter, EntryFilter filter, LedgerAddress address)
    {
        var open = address.Without("from").Without("until");
        var tallies = counter.Facet(filter with { From = null, Until = null }, TallyBy.Month).OrderByDescending(tally => tally.Key, StringComparer.Ordinal).ToList();
        return new(
            "Month",
            [
                .. tallies.Take(ChoicesOfFacet).Select(tally =>
                {
                    var first = DateOnly.ParseExact(tally.Key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
                    var (from, until) = (Phrases.Day(first), Phrases.Day(first.AddMonths(1)));
                    var isChosen = address.Has("from", from) && address.Has("until", until);
                    return new FacetChoice(tally.Key, tally.Count, (isChosen ? open : open.With("from", from).With("until", until)).Link, isChosen);
                }),
            ],
            Math.Max(0, tallies.Count - ChoicesOfFacet));
    }

    private static FacetChoice Drop(Counter counter, LedgerAddress address, string key, string value)
    {
        var without = address.Without(key, value);
        var (filter, _) = EntryFilter.Parse(without.Filter);
        return new($"{key}: {Shown.Line(value, 60)}", filter is null ? 0 : counter.Count(filter), without.Link, false);
    }

    // Counts that the pool keeps
    private readonly record struct Counter(LedgerPool Pool, LedgerStore Store)
    {
        public long Count(EntryFilter filter) => Pool.Count(Store, filter);

        public ImmutableArray<Tally> Facet(EntryFilter filter, TallyBy by) => Pool.View(Store, $"facet {by}", filter, (store, asked) => store.Facet(asked, by));

        public ImmutableArray<long> Classes(EntryFilter filter) => Pool.View(Store, "classes", filter, (store, asked) => store.Classes(asked));
    }
}
