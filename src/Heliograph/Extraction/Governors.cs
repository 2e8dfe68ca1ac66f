using System.Collections.Frozen;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>What a word makes of the clause or the deed under it, as <c>implicatives.tsv</c> and <c>governors.tsv</c> have it.</summary>
/// <remarks>An effect is one of: same, not, fact, planned, possible, asked, said, denied; the lists say what each means.</remarks>
internal static class Governors
{
    private static readonly FrozenDictionary<(string Lemma, string Place), string> Plain = LexiconTable.Rows("governors.tsv", 3)
        .ToFrozenDictionary(row => (row[0], row[1]), row => row[2]);

    private static readonly FrozenDictionary<(string Lemma, string Place, string Complement), (string Positive, string Negative)> Signed =
        LexiconTable.Rows("implicatives.tsv", 5).ToFrozenDictionary(row => (row[0], row[1], row[2]), row => (row[3], row[4]));

    private static readonly FrozenDictionary<(string Lemma, string Place), (string Positive, string Negative)> Either =
        LexiconTable.Rows("implicatives.tsv", 5).GroupBy(row => (row[0], row[1]))
            .ToFrozenDictionary(group => group.Key, group => (group.First()[3], group.First()[4]));

    /// <summary>What the word makes of what is under it, whatever its form; null where no list has the word.</summary>
    public static string? Effect(Syntax syntax, int token) => Effect(syntax, token, Place(syntax, token));

    /// <summary>The effect of the word as this part of speech (verb, noun, adj, adv), or null.</summary>
    public static string? Effect(Syntax syntax, int token, string place) =>
        Plain.GetValueOrDefault((syntax.Lemma(token).ToLowerInvariant(), place))
        ?? (place == "adj" ? Plain.GetValueOrDefault((syntax.Form(token).ToString().ToLowerInvariant(), place)) : null); // "alleged", read as of "allege"

    /// <summary>The signature of a verb together with the preposition of a nominal under it ("called off the strike", "called for a truce"), or null.</summary>
    public static (string Positive, string Negative)? WithPreposition(Syntax syntax, int verb, int child) =>
        syntax.Deprel(child) == Deprel.Obl && Place(syntax, verb) == "verb" && syntax.Preposition(child) is { } preposition
        && Signed.TryGetValue(($"{syntax.Lemma(verb).ToLowerInvariant()} {preposition}", "verb", "noun"), out var found) ? found : null;

    /// <summary>The signature of the word for a complement of this form, or null.</summary>
    public static (string Positive, string Negative)? Signature(Syntax syntax, int token, string complement)
    {
        var place = Place(syntax, token);
        if (WithParticle(syntax, token) is { } whole && Signed.TryGetValue((whole, place, complement), out var found)) return found;
        return Signed.TryGetValue((syntax.Lemma(token).ToLowerInvariant(), place, complement), out found) ? found : null;
    }

    /// <summary>Whether a deed done to this end carries the end out by itself ("marched to demand more").</summary>
    public static bool CarriesOut(Syntax syntax, int purpose) =>
        Signed.ContainsKey((syntax.Lemma(purpose).ToLowerInvariant(), "verb", "purpose"));

    /// <summary>A class for the word, for features: what it makes of a clause where it holds; null where no list has it.</summary>
    public static string? Class(Syntax syntax, int token)
    {
        var key = (syntax.Lemma(token).ToLowerInvariant(), Place(syntax, token));
        return Plain.TryGetValue(key, out var effect) ? effect : Either.TryGetValue(key, out var signed) ? signed.Positive : null;
    }

    /// <summary>The form in which a clause or a nominal hangs on its governor.</summary>
    public static string Complement(Syntax syntax, int child)
    {
        if (syntax.Deprel(child) is Deprel.Obj or Deprel.Nsubj or Deprel.Obl or Deprel.Nmod or Deprel.Iobj or Deprel.Compound)
        {
            return syntax.Preposition(child) ?? "noun";
        }

        if (Clause.Marker(syntax, child) is { } marker)
        {
            return marker != "to" ? syntax.TreebankTag(child) == "VBG" ? marker : "that" : AsksAnother(syntax, child) ? "someone to" : "to";
        }

        if (syntax.Preposition(child) is { } preposition && syntax.TreebankTag(child) == "VBG") return preposition;
        if (syntax.Child(child, Deprel.Aux) is >= 0 and var aux && syntax.TreebankTag(aux) == "VBG") return "ing"; // "being arrested"
        if (syntax.Deprel(child) is not (Deprel.Xcomp or Deprel.Advcl or Deprel.Ccomp or Deprel.Acl)) return "that";
        return syntax.TreebankTag(child) switch
        {
            "VBG" => "ing",
            "VB" when syntax.Child(child, Deprel.Aux) < 0 => "bare",
            _ => "that",
        };
    }

    // "want them to leave"
    private static bool AsksAnother(Syntax syntax, int child) =>
        syntax.Lemma(syntax.Head(child)).ToLowerInvariant() is "want" or "wish" or "like" or "prefer" or "need" or "ask"
        && (syntax.Child(child, Deprel.Nsubj) >= 0 || (syntax.Child(syntax.Head(child), Deprel.Obj) is >= 0 and var other && other < child)
            || (syntax.Child(syntax.Head(child), Deprel.Iobj) is >= 0 and var asked && asked < child));

    private static string Place(Syntax syntax, int token) => syntax.Tag(token) switch
    {
        PartOfSpeech.Verb or PartOfSpeech.Aux => "verb",
        PartOfSpeech.Adj or PartOfSpeech.Adv => "adj",
        _ => "noun",
    };

    private static string? WithParticle(Syntax syntax, int token)
    {
        var particle = syntax.Child(token, Deprel.Compound, "prt");
        if (particle < 0 && syntax.Child(token, Deprel.Advmod) == token + 1) particle = token + 1; // "went on", read as an adverb
        return particle < 0 ? null : $"{syntax.Lemma(token).ToLowerInvariant()} {syntax.Lemma(particle).ToLowerInvariant()}";
    }
}
