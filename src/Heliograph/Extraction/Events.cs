using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds who did what to whom: verbs and nouns that <c>frames.tsv</c> knows, with the words that fill their roles.</summary>
/// <remarks>
/// Finds "Rebels attacked the town", "the town was attacked by rebels", "troops sent by Norland", "the massacre of 150
/// people", "Norland's invasion of Estmark" and "launched an invasion of Estmark". Does not find "the board attacked the
/// problem" (no one who acts upon no one) and nothing where neither an actor nor a recipient is told: nothing gets a
/// default code. A side that only the sentence before names is left open. Where two sides are told as one
/// ("Norland and Estmark clashed"), each is actor and recipient.
/// </remarks>
public static class Events
{
    /// <summary>Every event of a document, in text order of the trigger.</summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="attributions">Its statements; an event inside one is told relative to that voice.</param>
    public static ImmutableArray<Event> Find(Document document, ImmutableArray<Attribution> attributions)
    {
        var (syntax, statements) = (new Syntax(document), new StatementsByToken(document, attributions));
        var drafts = Match(syntax);
        Outcomes.Merge(syntax, drafts);
        var plausible = new Plausible(syntax);
        drafts.RemoveAll(draft => !plausible.IsTold(draft));
        Retellings.Merge(syntax, drafts);

        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (var draft in drafts)
        {
            events.Add(Write(syntax, draft, plausible, statements));
        }

        return events.ToImmutable();
    }

    // Verbs before nouns, so that "held talks" is one event and "talks" no second one
    private static List<EventDraft> Match(Syntax syntax)
    {
        var taken = new HashSet<int>();
        var drafts = new List<EventDraft>();
        foreach (var wanted in (ReadOnlySpan<PartOfSpeech>)[PartOfSpeech.Verb, PartOfSpeech.Adj, PartOfSpeech.Noun])
        {
            for (var i = 0; i < syntax.Document.Tokens.Length; i++)
            {
                if (syntax.Tag(i) != wanted || taken.Contains(i) || FrameMatch.At(syntax, i) is not { } match) continue;
                if (match.Trigger.Any(taken.Contains) || Anonymity.IsAsked(syntax.Document, syntax.Tree, i)) continue;
                taken.UnionWith(match.Trigger);
                drafts.Add(Fill(syntax, match));
            }
        }

        drafts.Sort((one, other) => one.Match.Token.CompareTo(other.Match.Token));
        return drafts;
    }

    private static EventDraft Fill(Syntax syntax, FrameMatch match)
    {
        var (actors, recipients, wasReached) = Parties.Of(syntax, match);
        var draft = new EventDraft(match) { Actors = actors, Recipients = recipients, RecipientWasReached = wasReached };
        draft.Tellings.Add(new(match.Token, recipients.IsEmpty ? -1 : recipients[0].Head));
        foreach (var (quantity, slot) in match.Frame.Counts)
        {
            var counted = match.Fill(slot);
            if (counted >= 0) draft.Quantities[quantity] = Quantities.Of(syntax, counted);
        }

        if (draft.Quantities.ContainsKey("killed")) CountHurt(syntax, draft);

        return draft;
    }

    // "killed four soldiers and wounded 11 others", where the second verb was read as a quality of the others
    private static void CountHurt(Syntax syntax, EventDraft draft)
    {
        foreach (var recipient in draft.Recipients)
        {
            foreach (var child in syntax.Children(recipient.Head))
            {
                if (child > recipient.Head) break;
                if (syntax.Lemma(child) is "wound" or "injure" or "hurt" && NounPhrase.IsVerbBefore(syntax, child))
                {
                    draft.Quantities.TryAdd("injured", Quantities.Of(syntax, recipient.Head));
                }
            }
        }
    }

    private static Event Write(Syntax syntax, EventDraft draft, Plausible plausible, StatementsByToken statements)
    {
        var match = draft.Match;
        var trigger = match.Trigger.Concat(draft.AlsoTold).Distinct().Order().ToArray();
        var taken = draft.Actors.Concat(draft.Recipients).Select(argument => argument.Head).ToHashSet();
        var (factuality, likelihood) = FactualityOf.Trigger(syntax, match.Token, statements);
        var signs = EventConfidence.Signs(syntax, draft, plausible);
        return new()
        {
            Type = match.Frame.Type,
            Mode = match.Frame.Mode,
            Contexts = match.Frame.Contexts,
            Cameo = match.Frame.Cameo,
            Trigger = Spans(syntax, trigger),
            TriggerHead = match.Token,
            Actors = draft.Actors,
            Recipients = draft.Recipients,
            Places = Circumstances.Places(
                syntax, trigger, taken, IsBodily(match.Frame.Type) ? [.. draft.Recipients.Select(recipient => recipient.Head), .. draft.Struck] : []),
            Time = Circumstances.Time(syntax, trigger),
            Factuality = factuality,
            Likelihood = likelihood,
            Killed = draft.Quantities.GetValueOrDefault("killed"),
            Injured = draft.Quantities.GetValueOrDefault("injured"),
            Arrested = draft.Quantities.GetValueOrDefault("arrested"),
            Displaced = draft.Quantities.GetValueOrDefault("displaced"),
            Confidence = EventConfidence.Of(signs, syntax.Document.Model),
            Signs = signs,
            Rule = match.Frame.Rule,
        };
    }

    // Types of events that happen where those are whom they happen to; one may accuse a government in Damascus from anywhere.
    private static bool IsBodily(string type) => type is "ASSAULT" or "COERCE" or "PROTEST" or "AID" or "RETREAT" or "MOBILIZE";

    // Words that stand side by side make one span
    private static ImmutableArray<TextSpan> Spans(Syntax syntax, int[] tokens)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = syntax.Document.Tokens[tokens[i]];
            if (i > 0 && tokens[i] == tokens[i - 1] + 1) spans[^1] = spans[^1].Cover(span);
            else spans.Add(span);
        }

        return spans.ToImmutable();
    }
}
