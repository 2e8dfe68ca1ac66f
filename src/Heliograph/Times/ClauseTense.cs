using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Times;

/// <summary>Reads which way the clause looks that a time stands in.</summary>
internal static class ClauseTense
{
    private const int MaxSteps = 12; // words from a time up to the verb that tells

    private static readonly Lexicon Ahead = new("time-ahead.tsv");

    /// <summary>The tense of the clause around an expression.</summary>
    public static TimeTense Of(Document document, TimeExpression expression)
    {
        var token = Head(document, expression.Tokens);
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            if (steps > 0 && OwnTense(document, token) is { } tense) return tense;
            if (document.Heads[token] == token) return steps == 0 ? OwnTense(document, token) ?? TimeTense.Unknown : TimeTense.Unknown;
            if (IsForward(document, token)) return TimeTense.Future;
            token = document.Heads[token];
            if (!expression.Tokens.Contains(token) && Comparison(document, token) is { } told) return told;
        }

        return TimeTense.Unknown;
    }

    // The word of the expression that hangs on a word outside
    private static int Head(Document document, TokenSpan tokens)
    {
        for (var token = tokens.Start; token < tokens.End; token++)
        {
            if (document.Heads[token] == token || !tokens.Contains(document.Heads[token])) return token;
        }

        return tokens.Start;
    }

    // "ahead of Friday's election", "after Sunday's attack"
    private static TimeTense? Comparison(Document document, int noun)
    {
        if (document.Tags[noun] is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return null;
        foreach (var child in Tree.Of(document).Children(noun))
        {
            if (child > noun || document.Deprels[child] is not (Deprel.Case or Deprel.Mark)) continue;
            if (document.Lemmas[child] is "before" or "ahead") return TimeTense.Future;
            if (document.Lemmas[child] is "after" or "since" or "following") return TimeTense.Past;
        }

        return null;
    }

    // What a verb tells of itself; null where it leans on the word above
    private static TimeTense? OwnTense(Document document, int token)
    {
        var (auxiliaries, isPredicate) = Auxiliaries(document, token);
        if (!isPredicate) return null;
        if (auxiliaries.Has(Auxiliary.Modal)) return auxiliaries.Has(Auxiliary.Perfect) ? TimeTense.Past : TimeTense.Future;
        if (auxiliaries.Has(Auxiliary.Past) || auxiliaries.Has(Auxiliary.Perfect)) return TimeTense.Past;
        var tag = document.TreebankTags[token];
        if (auxiliaries.Has(Auxiliary.Present)) return tag == "VBG" ? TimeTense.Future : TimeTense.Present;
        return tag switch
        {
            "VBD" => TimeTense.Past,
            "VBZ" or "VBP" => TimeTense.Present,
            "VBN" when document.Deprels[token] != Deprel.Conj => TimeTense.Past,
            _ => null,
        };
    }

    [Flags]
    private enum Auxiliary
    {
        None = 0,
        Modal = 1,
        Perfect = 2,
        Past = 4,
        Present = 8,
    }

    private static bool Has(this Auxiliary auxiliaries, Auxiliary one) => (auxiliaries & one) != 0;

    private static (Auxiliary Auxiliaries, bool IsPredicate) Auxiliaries(Document document, int token)
    {
        var (found, isPredicate) = (Auxiliary.None, document.Tags[token] is PartOfSpeech.Verb or PartOfSpeech.Aux);
        foreach (var child in Tree.Of(document).Children(token))
        {
            if (document.Deprels[child] is not (Deprel.Aux or Deprel.Cop)) continue;
            isPredicate = true;
            found |= document.TreebankTags[child] switch
            {
                "MD" => Auxiliary.Modal,
                "VBD" => Auxiliary.Past,
                "VBZ" or "VBP" or "VB" when document.Lemmas[child] == "have" => Auxiliary.Perfect,
                "VBZ" or "VBP" => Auxiliary.Present,
                _ => Auxiliary.None,
            };
        }

        return (found, isPredicate);
    }

    // "agreed to meet", "is due to meet", "a deal to meet"
    private static bool IsForward(Document document, int token)
    {
        if (document.TreebankTags[token] != "VB" && !HasInfinitiveCopula(document, token)) return false;
        var mark = Tree.Of(document).Child(token, Deprel.Mark);
        return mark >= 0 && document.Lemmas[mark] == "to" && Ahead.Holds(document.Lemmas[document.Heads[token]]);
    }

    private static bool HasInfinitiveCopula(Document document, int token)
    {
        foreach (var child in Tree.Of(document).Children(token))
        {
            if (document.Deprels[child] is Deprel.Aux or Deprel.Cop && document.TreebankTags[child] == "VB") return true;
        }

        return false;
    }
}
