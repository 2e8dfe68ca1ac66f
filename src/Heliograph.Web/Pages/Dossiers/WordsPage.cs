using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Pages.Entries;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>A page of entries with their words, newest first.</summary>
/// <param name="Rows">The entries.</param>
/// <param name="Next">What to ask with for those that follow; null at the end.</param>
/// <param name="IsFirst">Whether none come before.</param>
public sealed record WordsPage(ImmutableArray<LedgerRow> Rows, string? Next, bool IsFirst)
{
    /// <summary>Asks the ledger.</summary>
    /// <exception cref="LedgerException"><paramref name="after"/> was given by no page.</exception>
    public static WordsPage Of(LedgerStore store, EntryFilter filter, string? after, int limit)
    {
        var page = store.Search(filter, EntrySort.Newest, after, limit);
        return new(LedgerRow.Of(store, page.Entries), page.Next, after is null);
    }

    /// <summary>A page of entries by their ids.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="ids">The ids of all of them, in their order.</param>
    /// <param name="after">How many come before, as a page gave it; null for none.</param>
    /// <param name="limit">How many to show.</param>
    public static WordsPage Of(LedgerStore store, ImmutableArray<string> ids, string? after, int limit)
    {
        var before = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, ids.Length) : 0;
        var rows = ids.Skip(before).Take(limit).SelectMany(id => store.Find(id, 1)).Select(found => new LedgerRow(
            new(found.Report.Report, found.Entry, found.Report.Report.Published is { } day ? Phrases.Day(day) : ""),
            new EntryText(found.Report.Report, found.Report.Entries, Passages.Paragraphs(found.Report.Report.Text))));
        return new([.. rows], before + limit < ids.Length ? (before + limit).ToString(CultureInfo.InvariantCulture) : null, before == 0);
    }
}
