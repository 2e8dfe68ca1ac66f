using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds the words of the same sentence that a pronoun of the third person stands for, where grammar tells.</summary>
/// <remarks>
/// "Norland said it would withdraw": the subject of a clause above the pronoun's own, if number and kind agree.
/// "Norland repeated its demand": the subject of the verb that the possessed noun hangs on. Objects ("arrested him")
/// stay pronouns here: who they are is for <c>Coreference</c> to tell.
/// </remarks>
internal static class Antecedents
{
    private const int MaxSteps = 8; // clauses to climb; a longer way is a list or a broken tree

    /// <summary>The token that heads the words meant, or the token itself.</summary>
    public static int Of(Syntax syntax, int token)
    {
        if (syntax.Tag(token) != PartOfSpeech.Pron) return token;
        var pronoun = syntax.Form(token).ToString().ToLowerInvariant();
        return pronoun switch
        {
            "he" or "she" or "it" or "they" when syntax.Deprel(token) == Deprel.Nsubj => OfSubject(syntax, token, pronoun),
            "his" or "her" or "its" or "their" when syntax.Is(token, Deprel.Nmod, "poss") => OfOwner(syntax, token, pronoun),
            _ => token,
        };
    }

    private static int OfSubject(Syntax syntax, int token, string pronoun)
    {
        var clause = syntax.Head(token);
        foreach (var child in syntax.Children(clause))
        {
            // "it will withdraw, Norland said"
            if (syntax.Deprel(child) == Deprel.Parataxis && child > clause && Subject(syntax, child, token, pronoun) is >= 0 and var speaker) return speaker;
        }

        for (var steps = 0; steps < MaxSteps && !syntax.IsRoot(clause); steps++)
        {
            if (syntax.Is(clause, Deprel.Acl, "relcl")) break;
            clause = syntax.Head(clause);
            if (Subject(syntax, clause, token, pronoun) is >= 0 and var found) return found;
        }

        return token;
    }

    private static int OfOwner(Syntax syntax, int token, string pronoun)
    {
        var verb = syntax.Head(token);
        for (var steps = 0; steps < MaxSteps && !syntax.IsRoot(verb) && syntax.Tag(verb) != PartOfSpeech.Verb; steps++) verb = syntax.Head(verb);
        if (syntax.Tag(verb) != PartOfSpeech.Verb || Clause.IsPassive(syntax, verb)) return token;
        var subject = Clause.SurfaceSubject(syntax, verb);
        return subject >= 0 && subject < token && Agrees(syntax, subject, pronoun) ? subject : token;
    }

    private static int Subject(Syntax syntax, int clause, int pronounAt, string pronoun)
    {
        var subject = Clause.OwnSubject(syntax, clause);
        return subject >= 0 && subject != pronounAt && Agrees(syntax, subject, pronoun) ? subject : -1;
    }

    private static bool Agrees(Syntax syntax, int subject, string pronoun)
    {
        if (syntax.Tag(subject) is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return false;
        var isPerson = WordClasses.Is(syntax, subject, "person");
        var isMany = syntax.TreebankTag(subject) is "NNS" or "NNPS" || syntax.Child(subject, Deprel.Conj) >= 0;
        return pronoun switch
        {
            "he" or "she" or "his" or "her" => !isMany && (isPerson || syntax.NameAt(subject) is null or NameType.Person),
            "they" or "their" => isMany || !isPerson,
            _ => !isMany && (!isPerson || syntax.NameAt(subject) is NameType.Organisation or NameType.Location) && WordClasses.IsActor(syntax, subject),
        };
    }
}
