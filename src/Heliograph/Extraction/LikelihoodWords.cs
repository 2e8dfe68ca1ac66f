using System.Collections.Frozen;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>The words of likelihood around a word that tells how likely something is: "almost certainly", "a remote chance".</summary>
internal static class LikelihoodWords
{
    private static readonly FrozenSet<(string, string)> Known = LexiconTable.Rows("likelihood-words.tsv", 2)
        .Select(row => (row[0], row[1])).ToFrozenSet();

    /// <summary>The words as they stand, with what weakens, strengthens or negates them; null where the word is none of likelihood.</summary>
    public static TextSpan? At(Syntax syntax, int token)
    {
        var place = syntax.Tag(token) switch
        {
            PartOfSpeech.Verb or PartOfSpeech.Aux => "verb",
            PartOfSpeech.Adv => "adverb",
            PartOfSpeech.Adj => "adjective",
            _ => "noun",
        };
        if (!Known.Contains((syntax.Lemma(token).ToLowerInvariant(), place))) return null;
        var (first, last) = (token, token);
        foreach (var child in syntax.Children(token))
        {
            if (child < token && Qualifies(syntax, child) && child >= token - 4) first = Math.Min(first, child);
            if (child > token && syntax.Deprel(child) == Deprel.Advcl && IsThanNot(syntax, child)) last = child;
        }

        if (first > token - 1 && token > 0 && syntax.Head(token - 1) == syntax.Head(token) && syntax.Lemma(token - 1) is "almost" or "very" or "most")
        {
            first = token - 1; // "almost certainly", both hung on the verb
        }

        return syntax.Document.SpanOf(new(first, last + 1));
    }

    private static bool Qualifies(Syntax syntax, int child) =>
        (syntax.Deprel(child) is Deprel.Advmod or Deprel.Amod && syntax.Tag(child) is PartOfSpeech.Adv or PartOfSpeech.Adj or PartOfSpeech.Part
            && syntax.TreebankTag(child) is not ("WRB" or "WP"))
        || (syntax.Deprel(child) == Deprel.Det && syntax.Lemma(child) is "no" or "any" or "every");

    private static bool IsThanNot(Syntax syntax, int child) => syntax.Lemma(child) == "not" && Clause.Marker(syntax, child) == "than";
}
