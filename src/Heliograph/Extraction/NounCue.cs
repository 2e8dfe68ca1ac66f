using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds clauses told by a noun: "the ministry's claim that …", "issued a warning that …", "fears of a coup".</summary>
/// <remarks>
/// Tree pattern: cue −acl/ccomp→ content with "that", "to" or a preposition of the cue. The source is the possessor, the
/// "by", "of" or "from" phrase, or the subject of the verb whose object the noun is; else none. Misses, by design: nouns
/// that are not in the lexicon.
/// </remarks>
internal static class NounCue
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/noun";

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Tag(i) != PartOfSpeech.Noun || view.CueAt(i) is not { } entry) continue;
            if (Content(view, i, entry) is not { } content) continue;
            var (source, start) = Source(view, i);
            var span = new TokenSpan(start, i + 1);
            if (content.Start == i + 2 && view.Deprel(i + 1) == Deprel.Case) span = new(start, i + 2); // "fears of"
            if (span.Contains(content.Start)) continue;
            if (source is null && !StandsAlone(view, i, entry, content.Start)) continue;

            yield return new(i, [span], entry, source, [content], Rule) { Negated = CuePhrase.IsNegated(view, i) };
        }
    }

    /// <summary>Whether a noun tells of a statement even where no source is given: "claims that", "allegations of".</summary>
    private static bool StandsAlone(SpeechView view, int noun, Cue entry, int content) =>
        !view.HasForm(content, "to") && (view.Deprel(noun + 1) != Deprel.Case || entry.Act is "accuse" or "deny");

    private static TokenSpan? Content(SpeechView view, int noun, Cue entry)
    {
        foreach (var child in view.Tree.Children(noun))
        {
            if (child < noun) continue;
            var marker = view.Marker(child);
            var fits = view.Deprel(child) switch
            {
                Deprel.Acl or Deprel.Ccomp => view.Document.Subtypes[child] != "relcl"
                    && (marker == "that" && entry.Takes(CuePatterns.Clause) || marker == "to" && entry.Takes(CuePatterns.Infinitive)
                        || marker is "whether" or "if" && entry.Takes(CuePatterns.Clause)),
                Deprel.Nmod => marker.Length > 0 && entry.TakesPreposition(marker),
                _ => false,
            };
            if (!fits || view.HasForm(noun + 1, "-")) continue;
            var span = view.Tree.Span(child);
            return view.Deprel(child) == Deprel.Nmod && span.Length > 1 ? new(span.Start + 1, span.End) : span;
        }

        return null;
    }

    private static (Speaker? Source, int CueStart) Source(SpeechView view, int noun)
    {
        var start = noun;
        foreach (var child in view.Tree.Children(noun))
        {
            if (view.Is(child, Deprel.Nmod, "poss"))
            {
                var owner = Speakers.Phrase(view, child, noun);
                return (owner, Math.Max(owner.Tokens.End, Modifiers(view, noun)));
            }

            if (child > noun && view.Deprel(child) == Deprel.Nmod && view.Marker(child) is "by" or "from")
            {
                return (Speakers.Phrase(view, child, noun), Modifiers(view, noun));
            }
        }

        var verb = view.Head(noun);
        if (view.Deprel(noun) == Deprel.Obj && verb < noun && view.Tag(verb) == PartOfSpeech.Verb && IsLight(view, verb)
            && Speakers.Of(view, verb) is { } subject)
        {
            return (subject, CuePhrase.Of(view, verb)[0].Start);
        }

        return (null, start);
    }

    private static int Modifiers(SpeechView view, int noun)
    {
        var start = noun;
        while (start > 0 && view.Head(start - 1) == noun && view.Deprel(start - 1) is Deprel.Amod or Deprel.Compound or Deprel.Nummod) start--;
        return start;
    }

    private static bool IsLight(SpeechView view, int verb) => view.Document.Lemmas[verb] is "make" or "issue" or "express" or "voice"
        or "have" or "reiterate" or "repeat" or "raise" or "give" or "offer" or "hold" or "share" or "release" or "send" or "put" or "take";
}
