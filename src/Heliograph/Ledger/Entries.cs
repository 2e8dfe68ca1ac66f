using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Ledger;

/// <summary>Turns what was found in a report into entries.</summary>
public static class Entries
{
    /// <summary>The entries of one report. Deterministic: the same report and findings give the same entries and ids.</summary>
    /// <param name="report">The report.</param>
    /// <param name="document">The same text as the language layer sees it.</param>
    /// <param name="attributions">The statements found in the document, in any order.</param>
    /// <param name="events">The events found in the document, in any order.</param>
    /// <param name="register">Who is who; null for the register that ships.</param>
    /// <param name="places">The places that names may mean; null for those that ship.</param>
    /// <returns>Mentions, statements and events in text order, each id once; without those told in a stretch of
    /// the text that is no part of the article. May be empty.</returns>
    /// <exception cref="ArgumentException">The document is of another text, or a finding holds an empty span.</exception>
    public static ImmutableArray<Entry> Of(
        Report report, Document document, ImmutableArray<Attribution> attributions, ImmutableArray<Event> events,
        ActorRegister? register = null, PlaceIndex? places = null)
    {
        if (document.Text != report.Text)
        {
            throw new ArgumentException(
                $"The document's text ({document.Text.Length} code units) is not that of report {report.Id} " +
                $"({report.Text.Length}). Annotate the report's own text.", nameof(document));
        }

        attributions = [.. attributions.Where(found => IsArticle(found.Cue[0].Start))];
        events = [.. events.Where(found => IsArticle(found.Trigger[0].Start))];
        var codePoints = new CodePoints(report.Text);
        var ids = new EntryId(codePoints);
        var chains = LocalChains.Of(document, attributions);
        var located = DocumentPlaces.Of(places ?? PlaceIndex.Shipped, document);
        var times = DocumentTimes.Of(document, report.Published);
        var links = ActorLinker.Link(document, chains.All, report.Published, register ?? ActorRegister.Shipped, located, times);
        var actors = new LocalActors(report.Id, document, codePoints, chains, links, located);
        var findings = new FindingEntries(report, actors, times, located);
        var voices = new Voices(document, attributions);

        var statements = new string[attributions.Length];
        var entries = new List<Entry>();
        foreach (var i in voices.OutermostFirst)
        {
            var entry = findings.Of(attributions[i]) with { Voice = VoiceOf(attributions[i].CueHead, i) };
            statements[i] = ids.Of(entry);
            entries.Add(entry with { Id = statements[i] });
        }

        entries.AddRange(events.Select(found => Named(findings.Of(found) with { Voice = VoiceOf(found.TriggerHead, null) })));
        entries.AddRange(Mentions.Of(report, document, actors, chains, attributions, events).Select(Named));

        return
        [
            .. entries
                .Where(entry => entry is not MentionEntry || IsArticle(entry.Position))
                .OrderBy(entry => entry.Position).ThenBy(Rank).ThenBy(entry => entry.Id, StringComparer.Ordinal)
                .DistinctBy(entry => entry.Id),
        ];

        ImmutableArray<string> VoiceOf(int token, int? statement) =>
            [.. voices.Around(token, statement).Select(outer => statements[outer]).Distinct()];

        bool IsArticle(int offset) => !report.NotArticle.Any(gap => gap.Start <= offset && offset < gap.End);

        Entry Named(Entry entry) => entry with { Id = ids.Of(entry) };
    }

    // Whoever is named comes before what they say, and what is said before what it tells.
    private static int Rank(Entry entry) => entry switch
    {
        MentionEntry => 0,
        StatementEntry => 1,
        _ => 2,
    };
}
