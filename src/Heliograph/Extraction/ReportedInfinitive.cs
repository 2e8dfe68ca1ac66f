using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds what someone vows, wants, plans, refuses or is asked to do: "vowed to stay", "urged them to leave".</summary>
/// <remarks>
/// Tree pattern: cue −xcomp→ content with "to"; the one asked is part of the content. A passive gives a statement whose
/// subject is part of the content: "is said to have fled". Misses, by design: an infinitive that is a cue of its own
/// ("declined to say that …"), which is read as one cue.
/// </remarks>
internal static class ReportedInfinitive
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/infinitive";

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.CueAt(i) is not { } entry || view.Tag(i) is not (PartOfSpeech.Verb or PartOfSpeech.Adj)) continue;
            var passive = view.IsPassive(i);
            if (passive && entry.Lemma == "suppose") continue; // "is supposed to" is a duty
            if (Anonymity.IsAsked(view.Document, view.Tree, i)) continue;
            if (!entry.Takes(passive ? CuePatterns.Clause | CuePatterns.Infinitive : CuePatterns.Infinitive)) continue;
            var content = view.Tree.Child(i, Deprel.Xcomp);
            if (content < 0) content = RightAfter(view, i);
            if (content < 0 && !passive) content = UnderObject(view, i);
            if (content < i || view.Marker(content) != "to" || Reports(view, content)) continue;

            var source = Speakers.Of(view, i);
            if (source is null && !passive) continue;
            var span = view.Tree.Span(content);
            var cue = CuePhrase.Of(view, i);
            var negated = CuePhrase.IsNegated(view, i);
            if (passive)
            {
                var pieces = Passive.Subject(view, i) is { } subject ? [subject, span] : new[] { span };
                yield return new(i, cue, entry, source, [.. pieces], Rule) { Negated = negated };
            }
            else
            {
                var asked = view.Tree.Child(i, Deprel.Obj);
                if (asked < 0) asked = view.Tree.Child(i, Deprel.Iobj);
                var start = asked > i && asked < span.Start ? view.Tree.Span(asked).Start : span.Start;
                yield return new(i, cue, entry, source, [new(start, span.End)], Rule) { Negated = negated };
            }
        }
    }

    private static int RightAfter(SpeechView view, int cue) // "vowed to stay", the infinitive read as a purpose
    {
        foreach (var child in view.Tree.Children(cue))
        {
            if (child > cue && view.Deprel(child) == Deprel.Advcl && view.Tree.Span(child).Start == cue + 1) return child;
        }

        return -1;
    }

    private static int UnderObject(SpeechView view, int cue) // "asked the crowd to stand", the infinitive hung on the crowd
    {
        var asked = view.Tree.Child(cue, Deprel.Obj);
        return asked > cue && view.CueAt(cue)!.Commitment == Commitment.Request ? view.Tree.Child(asked, Deprel.Acl) : -1;
    }

    private static bool Reports(SpeechView view, int verb) =>
        view.CueAt(verb) is { } cue && cue.Takes(CuePatterns.Clause | CuePatterns.Quote)
        && (view.Tree.Child(verb, Deprel.Ccomp) >= 0 || cue.Lemma is "say" or "tell" or "add");
}
