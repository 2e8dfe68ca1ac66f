using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Who does it and to whom it is done, for one verb, whatever the construction.</summary>
/// <remarks>
/// Undoes the passive ("was attacked by rebels"), reduced and full relative clauses ("troops sent by", "rebels who
/// attacked", "the town they took"), conjoined verbs ("attacked and burned"), raising and control ("began to attack",
/// "urged them to leave") and participles ("… , killing twelve"). Tokens are indices into the document; -1 is none.
/// Misses by design: subjects that only the sentence before names.
/// </remarks>
internal static class Clause
{
    private const int MaxDepth = 12; // longer chains of verbs are lists, not grammar

    /// <summary>Whether the verb is passive, so that its subject is the one it is done to.</summary>
    public static bool IsPassive(Syntax syntax, int verb, int depth = 0)
    {
        if (syntax.Child(verb, Deprel.Aux, "pass") >= 0 || syntax.Child(verb, Deprel.Nsubj, "pass") >= 0) return true;
        if (syntax.Deprel(verb) == Deprel.Conj && IsGapped(syntax, verb) && depth < MaxDepth && IsPassive(syntax, syntax.Head(verb), depth + 1)) return true;
        if (syntax.Child(verb, Deprel.Nsubj) >= 0 || syntax.Child(verb, Deprel.Aux) >= 0) return false;
        var participle = syntax.TreebankTag(verb) is "VBN" or "VBD";
        return syntax.Deprel(verb) switch
        {
            Deprel.Acl => participle && syntax.Subtype(verb) != "relcl",
            Deprel.Advcl or Deprel.Amod => syntax.TreebankTag(verb) == "VBN",
            Deprel.Conj => participle && depth < MaxDepth && syntax.Child(verb, Deprel.Obj) < 0 && IsPassive(syntax, syntax.Head(verb), depth + 1),
            _ => false,
        };
    }

    // "twelve were killed and scores wounded"
    private static bool IsGapped(Syntax syntax, int verb) => syntax.TreebankTag(verb) is "VBN" or "VBD"
        && syntax.Child(verb, Deprel.Nsubj) >= 0 && syntax.Child(verb, Deprel.Aux) < 0 && syntax.Child(verb, Deprel.Obj) < 0;

    /// <summary>Who does it, or -1.</summary>
    public static int Subject(Syntax syntax, int verb) => IsPassive(syntax, verb) ? Agent(syntax, verb) : SurfaceSubject(syntax, verb);

    /// <summary>To whom or what it is done, or -1.</summary>
    public static int Object(Syntax syntax, int verb) => IsPassive(syntax, verb) ? SurfaceSubject(syntax, verb) : SurfaceObject(syntax, verb);

    /// <summary>The noun that a relative pronoun stands for; any other token stands for itself.</summary>
    public static int Antecedent(Syntax syntax, int token)
    {
        if (syntax.Lemma(token) is not ("who" or "which" or "that" or "whom")) return token;
        if (syntax.Tag(token) is not (PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Sconj)) return token;
        for (var (up, depth) = (syntax.Head(token), 0); depth < MaxDepth && syntax.Head(up) != up; up = syntax.Head(up), depth++)
        {
            if (syntax.Is(up, Deprel.Acl, "relcl")) return syntax.Lemma(token) == "which" ? NoPerson(syntax, syntax.Head(up), token) : OneSide(syntax, syntax.Head(up), token);
        }

        return token;
    }

    // "between officers and marchers, who blocked the road": of two sides, the one that stands beside the clause
    private static int OneSide(Syntax syntax, int antecedent, int pronoun)
    {
        if (syntax.Preposition(antecedent) != "between") return antecedent;
        var last = antecedent;
        foreach (var child in syntax.Children(antecedent))
        {
            if (syntax.Deprel(child) == Deprel.Conj && child < pronoun) last = child;
        }

        return last;
    }

    // "the flow of refugees into Norland, which hosts many": "which" is never people, so the nearest name before it is meant
    private static int NoPerson(Syntax syntax, int antecedent, int pronoun)
    {
        if (!WordClasses.Has(syntax.Lemma(antecedent), "person")) return antecedent;
        for (var i = pronoun - 1; i > antecedent; i--)
        {
            if (syntax.Tag(i) == PartOfSpeech.Propn) return i;
            if (syntax.Tag(i) != PartOfSpeech.Punct) break;
        }

        return antecedent;
    }

    /// <summary>The subject as grammar has it, found through conjoined and governing verbs, or -1.</summary>
    public static int SurfaceSubject(Syntax syntax, int verb, int depth = 0)
    {
        var own = OwnSubject(syntax, verb);
        if (own >= 0) return Antecedent(syntax, own);
        if (depth >= MaxDepth || syntax.Head(verb) == verb) return -1;
        var head = syntax.Head(verb);
        return syntax.Deprel(verb) switch
        {
            Deprel.Conj => IsPredicate(syntax, head) ? SurfaceSubject(syntax, head, depth + 1) : -1,
            Deprel.Xcomp => Controller(syntax, head, depth),
            Deprel.Advcl => Governor(syntax, verb, head, depth),
            Deprel.Acl when syntax.Subtype(verb) == "relcl" => -1,
            Deprel.Acl when syntax.TreebankTag(verb) == "VB" => Holder(syntax, head, depth),
            Deprel.Acl => Marker(syntax, verb) is null ? head : -1,
            _ => -1,
        };
    }

