using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>What the form of one clause tells about its time and mood: scheduled, asked, ordered, under a condition.</summary>
internal static class Mood
{
    /// <summary>Whether an infinitive tells of what is to come: "Norland to attack Estmark" over a report, "they are to meet".</summary>
    public static bool IsFutureInfinitive(Syntax syntax, int token) =>
        syntax.TreebankTag(token) == "VB" && Clause.Marker(syntax, token) == "due"
        || syntax.TreebankTag(token) == "VB" && Clause.Marker(syntax, token) == "to"
        && (syntax.Child(token, Deprel.Aux) is >= 0 and var aux ? syntax.Lemma(aux) == "be" && syntax.Subtype(aux) != "pass"
            : syntax.IsRoot(token) && syntax.Child(token, Deprel.Nsubj) >= 0);

    /// <summary>Whether the present tense tells of a time to come: "they meet tomorrow", "they are meeting next week".</summary>
    public static bool IsScheduled(Syntax syntax, int token)
    {
        var tensed = token;
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) is Deprel.Aux) tensed = child;
        }

        if (syntax.TreebankTag(tensed) is not ("VBZ" or "VBP") || syntax.Lemma(tensed) == "have") return false;
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) is Deprel.Obl or Deprel.Advmod && IsToCome(syntax, child)) return true;
        }

        return false;
    }

    private static bool IsToCome(Syntax syntax, int time)
    {
        if (syntax.Lemma(time) is "tomorrow" or "Tomorrow") return true;
        if (!WordClasses.IsTime(syntax, time)) return false;
        foreach (var child in syntax.Children(time))
        {
            if (syntax.Deprel(child) == Deprel.Amod && syntax.Lemma(child) is "next" or "coming") return true;
        }

        return false;
    }

    /// <summary>Whether the order of the words makes it a condition: "Had they attacked, …", "Should they attack, …".</summary>
    public static bool IsInverted(Syntax syntax, int token)
    {
        var (subject, first) = (syntax.Child(token, Deprel.Nsubj), syntax.Child(token, Deprel.Aux));
        if (first < 0 || first > subject || !(syntax.Lemma(first) is "should" or "Should" || syntax.TreebankTag(first) == "VBD")) return false;
        if (syntax.Lemma(first) is "do" or "can" or "may" || first != syntax.Document.SentenceOf(token).Start) return false;
        return syntax.Form(syntax.Document.SentenceOf(token).End - 1) is not "?";
    }

    /// <summary>Whether a modal looks back: "should have attacked".</summary>
    public static bool HasBeenDone(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) == Deprel.Aux && syntax.Lemma(child) == "have") return true;
        }

        return false;
    }

    /// <summary>Whether the clause hangs on another as what is said or as its equal.</summary>
    public static bool IsReported(Syntax syntax, int token) => syntax.Deprel(token) is Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj;

    /// <summary>Whether the clause tells of what is to come: "will leave", "would hand over".</summary>
    public static bool IsToBe(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) == Deprel.Aux && syntax.Lemma(child).ToLowerInvariant() is "will" or "would" or "shall" or "'ll" or "wo") return true;
        }

        return false;
    }

    /// <summary>Whether the clause leaves open if it comes about: "may", "might", "could".</summary>
    public static bool IsOpenQuestion(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) == Deprel.Aux && syntax.Lemma(child).ToLowerInvariant() is "may" or "might" or "could" or "can") return true;
        }

        return false;
    }

    /// <summary>Whether the clause has a modal.</summary>
    public static bool IsOpen(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) == Deprel.Aux && syntax.TreebankTag(child) == "MD") return true;
        }

        return false;
    }

    /// <summary>Whether it is an order: "Leave the town."</summary>
    public static bool IsImperative(Syntax syntax, int token)
    {
        if (syntax.TreebankTag(token) != "VB") return false;
        if (!syntax.IsRoot(token) && !(syntax.Deprel(token) is Deprel.Ccomp or Deprel.Parataxis && IsQuoted(syntax, token))) return false;
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) is Deprel.Nsubj or Deprel.Mark or Deprel.Csubj or Deprel.Aux) return false;
        }

        return true;
    }

    private static bool IsQuoted(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (child < token && syntax.TreebankTag(child) == "``") return true;
        }

        return false;
    }

    /// <summary>Whether the form of the verb demands: "insisted that the director resign".</summary>
    public static bool IsSubjunctive(Syntax syntax, int token)
    {
        if (syntax.Deprel(token) != Deprel.Ccomp || syntax.TreebankTag(token) is not ("VB" or "VBP") || Clause.Marker(syntax, token) != "that") return false;
        if (Governors.Effect(syntax, syntax.Head(token)) is not ("asked" or "planned")) return false;
        if (syntax.Child(token, Deprel.Aux) >= 0 || syntax.Child(token, Deprel.Nsubj) is not (>= 0 and var subject)) return false;
        return syntax.Child(subject, Deprel.Conj) < 0 && (syntax.TreebankTag(subject) is "NN" or "NNP" || syntax.Lemma(subject) is "he" or "she" or "it");
    }

    /// <summary>Whether a verb stands in the present: "keeps", "are continuing", "have not stopped".</summary>
    public static bool IsPresent(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) == Deprel.Aux && syntax.TreebankTag(child) is "VBZ" or "VBP") return true;
            if (syntax.Deprel(child) == Deprel.Aux && syntax.TreebankTag(child) is "VBD" or "MD") return false;
        }

        return syntax.TreebankTag(token) is "VBZ" or "VBP";
    }

    /// <summary>Whether a deed told as a state goes on: "are on strike".</summary>
    public static bool IsUnderWay(Syntax syntax, int noun) => syntax.Tag(noun) == PartOfSpeech.Noun && syntax.Preposition(noun) == "on"
        && syntax.Child(noun, Deprel.Cop) is >= 0 and var copula && syntax.TreebankTag(copula) is "VBZ" or "VBP";

    /// <summary>Whether a predicate says that its subject goes on: "is under way", "are in their third week".</summary>
    public static bool IsOn(Syntax syntax, int predicate)
    {
        if (syntax.Child(predicate, Deprel.Cop) is not (>= 0 and var copula) || syntax.TreebankTag(copula) is not ("VBZ" or "VBP")) return false;
        return syntax.Lemma(predicate) switch
        {
            "underway" or "ongoing" => true,
            "way" => syntax.Preposition(predicate) == "under",
            "progress" => syntax.Preposition(predicate) == "in",
            _ => syntax.Preposition(predicate) == "in" && WordClasses.IsTime(syntax, predicate) && syntax.Child(predicate, Deprel.Nmod, "poss") >= 0,
        };
    }

    /// <summary>Whether a quality keeps from doing: "too weak to".</summary>
    public static bool IsTooMuch(Syntax syntax, int quality)
    {
        if (syntax.Tag(quality) is not (PartOfSpeech.Adj or PartOfSpeech.Adv)) return false;
        foreach (var child in syntax.Children(quality))
        {
            if (child < quality && syntax.Deprel(child) == Deprel.Advmod && syntax.Lemma(child) is "too" or "Too") return true;
        }

        return false;
    }

    /// <summary>Whether something else came in the way: "would have attacked, but snow fell".</summary>
    public static bool IsCrossed(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) == Deprel.Conj && child > token && syntax.Child(child, Deprel.Cc) is >= 0 and var but && syntax.Lemma(but) == "but") return true;
        }

        return false;
    }

    /// <summary>Whether what a noun tells is called untrue: "the report was false", "the claim turned out to be wrong".</summary>
    public static bool IsCalledFalse(Syntax syntax, int noun)
    {
        if (syntax.Deprel(noun) != Deprel.Nsubj) return false;
        var predicate = syntax.Head(noun);
        if (IsFalse(syntax, predicate)) return !Negations.On(syntax, predicate);
        foreach (var child in syntax.Children(predicate))
        {
            if (syntax.Deprel(child) is Deprel.Xcomp or Deprel.Advcl && syntax.Lemma(predicate) is "turn" or "prove" && IsFalse(syntax, child)) return true;
        }

        return false;
    }

    private static bool IsFalse(Syntax syntax, int token) =>
        syntax.Lemma(token) is "false" or "untrue" or "wrong" or "unfounded" or "baseless" or "fabricated" or "lie" or "hoax" or "invention";

    /// <summary>Whether it is asked if it happened; of "Why did they attack?" it is not.</summary>
    public static bool IsAsked(Syntax syntax, int token)
    {
        if (!syntax.IsRoot(token) || AsksForCircumstance(syntax, token)) return false;
        for (var i = syntax.Document.SentenceOf(token).End - 1; i > token; i--)
        {
            if (syntax.Form(i) is "?") return true;
            if (syntax.Tag(i) != PartOfSpeech.Punct) return false;
        }

        return false;
    }

    // "Why did they attack?", "Who attacked the town?": that it happened is taken for granted
    private static bool AsksForCircumstance(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (child < token && syntax.TreebankTag(child) is "WRB" or "WP") return true;
        }

        return false;
    }

    /// <summary>Whether a subject stands for a kind: "attacks on civilians are crimes", "an attack on one is an attack on all".</summary>
    public static bool IsKind(Syntax syntax, int subject, int predicate)
    {
        if (syntax.Tag(subject) != PartOfSpeech.Noun || syntax.Child(predicate, Deprel.Cop) is not (>= 0 and var copula)) return false;
        if (syntax.TreebankTag(copula) is not ("VBZ" or "VBP") || syntax.Child(predicate, Deprel.Aux) >= 0) return false;
        var plural = syntax.TreebankTag(subject) == "NNS";
        foreach (var child in syntax.Children(subject))
        {
            var bound = syntax.Deprel(child) is Deprel.Det or Deprel.Nummod || syntax.Subtype(child) == "poss";
            if (bound) return !plural && syntax.Lemma(child).ToLowerInvariant() is "a" or "an" or "every" or "any";
            if (syntax.Deprel(child) == Deprel.Amod && syntax.Lemma(child) is "recent" or "latest" or "last" or "such") return false;
        }

        return plural;
    }

    /// <summary>Whether a word is the "called" of "so-called", in three tokens.</summary>
    public static bool IsSoCalled(Syntax syntax, int child) =>
        syntax.Lemma(child) == "call" && syntax.Child(child, Deprel.Advmod) is >= 0 and var so && so < child && syntax.Lemma(so) is "so" or "So";

    /// <summary>Whether a clause says what a noun is of, though read as a relative clause: "a chance that they will attack".</summary>
    public static bool IsContentOf(Syntax syntax, int noun, int clause)
    {
        if (syntax.Subtype(clause) != "relcl" || (Governors.Signature(syntax, noun, "that") is null && Governors.Effect(syntax, noun, "noun") != "said")) return false;
        foreach (var part in syntax.Children(clause))
        {
            if (part < clause && syntax.TreebankTag(part) == "WDT" && syntax.Lemma(part) == "that") return syntax.Deprel(part) != Deprel.Nsubj;
        }

        return false;
    }
}
