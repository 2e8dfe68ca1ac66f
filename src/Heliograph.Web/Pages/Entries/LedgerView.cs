using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>Asks the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">The filter of the address.</param>
    /// <param name="address">The address.</param>
    /// <exception cref="LedgerException">The address begins behind an entry that no page gave.</exception>
    public static LedgerView Of(LedgerPool ledger, EntryFilter filter, LedgerAddress address) =>
        ledger.Read(store => Of(new Counter(ledger, store), store, filter, address));

    private static LedgerView Of(Counter counter, LedgerStore store, EntryFilter filter, LedgerAddress address)
    {
        var page = store.Search(filter, Sort(address), address["after"], RowsOfPage);
        var total = counter.Count(filter);
        return new(
            LedgerRow.Of(store, page.Entries),
            total, page.Next is { } next ? address.After(next).Link : null,
            total == 0 && filter != new EntryFilter() ? [] : Narrowing(counter, filter, address),
            total > 0 ? [] : [.. address.Filters.Select(pair => Drop(counter, address, pair.Key, pair.Value))]);
    }

    /// <summary>The order that an address asks for; the newest first where it asks for none that there is.</summary>
    public static EntrySort Sort(LedgerAddress address) => Enum.TryParse<EntrySort>(address["sort"], ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : EntrySort.Newest;

    private static ImmutableArray<Facet> Narrowing(Counter counter, EntryFilter filter, LedgerAddress address) =>
    [
        .. new[]
        {
            Choices(counter, address, "Type", "type", filter with { Types = [] }, TallyBy.Type),
            Choices(counter, address, "Mode", "mode", filter with { Modes = [] }, TallyBy.Mode),
            Choices(counter, address, "How it stands", "factuality", filter with { Factualities = [] }, TallyBy.Factuality),
            Classes(counter, filter, address),
            Choices(counter, address, "Country", "country", filter with { Countries = [] }, TallyBy.Country),
            Choices(counter, address, "Outlet", "outlet", filter with { Outlets = [] }, TallyBy.Outlet),
            Months(counter, filter, address),
            Voices(counter, filter, address),
        }.Where(facet => !facet.Choices.IsEmpty),
    ];

    // Counted without its own choices, so that one can be changed for another
    private static Facet Choices(Counter counter, LedgerAddress address, string name, string key, EntryFilter filter, TallyBy by)
    {
        var tallies = counter.Counts(filter, by).Where(tally => tally.Key.Length > 0)
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
        var counts = counter.Times(filter with { Quads = [] }, TallyBy.Month).GroupBy(tally => tally.Quad).OrderBy(quad => quad.Key);
        return new("Class", [.. counts.Select(quad => Choice(address, "quad", $"{quad.Key}", Quads.Names[quad.Key - 1], quad.Sum(tally => tally.Count)))], 0);
    }

    private static Facet Voices(Counter counter, EntryFilter filter, LedgerAddress address)
    {
        (string Value, string Label, long Count)[] voices =
        [
            ("outlet", "the outlet itself", counter.Count(filter with { Voiced = false })),
            ("source", "a source it quotes", counter.Count(filter with { Voiced = true })),
        ];
        return new("Told by", [.. voices.Where(voice => voice.Count > 0).Select(voice => Choice(address.Without("voice") is var open && address.Has("voice", voice.Value) ? address : open, "voice", voice.Value, voice.Label, voice.Count))], 0);
    }

    private static FacetChoice Choice(LedgerAddress address, string key, string value, string label, long count) => address.Has(key, value)
        ? new(label, count, address.Without(key, value).Link, true)
        : new(label, count, address.With(key, value).Link, false);

    private static Facet Months(Counter counter, EntryFilter filter, LedgerAddress address)
    {
        var open = address.Without("from").Without("until");
        var tallies = counter.Counts(filter with { From = null, Until = null }, TallyBy.Month).Where(tally => tally.Key.Length == 7).Reverse().ToList();
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

        public ImmutableArray<Tally> Counts(EntryFilter filter, TallyBy by) => Pool.Counts(Store, filter, by, origins: false);

        public ImmutableArray<TimeTally> Times(EntryFilter filter, TallyBy by) => Pool.Times(Store, filter, by);
    }
}
