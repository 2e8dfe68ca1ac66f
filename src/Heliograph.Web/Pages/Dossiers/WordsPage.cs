using System.Collections.Immutable;
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
        var wholes = page.Entries.Where(found => !found.Entry.Voice.IsEmpty).Select(found => found.Report.Id).Distinct()
            .ToDictionary(id => id, id => store.ReportsOf(id, 1)[0].Entries, StringComparer.Ordinal);
        return new(
            [.. page.Entries.Select(found => new LedgerRow(found, new EntryText(
                found.Report, wholes.GetValueOrDefault(found.Report.Id, [found.Entry]), Passages.Paragraphs(found.Report.Text))))],
            page.Next, after is null);
    }
}