    /// <summary>The word that introduces a clause, such as "if", "to" or "without"; null where there is none.</summary>
    public static string? Marker(Syntax syntax, int verb)
    {
        var mark = syntax.Child(verb, Deprel.Mark);
        return mark < 0 ? null : syntax.Lemma(mark).ToLowerInvariant();
    }

    /// <summary>The subject that stands on the verb's own clause, or -1.</summary>
    public static int OwnSubject(Syntax syntax, int verb)
    {
        var found = -1;
        foreach (var i in syntax.Children(verb))
        {
            if (syntax.Deprel(i) == Deprel.Nsubj && syntax.Subtype(i) != "outer" && (found < 0 || i < verb)) found = i;
        }

        return found >= 0 ? AfterDateline(syntax, found, verb) : Misplaced(syntax, verb);
    }

    // "HARROW, Norland (AP) -- The minister said": who stands behind the dash
    private static int AfterDateline(Syntax syntax, int subject, int verb)
    {
        if (subject >= verb || syntax.Tag(subject) != PartOfSpeech.Propn || Datelines.Of(syntax.Document) is var datelines && !datelines.Holds(subject)) return subject;
        var end = datelines.End(subject);
        for (var i = verb - 1; i >= end; i--)
        {
            if (syntax.Tag(i) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron)) continue;
            var top = i;
            while (syntax.Head(top) >= end && syntax.Head(top) < verb && syntax.Head(top) != top) top = syntax.Head(top);
            if (syntax.Tag(top) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron && !WordClasses.IsTime(syntax, top)) return top;
        }

