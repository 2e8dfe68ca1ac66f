using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>The words of a cue around its head: "had not said", "pointed out", "declined to say", "wrote on Twitter".</summary>
internal static class CuePhrase
{
    private const int MaxGovernors = 3; // "seemed to want to say"

    /// <summary>The cue's words: auxiliaries, negation, adverbs and copula before it, its particle and its venue after
    /// it, and the verbs that govern it as an infinitive.</summary>
    public static ImmutableArray<TokenSpan> Of(SpeechView view, int head)
    {
        var start = Governor(view, head);
        return [new(Left(view, start), Right(view, head))];
    }

    /// <summary>Whether the words say that the cue did not take place: "did not say", "declined to say", "without saying".</summary>
    public static bool IsNegated(SpeechView view, int head)
    {
        var verb = head;
        var negated = false;
        for (var step = 0; step <= MaxGovernors; step++)
        {
            foreach (var child in view.Tree.Children(verb))
            {
                if (view.Deprel(child) is Deprel.Advmod or Deprel.Mark or Deprel.Det && IsNegation(view, child)) negated = !negated;
            }

            if (step > 0 && view.CueAt(verb) is { Commitment: Commitment.Denial }) negated = !negated;
            if (view.Deprel(verb) != Deprel.Xcomp || !Adjoins(view, view.Head(verb), verb)) break;
            verb = view.Head(verb);
        }

        return negated;
    }

    /// <summary>The outermost verb of a chain such as "continued to refuse to say" that stands right before the cue.</summary>
    public static int Governor(SpeechView view, int head)
    {
        var verb = head;
        for (var step = 0; step < MaxGovernors; step++)
        {
            var above = view.Head(verb);
            if (above == verb || !IsGoverned(view, verb) || !Adjoins(view, above, verb)) break;
            verb = above;
        }

        return verb;
    }

    private static bool IsGoverned(SpeechView view, int verb) =>
        view.Deprel(verb) == Deprel.Xcomp && view.Tag(view.Head(verb)) is PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Aux;

    private static bool IsNegation(SpeechView view, int token) =>
        view.HasLemma(token, "not") || view.HasLemma(token, "n't") || view.HasLemma(token, "never")
        || view.HasLemma(token, "without") || (token > 0 && view.HasForm(token, "longer") && view.HasForm(token - 1, "no"));

    private static bool Adjoins(SpeechView view, int above, int verb)
    {
        if (above >= verb || verb - above > 4) return false;
        for (var i = above + 1; i < verb; i++)
        {
            if (view.Head(i) != verb && view.Head(i) != above) return false;
            if (view.Deprel(i) is not (Deprel.Mark or Deprel.Advmod or Deprel.Compound or Deprel.Aux or Deprel.Cop)) return false;
        }

        return true;
    }

    private static int Left(SpeechView view, int verb)
    {
        var start = verb;
        while (start > 0 && Precedes(view, start - 1, verb)) start--;
        while (start < verb && IsConnective(view, start)) start++;
        return start;
    }

    private static bool Precedes(SpeechView view, int token, int verb)
    {
        if (view.Deprel(token) == Deprel.Advmod && view.Deprel(view.Head(token)) == Deprel.Advmod && view.Head(token) < verb)
        {
            token = view.Head(token); // "no" of "no longer says"
        }

        return view.Head(token) == verb && token < verb && view.Deprel(token) is Deprel.Aux or Deprel.Cop or Deprel.Advmod;
    }

    private static bool IsConnective(SpeechView view, int token) => // "when she said", "however said"
        view.Deprel(token) == Deprel.Advmod
        && (view.Document.TreebankTags[token] == "WRB" || view.HasLemma(token, "however") || view.HasLemma(token, "so"));

    private static int Right(SpeechView view, int head)
    {
        var end = head + 1;
        foreach (var child in view.Tree.Children(head))
        {
            if (child == end && view.Is(child, Deprel.Compound, "prt")) end++;
        }

        return Venue.Of(view, head) is { } venue && venue.Phrase.Start == end ? venue.Phrase.End : end;
    }
}
