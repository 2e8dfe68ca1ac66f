using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Times;

namespace Heliograph.Extraction;

/// <summary>Reads where and when an event was, as the words stand; what days they mean, the ledger says.</summary>
internal static class Circumstances
{
    private const int MaxSteps = 6; // a participle or complement borrows from at most this many words above it

    /// <summary>The places named beside a trigger: "in", "at", "near", "on", … with a name or a noun of a place.</summary>
    /// <param name="syntax">The document.</param>
    /// <param name="trigger">The tokens of the trigger.</param>
    /// <param name="taken">Tokens that are arguments already, and so no places unless they stand behind "in" or the like.</param>
    /// <param name="touched">Heads of those whom the event bodily happens to: where they are, it is ("kidnapped a priest in Harrow").</param>
    public static ImmutableArray<Argument> Places(
        Syntax syntax, IReadOnlyList<int> trigger, IReadOnlySet<int> taken, IEnumerable<int> touched)
    {
        var datelines = Datelines.Of(syntax.Document);
        var places = ImmutableArray.CreateBuilder<Argument>();
        foreach (var word in trigger.Concat(touched).Distinct())
        {
            foreach (var child in syntax.Children(word))
            {
                if ((taken.Contains(child) && !IsWithin(syntax, child)) || trigger.Contains(child) || datelines.Holds(child) || !IsPlace(syntax, child, word)) continue;
                if (!trigger.Contains(word) && syntax.Deprel(child) != Deprel.Nmod) continue;
                places.AddRange(NounPhrase.Arguments(syntax, child));
            }
        }

        places.Sort((one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return places.ToImmutable();
    }

    /// <summary>The words that say when: on the trigger, or on the verb that it hangs on without a clause of its own.</summary>
    public static TextSpan? Time(Syntax syntax, IReadOnlyList<int> trigger)
    {
        foreach (var word in trigger)
        {
            if (TimeOn(syntax, word) is { } own) return own;
        }

        for (var (word, steps) = (trigger[0], 0); steps < MaxSteps && Borrows(syntax, word); steps++)
        {
            word = syntax.Head(word);
            if (TimeOn(syntax, word) is { } found) return found;
        }

        return null;
    }

    private static bool Borrows(Syntax syntax, int word) => !syntax.IsRoot(word) && syntax.Deprel(word) switch
    {
        Deprel.Conj or Deprel.Obj => true,
        Deprel.Xcomp => FrameLexicon.OfVerb(syntax.Lemma(syntax.Head(word))).IsEmpty,
        Deprel.Advcl => Clause.Marker(syntax, word) is null && syntax.TreebankTag(word) == "VBG",
        _ => false,
    };

    private static bool IsPlace(Syntax syntax, int child, int word)
    {
        if (WordClasses.IsTime(syntax, child)) return false;
        if (syntax.Deprel(child) == Deprel.Compound) return syntax.NameAt(child) == NameType.Location;
        if (syntax.Deprel(child) == Deprel.Advmod) return syntax.Lemma(child) is "nationwide" or "countrywide" or "worldwide";
        return syntax.Deprel(child) is Deprel.Obl or Deprel.Nmod && syntax.Subtype(child) != "poss"
            && syntax.Preposition(child) is "in" or "at" or "near" or "on" or "outside" or "inside" or "across" or "around"
                or "along" or "throughout" or "off" or "outside_of" or "within" or "over"
            && WordClasses.IsPlace(syntax, child) && child != word;
    }

    // A point of time before a length of it: "fought for three weeks in May"
    // "met in Geneva", "clashed with police in Nairobi": whoever else is meant by it, it is where it was
    private static bool IsWithin(Syntax syntax, int child) =>
        syntax.Preposition(child) is "in" or "at" or "near" or "inside" or "outside" or "across" or "around" or "throughout" or "within";

    private static TextSpan? TimeOn(Syntax syntax, int word)
    {
        TextSpan? length = null;
        if (AfterSubject(syntax, word) is { } beside) return beside;
        foreach (var child in syntax.Children(word))
        {
            if (syntax.Deprel(child) is not (Deprel.Obl or Deprel.Nmod or Deprel.Advmod or Deprel.Compound or Deprel.Nummod)
                || TimeExpressions.At(syntax.Document, child) is not { } expression || IsCompared(syntax, child)) continue;
            if (!expression.IsLength) return expression.Phrase;
            if (LooksBack(syntax, expression)) return null;
            if (syntax.Deprel(child) == Deprel.Obl) length ??= expression.Phrase;
        }

        return length ?? OtherTimeOn(syntax, word);
    }

    // "Norland on Friday warned": where agencies put the day, read as part of the name before it
    private static TextSpan? AfterSubject(Syntax syntax, int verb)
    {
        if (syntax.Tag(verb) != PartOfSpeech.Verb || syntax.Child(verb, Deprel.Nsubj) is not (>= 0 and var subject) || subject > verb) return null;
        var last = syntax.Tree.Span(subject).End - 1;
        if (TimeExpressions.At(syntax.Document, last) is not { IsLength: false } expression || expression.Tokens.End < NextOf(syntax, verb)) return null;
        return expression.Tokens.Start > subject && syntax.Document.Lemmas[expression.Tokens.Start - 1] is "on" or "late" or "early"
            ? expression.Phrase : null;
    }

    // The first word of the verb's own group: "has", "also"
    private static int NextOf(Syntax syntax, int verb)
    {
        var first = verb;
        foreach (var child in syntax.Children(verb))
        {
            if (child < verb && syntax.Deprel(child) is Deprel.Aux or Deprel.Advmod && child > 0 && syntax.Tag(child) is not PartOfSpeech.Punct
                && syntax.Child(verb, Deprel.Nsubj) < child)
            {
                first = Math.Min(first, child);
            }
        }

        return first;
    }

    // "the biggest protests in more than a decade": how long there was none
    private static bool LooksBack(Syntax syntax, TimeExpression expression)
    {
        var start = expression.Tokens.Start;
        if (start == 0 || syntax.Lemma(start - 1) is not ("in" or "In")) return false;
        if (syntax.Lemma(start).ToLowerInvariant() is "more" or "over" or "nearly" or "almost") return true;
        for (var i = syntax.Document.SentenceOf(start).Start; i < start; i++)
        {
            if (syntax.TreebankTag(i) is "JJS" or "RBS" || (syntax.Lemma(i) is "first" && syntax.TreebankTag(i) is "JJ")) return true;
        }

        return false;
    }

    // Words of time that are no expression: "later", "during the period of mourning"
    private static TextSpan? OtherTimeOn(Syntax syntax, int word)
    {
        foreach (var child in syntax.Children(word))
        {
            var deprel = syntax.Deprel(child);
            if (deprel is Deprel.Obl or Deprel.Nmod && syntax.Subtype(child) is not "poss" && WordClasses.IsTime(syntax, child)
                && syntax.Preposition(child) is null or "on" or "in" or "at" or "during" or "since" or "after" or "before" or "until"
                    or "by" or "from" or "for" or "over" or "between" or "within" or "of" or "through" or "throughout")
            {
                return Span(syntax, child);
            }

            var byItself = deprel == Deprel.Advmod || (deprel == Deprel.Compound && syntax.Tag(child) == PartOfSpeech.Propn);
            if (byItself && WordClasses.IsTime(syntax, child) && !IsCompared(syntax, child)) return Span(syntax, child);
        }

        return null;
    }

    // "as soon as", "no later than"
    private static bool IsCompared(Syntax syntax, int child) =>
        syntax.Child(child, Deprel.Advmod) >= 0 && syntax.Lemma(child) is "soon" or "late" or "early" or "later" or "earlier";

    private static TextSpan Span(Syntax syntax, int child)
    {
        var span = syntax.Tree.Span(child);
        while (span.Start < child && syntax.Tag(span.Start) == PartOfSpeech.Punct) span = new(span.Start + 1, span.End);
        foreach (var part in syntax.Children(child))
        {
            if (part > child && IsBeyond(syntax, part))
            {
                return syntax.Document.SpanOf(new(span.Start, Math.Max(child + 1, syntax.Tree.Span(part).Start)));
            }
        }

        return syntax.Document.SpanOf(span);
    }

    private static bool IsBeyond(Syntax syntax, int part) => syntax.Deprel(part) switch
    {
        Deprel.Acl or Deprel.Appos or Deprel.Parataxis or Deprel.Punct or Deprel.Conj or Deprel.Advcl or Deprel.Obl or Deprel.Cc => true,
        Deprel.Nmod => syntax.Preposition(part) is not (null or "of" or "to"),
        _ => false,
    };
}
