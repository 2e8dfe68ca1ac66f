using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Ledger;

/// <summary>Finds the words that name someone: every name, each description that speaks or takes part in an event,
/// descriptions in apposition with a name, and the descriptions and pronouns of every chain that tells who is meant.</summary>
/// <remarks>Misses, by design: pronouns of whom nothing is known, and descriptions that do nothing and come once.</remarks>
internal static class Mentions
{
    public static IEnumerable<Entry> Of(
        Report report,
        Document document,
        LocalActors actors,
        LocalChains chains,
        ImmutableArray<Attribution> attributions,
        ImmutableArray<Event> events)
    {
        for (var i = 0; i < document.Names.Length; i++)
        {
            var actor = actors.OfName(i);
            yield return Mention(document.SpanOf(document.Names[i].Tokens), MentionForm.Name, actor, actor.Why);
        }

        var told = new HashSet<int>(); // heads of descriptions
        foreach (var (head, phrase) in Descriptions(document, actors, attributions, events))
        {
            if (actors.NameAt(head) >= 0) continue; // the name's own mention covers it
            if (document.Tags[head] == PartOfSpeech.Pron || actors.Of(head, phrase) is not { } actor) continue;
            told.Add(head);
            yield return Mention(Without(document, actors, head, phrase), MentionForm.Nominal, actor, actor.Why);
        }

        for (var i = 0; i < chains.All.Length; i++)
        {
            var mentions = chains.All[i].Mentions;
            for (var k = 0; k < mentions.Length; k++)
            {
                var isTold = mentions[k].Form == MentionForm.Name || told.Contains(mentions[k].Head);
                if (isTold || actors.OfMention((i, k)) is not { } actor) continue;
                yield return Mention(document.SpanOf(mentions[k].Tokens), mentions[k].Form, actor, actor.Why);
            }
        }

        MentionEntry Mention(TextSpan span, MentionForm form, LocalActor actor, string? why) => new()
        {
            Report = report.Id,
            Words = new(report, [span]),
            Names = actor.Type,
            Form = form,
            Actor = actor.Id,
            Why = why,
        };
    }

    private static IEnumerable<(int Head, TextSpan Phrase)> Descriptions(
        Document document, LocalActors actors, ImmutableArray<Attribution> attributions, ImmutableArray<Event> events)
    {
        foreach (var found in attributions)
        {
            if (found.SourceHead is { } head && !found.Source.IsEmpty) yield return (head, found.Source[0].Cover(found.Source[^1]));
        }

        foreach (var argument in events.SelectMany(found => found.Actors.Concat(found.Recipients)))
        {
            yield return (argument.Head, argument.Span);
        }

        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var isApposition = document.Deprels[i] == Deprel.Appos && document.Tags[i] == PartOfSpeech.Noun;
            if (isApposition && actors.NameAt(document.Heads[i]) >= 0) yield return (i, document.SpanOf(CoreferencePhrase.Of(document, Tree.Of(document), i, isName: false)));
        }
    }

    // "the minister" of "the minister, Arlo Venn": the description without the name it is in apposition with.
    private static TextSpan Without(Document document, LocalActors actors, int head, TextSpan phrase)
    {
        if (actors.Apposed(head) is not { } name || name < head) return phrase;
        var last = document[name].SubtreeTokens().Start - 1;
        while (last > head && document.Tags[last] == PartOfSpeech.Punct) last--;
        return last >= head && phrase.Start < document.Tokens[last].End ? new(phrase.Start, document.Tokens[last].End) : phrase;
    }
}
