using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds what is said of someone in the passive: "has been accused of fraud", "is widely regarded as a failure".</summary>
/// <remarks>
/// Tree patterns: cue −nsubj:pass→ the one spoken of, and cue −obl/advcl/xcomp→ what is said, brought by "as" or a
/// preposition of the cue. The source is the agent ("by critics"), or none. "Is said to" is found by
/// <see cref="ReportedInfinitive"/>, "it is said that" by <see cref="ReportedClause"/>.
/// </remarks>
internal static class Passive
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/passive";

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.CueAt(i) is not { } entry || view.Tag(i) != PartOfSpeech.Verb || !view.IsPassive(i)) continue;
            if (view.Tree.Child(i, Deprel.Ccomp) >= 0 || (view.Deprel(i) == Deprel.Acl && entry.Takes(CuePatterns.Name))) continue;
            var subject = Subject(view, i);
            var source = Speakers.Agent(view, i);
            var (phrase, cue) = Said(view, i, entry);
            if (phrase is { } said)
            {
                yield return new(i, [cue], entry, source, subject is { } of ? [of, said] : [said], Rule)
                {
                    Negated = CuePhrase.IsNegated(view, i),
                };
            }
            else if (source is not null && entry.Takes(CuePatterns.Nominal) && subject is { } thing)
            {
                yield return new(i, CuePhrase.Of(view, i), entry, source, [thing], Rule)
                {
                    Negated = CuePhrase.IsNegated(view, i),
                };
            }
        }
    }

    /// <summary>The subject of a passive, a relative pronoun left out, or null.</summary>
    public static TokenSpan? Subject(SpeechView view, int verb)
    {
        var subject = view.Tree.Child(verb, Deprel.Nsubj);
        if (subject < 0 && view.Deprel(verb) == Deprel.Conj) subject = view.Tree.Child(view.Head(verb), Deprel.Nsubj);
        if (subject < 0 && view.Deprel(verb) == Deprel.Acl) subject = view.Head(verb);
        if (subject < 0 || view.HasLemma(subject, "who") || view.HasLemma(subject, "which") || view.HasLemma(subject, "that")) return null;
        return Speakers.Phrase(view, subject, verb).Tokens;
    }

    private static (TokenSpan? Phrase, TokenSpan Cue) Said(SpeechView view, int verb, Cue entry)
    {
        var cue = CuePhrase.Of(view, verb)[0];
        foreach (var child in view.Tree.Children(verb))
        {
            if (child < verb || view.Deprel(child) is not (Deprel.Obl or Deprel.Advcl or Deprel.Xcomp)) continue;
            if (view.Document.Subtypes[child] == "agent") continue;
            var span = view.Tree.Span(child);
            var marker = view.Marker(child);
            if (marker.Length > 0 && entry.TakesPreposition(marker))
            {
                if (span.Start == cue.End) cue = new(cue.Start, cue.End + 1);
                return (new(Math.Min(span.Start + 1, child), span.End), cue);
            }

            if (marker.Length == 0 && view.Deprel(child) == Deprel.Xcomp && entry.Takes(CuePatterns.Name)) return (span, cue);
        }

        return (null, cue);
    }
}
