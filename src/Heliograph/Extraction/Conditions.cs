using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Tells whether a clause to come hangs on another: "if", "unless", "once", "provided that", "on condition that", "anyone who".</summary>
internal static class Conditions
{
    /// <summary>Whether a clause with a modal, or an infinitive, stands under a condition.</summary>
    public static bool On(Syntax syntax, int token)
    {
        if (!Mood.IsOpen(syntax, token) && Clause.Marker(syntax, token) != "to") return false;
        foreach (var child in syntax.Children(token))
        {
            if (Brings(syntax, token, child)) return true;
        }

        return false;
    }

    private static bool Brings(Syntax syntax, int token, int child) => syntax.Deprel(child) switch
    {
        Deprel.Advcl => Clause.Marker(syntax, child) is "if" or "unless" or "once" or "provided" or "providing" || IsProvided(syntax, child),
        Deprel.Ccomp => Clause.Marker(syntax, child) is "if" or "unless" && !Asks(syntax, token),
        Deprel.Xcomp => IsProvided(syntax, child),
        Deprel.Obl => IsCase(syntax, child),
        Deprel.Nsubj => IsWhoever(syntax, child),
        _ => false,
    };

    // "wonder if", "see if": no condition
    private static bool Asks(Syntax syntax, int token) =>
        CueLexicon.Find(syntax.Lemma(token), PartOfSpeech.Verb)?.Takes(CuePatterns.Clause) ?? false;

    // "provided that they pay", "assuming they pay"
    private static bool IsProvided(Syntax syntax, int child) =>
        syntax.TreebankTag(child) is "VBN" or "VBG" && syntax.Lemma(child) is "provide" or "assume" or "suppose"
        && syntax.Child(child, Deprel.Ccomp) >= 0 && syntax.Child(child, Deprel.Aux) < 0;

    // "on condition that", "in case of", "in the event of"
    private static bool IsCase(Syntax syntax, int child) => (syntax.Lemma(child), syntax.Preposition(child)) is
        ("condition", "on") or ("case" or "event", "in")
        && (syntax.Child(child, Deprel.Nmod) >= 0 || syntax.Child(child, Deprel.Acl) >= 0 || syntax.Child(child, Deprel.Ccomp) >= 0);

    // "anyone who crosses the line will be arrested"
    private static bool IsWhoever(Syntax syntax, int child) => syntax.Lemma(child).ToLowerInvariant() switch
    {
        "whoever" or "whosoever" => true,
        "anyone" or "anybody" => syntax.Child(child, Deprel.Acl, "relcl") >= 0,
        _ => false,
    };
}
