using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Pages.Entries;

namespace Heliograph.Web.Pages.Trying;

/// <summary>The few entries that the first page shows, so that evidence is one click away.</summary>
/// <param name="Rows">The entries, each of another report; empty where the ledger holds no event.</param>
/// <param name="AreSamples">Whether all of them are of the invented samples.</param>
/// <param name="AreComing">Whether there are none because the first run has not ended yet.</param>
public sealed record FirstEntries(ImmutableArray<LedgerRow> Rows, bool AreSamples, bool AreComing)
{
    private const int Shown = 3;
    private const int Longest = 50_000; // UTF-16 code units of a report: a reader comes to one that can be overlooked
    private const int Looked = 60; // of the newest; among them are three reports and more than one standing, but for ledgers of one subject
    private const int LookedReports = 20; // of those added last, where the newest entries are all of long reports

    /// <summary>Nothing to show.</summary>
    public static FirstEntries None { get; } = new([], false, false);

    /// <summary>Picks them: of the newest those that name both sides first, and every way to stand to the world once before any twice.</summary>
    public static FirstEntries Of(LedgerStore store)
    {
        var newest = store.Search(new() { Kinds = ["event"] }, EntrySort.Newest, null, Looked).Entries;
        if (newest.IsEmpty) return None with { AreComing = store.Runs() is [{ Ended: null }] };
        var brief = newest.Where(IsBrief).ToList();
        if (brief.Count == 0) brief = [.. store.Reports(null, LookedReports).SelectMany(held => OfReport(store, held)).Where(IsBrief)];
        var left = brief.OrderByDescending(found => Told(found.Entry)).ToList(); // in order of age where they are equal
        var rows = ImmutableArray.CreateBuilder<LedgerRow>();
        var standings = new HashSet<Standing>();
        while (rows.Count < Shown && left.Count > 0)
        {
            var next = left.Find(found => !standings.Contains(Standings.Of(found.Entry))) ?? left[0];
            standings.Add(Standings.Of(next.Entry));
            left.RemoveAll(found => found.Report.Id == next.Report.Id);
            rows.Add(new(next, new(next.Report, store.ReportsOf(next.Report.Id, 1)[0].Entries, Passages.Paragraphs(next.Report.Text))));
        }

        return new(rows.ToImmutable(), rows.All(row => SampleTexts.All.Any(sample => sample.Id == row.Found.Report.Id)), false);
    }

    private static bool IsBrief(FoundEntry found) => found.Report.Text.Length <= Longest;

    private static ImmutableArray<FoundEntry> OfReport(LedgerStore store, HeldReport held)
    {
        using var head = JsonDocument.Parse(held.Head);
        return store.Search(new() { Kinds = ["event"], Report = head.RootElement.GetProperty("id").GetString() }, EntrySort.Newest, null, Shown).Entries;
    }

    private static int Told(Entry entry) => entry is EventEntry told ? (told.Actors.IsEmpty ? 0 : 1) + (told.Recipients.IsEmpty ? 0 : 1) : 0;
}