        return subject;
    }

    // Two faults of trees: a subject that hangs on the object after the verb, and one that stands as a bare name before it
    private static int Misplaced(Syntax syntax, int verb)
    {
        if (syntax.Tag(verb) != PartOfSpeech.Verb) return -1;
        var thing = syntax.Child(verb, Deprel.Obj);
        if (thing > verb && syntax.Tag(thing) == PartOfSpeech.Noun && syntax.Child(thing, Deprel.Cop) < 0
            && syntax.Child(thing, Deprel.Nsubj) is >= 0 and var early && early < verb)
        {
            return early;
        }

        if (syntax.Deprel(verb) == Deprel.Ccomp && OfReported(syntax, verb) is >= 0 and var reported) return reported;
        if (!syntax.IsRoot(verb) || syntax.TreebankTag(verb) is not "VBD") return -1;
        for (var i = verb - 1; i >= 0 && syntax.Document.SentenceIndexOf(i) == syntax.Document.SentenceIndexOf(verb); i--)
        {
            if (syntax.Is(i, Deprel.Nmod, "unmarked") && syntax.NameAt(i) is not null && !WordClasses.IsTime(syntax, i)) return i;
        }

        return -1;
    }

    // "Orla Reyle, 42, left, police said": both subjects hang on the last verb, and the first is that of the first
    private static int OfReported(Syntax syntax, int verb)
    {
        var saying = syntax.Head(verb);
        var (first, subjects) = (-1, 0);
        foreach (var child in syntax.Children(saying))
        {
            if (syntax.Deprel(child) != Deprel.Nsubj) continue;
            if (child < verb && first < 0) first = child;
            subjects++;
        }

        return subjects > 1 && verb < saying ? first : -1;
    }

    private static int Agent(Syntax syntax, int verb)
    {
        foreach (var i in syntax.Children(verb))
        {
            if (syntax.Deprel(i) != Deprel.Obl) continue;
            if (IsAgent(syntax, i)) return Antecedent(syntax, i);

            // "was freed from prison by rebels", read as a prison by rebels
            foreach (var below in syntax.Children(i))
            {
                if (i > verb && syntax.Deprel(below) == Deprel.Nmod && IsAgent(syntax, below)) return below;
            }
        }

        return -1;
    }

    private static bool IsAgent(Syntax syntax, int token) => syntax.Preposition(token) == "by" && !IsManner(syntax, token)
        && (syntax.Subtype(token) == "agent" || WordClasses.IsActor(syntax, token));

    // "was dissolved by force"
    private static bool IsManner(Syntax syntax, int token) =>
        syntax.Lemma(token) is "force" or "hand" && syntax.TreebankTag(token) == "NN" && syntax.Child(token, Deprel.Det) < 0
        && syntax.Child(token, Deprel.Amod) < 0 && syntax.Child(token, Deprel.Compound) < 0;

    private static int SurfaceObject(Syntax syntax, int verb)
    {
        var own = syntax.Child(verb, Deprel.Obj);
        if (own < 0 && syntax.Child(verb, Deprel.Ccomp) < 0 && syntax.Child(verb, Deprel.Xcomp) < 0) own = syntax.Child(verb, Deprel.Iobj);
        if (own >= 0) return Antecedent(syntax, own);
        if (syntax.Is(verb, Deprel.Acl, "relcl") && OwnSubject(syntax, verb) is >= 0 and var subject
            && Antecedent(syntax, subject) == subject && !HasRelativeOblique(syntax, verb))
        {
            return syntax.Head(verb);
        }

        // "attacked and burned the town": the object hangs on one of two verbs that stand together
        foreach (var i in syntax.Children(verb))
        {
            if (syntax.Deprel(i) == Deprel.Conj && i - verb <= 3 && OwnSubject(syntax, i) < 0) return syntax.Child(i, Deprel.Obj);
        }

        if (Bare(syntax, verb) is >= 0 and var bare) return bare;
        if (syntax.Deprel(verb) != Deprel.Conj) return -1;
        var shared = syntax.Child(syntax.Head(verb), Deprel.Obj);
        return shared > verb ? shared : -1;
    }

    // "called off a strike" read as an adjunct without a preposition; "kidnapped up to 16 men" read as "to 16 men", and "killed at least 81"
    private static int Bare(Syntax syntax, int verb)
    {
        foreach (var i in syntax.Children(verb))
        {
            if (i < verb || syntax.Deprel(i) != Deprel.Obl || syntax.Subtype(i).Length > 0 || WordClasses.IsTime(syntax, i)) continue;
            var preposition = syntax.Preposition(i);
            if (preposition is null && syntax.Tag(i) is PartOfSpeech.Noun && syntax.Child(i, Deprel.Det) >= 0) return i;
            if (syntax.Child(i, Deprel.Nummod) < 0 || syntax.Child(i, Deprel.Case) is not (> 0 and var bound) || bound + 1 >= i) continue;
            if (preposition == "to" && syntax.Lemma(bound - 1) == "up") return i;
            if (preposition == "at" && syntax.Lemma(bound + 1) is "least" or "most") return i;
            if (preposition is "over" or "about" or "around" or "under" && syntax.Tag(bound + 1) == PartOfSpeech.Num) return i;
        }

        return -1;
    }

    private static bool HasRelativeOblique(Syntax syntax, int verb)
    {
        foreach (var i in syntax.Children(verb))
        {
            if (syntax.Deprel(i) is Deprel.Obl or Deprel.Advmod && syntax.Lemma(i) is "which" or "whom" or "where" or "when" or "why") return true;
        }

        return false;
    }

    // "urged them to leave": them; "agreed to leave": who agreed; "called on them to leave": them
    private static int Controller(Syntax syntax, int head, int depth)
    {
        if (syntax.Lemma(head) is not ("promise" or "threaten" or "vow"))
        {
            var person = syntax.Child(head, Deprel.Obj);
            if (person < 0) person = syntax.Child(head, Deprel.Iobj);
            if (person < 0 && syntax.Lemma(head) is "call" or "appeal" or "plead") person = Oblique(syntax, head, "on", "upon", "to");
            if (person >= 0) return Antecedent(syntax, person);
        }

        return SurfaceSubject(syntax, head, depth + 1);
    }

    private static int Governor(Syntax syntax, int verb, int head, int depth)
    {
        if (!IsPredicate(syntax, head)) return -1;
        if (Marker(syntax, verb) is "of" or "from" or "for")
        {
            var accused = Object(syntax, head);
            if (accused >= 0) return accused;
        }

        if (syntax.Lemma(head) is "call" or "appeal" && Marker(syntax, verb) == "to"
            && Oblique(syntax, head, "on", "upon", "to") is >= 0 and var called)
        {
            return called;
        }

        return SurfaceSubject(syntax, head, depth + 1);
    }

    // "the rebels' attempt to take it", "rebels made an attempt to take it"
    private static int Holder(Syntax syntax, int noun, int depth)
    {
        var owner = syntax.Child(noun, Deprel.Nmod, "poss");
        if (owner >= 0) return owner;
        if (Planner(syntax, noun) is >= 0 and var planner) return planner;
        return syntax.Deprel(noun) is Deprel.Obj or Deprel.Obl && syntax.Head(noun) != noun
            ? SurfaceSubject(syntax, syntax.Head(noun), depth + 1)
            : -1;
    }

    // "a government plan to disarm it"
    private static int Planner(Syntax syntax, int noun)
    {
        foreach (var child in syntax.Children(noun))
        {
            if (child > noun) break;
            if (syntax.Deprel(child) == Deprel.Compound && syntax.Tag(child) is PartOfSpeech.Noun or PartOfSpeech.Propn
                && WordClasses.IsActor(syntax, child) && !WordClasses.IsTime(syntax, child))
            {
                return child;
            }
        }

        return -1;
    }

    private static int Oblique(Syntax syntax, int verb, params ReadOnlySpan<string> prepositions)
    {
        foreach (var i in syntax.Children(verb))
        {
            if (syntax.Deprel(i) == Deprel.Obl && syntax.Preposition(i) is { } found && prepositions.Contains(found)) return i;
        }

        return -1;
    }

    private static bool IsPredicate(Syntax syntax, int token) =>
        syntax.Tag(token) is PartOfSpeech.Verb or PartOfSpeech.Aux || syntax.Child(token, Deprel.Cop) >= 0;
}
