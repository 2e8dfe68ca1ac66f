using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds the words that turn a clause or a nominal into its opposite: "not", "no longer", "nobody", "without".</summary>
internal static class Negations
{
    /// <summary>Whether an odd number of negations stands on the token's own clause or phrase.</summary>
    /// <param name="syntax">The document.</param>
    /// <param name="token">The head of the clause or phrase.</param>
    /// <param name="except">A child that is passed over, or -1.</param>
    public static bool On(Syntax syntax, int token, int except = -1)
    {
        var negated = false;
        foreach (var child in syntax.Children(token))
        {
            if (child != except && By(syntax, token, child)) negated = !negated;
        }

        return negated;
    }

    /// <summary>The first negation on the token's own clause or phrase, or -1.</summary>
    public static int First(Syntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (By(syntax, token, child)) return child;
        }

        return -1;
    }

    /// <summary>Whether this child turns the token.</summary>
    public static bool By(Syntax syntax, int token, int child) => syntax.Deprel(child) switch
    {
        Deprel.Advmod or Deprel.Det or Deprel.Cc => IsNegation(syntax, child),
        Deprel.Case => syntax.Lemma(child) is "without" or "minus" || IsInstead(syntax, child),
        Deprel.Nsubj or Deprel.Obj => syntax.Tag(token) == PartOfSpeech.Verb && HasNo(syntax, child),
        _ => false,
    };

    /// <summary>Whether the words that bring a clause or phrase say that something else came in its place.</summary>
    public static bool IsInstead(Syntax syntax, int marker)
    {
        var lemma = syntax.Lemma(marker).ToLowerInvariant();
        if (lemma is not ("instead" or "rather")) return false;
        foreach (var part in syntax.Children(marker))
        {
            if (syntax.Deprel(part) == Deprel.Fixed) return true;
        }

        return false;
    }

    private static bool IsNegation(Syntax syntax, int child) => syntax.Lemma(child).ToLowerInvariant() switch
    {
        "not" or "n't" => !(child + 1 < syntax.Document.Tokens.Length && syntax.Lemma(child + 1) is "only" or "just" or "merely" or "simply"),
        "never" or "neither" or "nor" => true,
        "no" => syntax.Deprel(child) is Deprel.Det or Deprel.Advmod,
        "long" or "longer" => syntax.Child(child, Deprel.Advmod) is >= 0 and var no && syntax.Lemma(no) == "no",
        _ => false,
    };

    // "not a single soldier", "not one of them"
    private static bool IsOne(Syntax syntax, int token) => syntax.Lemma(token) is "one" or "single"
        || (syntax.Lemma(token) is "a" && token + 1 < syntax.Document.Tokens.Length && syntax.Lemma(token + 1) is "single" or "soul");

    /// <summary>Whether the words of a nominal say that there was none: "no soldier", "nobody", "not a single one".</summary>
    public static bool IsNone(Syntax syntax, int nominal) => HasNo(syntax, nominal);

    private static bool HasNo(Syntax syntax, int nominal)
    {
        if (syntax.Lemma(nominal).ToLowerInvariant() is "nobody" or "no_one" or "none" or "nothing") return true;
        foreach (var child in syntax.Children(nominal))
        {
            if (syntax.Deprel(child) is Deprel.Det or Deprel.Cc && syntax.Lemma(child).ToLowerInvariant() is "no" or "neither") return true;
            if (child < nominal && syntax.Deprel(child) is Deprel.Advmod && syntax.Lemma(child) is "not" or "Not" && IsOne(syntax, child + 1)) return true;
        }

        return false;
    }
}
