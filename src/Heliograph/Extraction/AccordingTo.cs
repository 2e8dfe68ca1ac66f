using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds phrases that name a source: "according to the police", "in the words of X", "in X's view".</summary>
/// <remarks>
/// Tree pattern: content −obl→ source with "according to"; content −obl→ "words", "view", "opinion", "eyes" with "in",
/// whose possessor or "of" phrase is the source. The content is the clause that the phrase stands in.
/// </remarks>
internal static class AccordingTo
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/according-to";

    private static readonly Cue Entry = new("according to", CuePatterns.Clause, [], "say", false, Commitment.Claim);

    private static readonly Cue View = new("view", CuePatterns.Clause, [], "think", false, Commitment.Claim);

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            var draft = i + 1 < view.Count && view.HasForm(i, "according") && view.HasForm(i + 1, "to")
                ? According(view, i)
                : InWords(view, i);
            if (draft is not null) yield return draft;
        }
    }

    private static Draft? According(SpeechView view, int cue)
    {
        var source = view.Deprel(cue) == Deprel.Case ? view.Head(cue) : view.Tree.Child(cue, Deprel.Obl);
        if (source < cue) return null;
        var phrase = view.Deprel(cue) == Deprel.Case ? source : cue;
        var tokens = Speakers.Phrase(view, source, cue).Tokens;
        tokens = new(Math.Min(Math.Max(tokens.Start, cue + 2), source), tokens.End);
        return Make(view, cue, new(cue, cue + 2), Entry, new(source, tokens), phrase);
    }

    private static Draft? InWords(SpeechView view, int noun)
    {
        if (view.Deprel(noun) is not (Deprel.Obl or Deprel.Nmod) || view.Marker(noun) != "in") return null;
        var isWords = view.HasForm(noun, "words");
        if (!isWords && !view.HasLemma(noun, "view") && !view.HasLemma(noun, "opinion") && !view.HasLemma(noun, "eye")) return null;
        var owner = view.Tree.Child(noun, Deprel.Nmod, "poss");
        if (owner < 0 && view.Tree.Child(noun, Deprel.Nmod) is var of && of > noun && view.Marker(of) == "of") owner = of;
        if (owner < 0) return null;
        var start = view.Tree.Span(noun).Start;
        var end = owner < noun ? start + 1 : view.Tree.Span(owner).Start + 1;
        return Make(view, noun, new(start, Math.Max(end, start + 1)), isWords ? Entry : View, Speakers.Phrase(view, owner, noun), noun);
    }

    private static Draft? Make(SpeechView view, int head, TokenSpan cue, Cue entry, Speaker source, int phrase)
    {
        var clause = view.Head(phrase);
        if (clause == phrase) return null;
        while (!view.IsRoot(clause) && view.Deprel(clause) is Deprel.Obj or Deprel.Obl or Deprel.Nmod or Deprel.Nsubj or Deprel.Xcomp
            or Deprel.Conj or Deprel.Appos or Deprel.Advmod or Deprel.Amod or Deprel.Nummod)
        {
            clause = view.Head(clause);
        }

        var span = view.Tree.Span(phrase);
        var content = Contents.Without(view.Tree.Span(clause), span, cue, source.Tokens);
        return content.IsEmpty ? null : new(head, [cue], entry, source, content, Rule);
    }
}
