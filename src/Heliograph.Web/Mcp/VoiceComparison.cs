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

    /// <summary>What the sources of a filter say.</summary>
    public static VoiceList Of(LedgerStore ledger, EntryFilter filter)
    {
        var asked = filter.Kinds.IsEmpty ? filter with { Kinds = ["event", "statement"] } : filter;
        var page = ledger.Search(asked, EntrySort.Oldest, null, MostEntries);
        var reports = page.Entries.Select(found => found.Report.Id).Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, id => ledger.ReportsOf(id, 1), StringComparer.Ordinal);
        var told = page.Entries.Select(found => (Found: found, Voice: VoiceOf(found, reports[found.Report.Id]))).ToList();
        return new(
            [.. told.GroupBy(one => one.Voice).Select(voice => new VoiceRow(voice.Key.Name, voice.Key.Kind, voice.Key.Actor, voice.Key.Naming, [.. voice.Select(one => Row(one.Found))]))],
            [.. told.Where(one => one.Found.Entry is EventEntry).GroupBy(one => Account((EventEntry)one.Found.Entry, one.Found.Report)).Select(Account)],
            page.Next is null ? null : FormattableString.Invariant($"Only the first {MostEntries} entries are compared; narrow the filter to see the others."));
    }

    /// <summary>An entry with the passage its words stand in.</summary>
    public static EvidenceRow Row(FoundEntry found) => new(
        found.Day.Length > 0 ? found.Day : null, Line.Of(found.Report, found.Entry), Words.Passage(found.Report, found.Entry), Line.Of(found.Report, withText: false));

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

    private static AccountRow Account(IGrouping<(string Type, string Actors, string Recipients), (FoundEntry Found, Voice Voice)> account)
    {
        var told = account.GroupBy(one => Terms.Of(((EventEntry)one.Found.Entry).Factuality)).Select(factuality => new ToldRow(
            factuality.Key, [.. factuality.Select(one => one.Voice.Name).Distinct()], [.. factuality.Select(one => one.Found.Entry.Id)])).ToList();
        var isDenied = told.Any(one => one.Factuality == "did not happen");
        return new(
            account.Key.Type, account.Key.Actors, account.Key.Recipients, isDenied && told.Any(one => one.Factuality is "happened" or "ongoing"),
            account.Select(one => one.Voice).Distinct().Count(), [.. told]);
    }

    private static string Names(ImmutableArray<Participant> participants, Report report) => string.Join(
        "; ", participants.Select(one => one.Name ?? one.Words.In(report.Text)).Order(StringComparer.Ordinal));

    private sealed record Voice(string Name, string Kind, string? Actor, string? Naming);
}
