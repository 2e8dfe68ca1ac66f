using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>Lays what different sources say side by side.</summary>
/// <remarks>
/// Two entries are of one account where their type and the codes or names of their parties are the same. That is a matter of
/// codes, not of judgement: whether they tell of the same deed is for the reader to see from the words.
/// </remarks>
internal static class VoiceComparison
{
    private const int MostEntries = 100;
    private const int LongestPassage = 400; // UTF-16 code units

    // Of the answer: what the entries may take, so that the accounts of the same entries have room beside them
    private const int RoomForEntries = AnswerBounds.RoomForRows * 5 / 8;

    /// <summary>What the sources of a filter say.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="after">The cursor that the comparison before named; null for the first.</param>
    public static VoiceList Of(LedgerStore ledger, EntryFilter filter, string? after = null)
    {
        var asked = filter.Kinds.IsEmpty ? filter with { Kinds = ["event", "statement"] } : filter;
        var page = ledger.Search(asked, EntrySort.Oldest, after, MostEntries);
        var rows = AnswerBounds.First(page.Entries.Select(Row), RoomForEntries);
        var next = rows.Length < page.Entries.Length ? ledger.Search(asked, EntrySort.Oldest, after, rows.Length).Next : page.Next;
        var entries = page.Entries[..rows.Length];
        var reports = entries.Select(found => found.Report.Id).Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => ledger.ReportsOf(id, 1), StringComparer.Ordinal);
        var told = entries.Zip(rows, (found, row) => (Found: found, Row: row, Voice: VoiceOf(found, reports[found.Report.Id]))).ToList();
        return new(
            [.. told.GroupBy(one => one.Voice).Select(voice => new VoiceRow(Name(voice.Key.Name), voice.Key.Kind, voice.Key.Actor, voice.Key.Naming, [.. voice.Select(one => one.Row)]))],
            [.. told.Where(one => one.Found.Entry is EventEntry).GroupBy(one => Account((EventEntry)one.Found.Entry, one.Found.Report)).Select(one => Account(one.Key, [.. one.Select(all => (all.Found, all.Voice))]))],
            next,
            LeftOut: next is null ? null : FormattableString.Invariant($"Only {rows.Length} entries are compared, the oldest first: go on with after, or narrow the filter."));
    }

    private static SaidRow Row(FoundEntry found) => new(
        found.Entry.Id, found.Entry.Kind, found.Entry switch { EventEntry told => told.Plover, StatementEntry said => said.Act, MentionEntry mention => mention.Type ?? "", _ => "" },
        found.Entry is EventEntry { Factuality: var factuality } ? Terms.Of(factuality) : null, found.Day.Length > 0 ? found.Day : null,
        Words.Near(found.Report, found.Entry, LongestPassage), found.Report.Id, found.Report.Outlet is { } outlet ? Name(outlet) : null);

    // Whoever is nearest to the words: the innermost statement around an event, the source of a statement, or else the outlet
    private static Voice VoiceOf(FoundEntry found, ImmutableArray<StoredReport> stored)
    {
        var around = stored.IsEmpty ? [] : Words.Voice(stored[0].Entries, found.Entry);
        var statement = found.Entry as StatementEntry ?? (around.IsEmpty ? null : around[^1]);
        if (statement is null) return new(found.Report.Outlet ?? found.Report.Input, "outlet", null, null);
        var source = statement.Source;
        return new(
            source?.Name ?? source?.Words.In(found.Report.Text) ?? "nobody named", "source", source?.Actor,
            source is null ? null : Terms.Of(statement.Naming));
    }

    private static (string Type, string Actors, string Recipients) Account(EventEntry told, Report report) =>
        (told.Plover, Names(told.Actors, report), Names(told.Recipients, report));

    private static AccountRow Account((string Type, string Actors, string Recipients) key, ImmutableArray<(FoundEntry Found, Voice Voice)> account)
    {
        var told = account.GroupBy(one => Terms.Of(((EventEntry)one.Found.Entry).Factuality)).Select(factuality => new ToldRow(
            factuality.Key, [.. factuality.Select(one => Name(one.Voice.Name)).Distinct()], [.. factuality.Select(one => one.Found.Entry.Id)])).ToList();
        var isDenied = told.Any(one => one.Factuality == "did not happen");
        return new(
            key.Type, Name(key.Actors), Name(key.Recipients), isDenied && told.Any(one => one.Factuality is "happened" or "ongoing"),
            account.Select(one => one.Voice).Distinct().Count(), [.. told]);
    }

    private static string Names(ImmutableArray<Participant> participants, Report report) => string.Join(
        "; ", participants.Select(one => one.Name ?? one.Words.In(report.Text)).Order(StringComparer.Ordinal));

    private static string Name(string name) => Pages.Shown.Line(name, 120);

    private sealed record Voice(string Name, string Kind, string? Actor, string? Naming);
}
