using Heliograph.Exports;
using Heliograph.Store;

namespace Heliograph.Web;

/// <summary>What a reader of feeds asks for: the entries that were added last, so many of them, and where the feed is.</summary>
/// <param name="Site">The address that the server was asked by, such as <c>http://127.0.0.1:5080</c>.</param>
/// <param name="Path">The path and query of the feed itself.</param>
/// <param name="Filter">The query of the filter, without a question mark; may be empty.</param>
/// <param name="Limit">How many entries at most; from 1 to <see cref="Most"/>.</param>
/// <param name="Since">The first day of publication that will do; null for any.</param>
public sealed record FeedQuestion(Uri Site, string Path, string Filter, int Limit, DateOnly? Since)
{
    /// <summary>How many entries a feed has where nobody says.</summary>
    public const int Usual = 100;

    /// <summary>How many entries a feed may have.</summary>
    public const int Most = 1000;

    private static readonly string[] Kinds = ["event", "statement"];

    /// <summary>Where the feed, its page and the pages of its entries are.</summary>
    public FeedAddress Address => new(
        new(Site, Path), new(Site, "/ledger" + (Filter.Length > 0 ? "?" + Filter : "")), id => new(Site, "/r/" + id));

    /// <summary>The reports of its entries, the one that was added last first.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public IEnumerable<ChosenEntries> Choose(LedgerStore ledger, EntryFilter filter)
    {
        var kinds = filter.Kinds.IsEmpty ? [.. Kinds] : filter.Kinds.RemoveAll(kind => !Kinds.Contains(kind));
        if (kinds.IsEmpty) return []; // mentions are in no feed
        var from = Since > filter.PublishedFrom || filter.PublishedFrom is null ? Since : filter.PublishedFrom;
        return ledger.Latest(filter with { Kinds = kinds, PublishedFrom = from }, Limit);
    }
}
