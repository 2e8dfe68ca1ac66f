using System.Collections.Frozen;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>What kind of thing a word names: someone who can act, a weapon, a place, a time. Read from <c>nouns.tsv</c>.</summary>
/// <remarks>
/// Not a gazetteer: proper nouns count as actors because they are proper, common nouns only where the lexicon has
/// them. A noun that is not in the lexicon has no class.
/// </remarks>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLemma = Load();

    /// <summary>Every class that <c>nouns.tsv</c> may name, and those that are told by other means.</summary>
    public static FrozenSet<string> Known { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "actor", "any", "person", "group", "force", "weapon", "structure", "settlement", "place", "attack", "target", "amount", "time");

    /// <summary>Whether the token can be said to be of this class.</summary>
    public static bool Is(Syntax syntax, int token, string wordClass) => wordClass switch
    {
        "any" => true,
        "actor" => IsActor(syntax, token),
        "place" => IsPlace(syntax, token),
        "target" => IsActor(syntax, token) || IsPlace(syntax, token) || Has(syntax.Lemma(token), "weapon"),
        _ => Has(syntax.Lemma(token), wordClass) || (Has(syntax.Lemma(token), "amount") && Measured(syntax, token, wordClass)),
    };

    /// <summary>Whether the token names someone who can act: a person, a group, a body or a country.</summary>
    public static bool IsActor(Syntax syntax, int token)
    {
        var lemma = syntax.Lemma(token);
        return syntax.Tag(token) switch
        {
            PartOfSpeech.Propn => syntax.NameAt(token) is not null || !Has(lemma.ToLowerInvariant(), "time"),
            PartOfSpeech.Pron => IsPersonal(syntax, token),
            PartOfSpeech.Num => syntax.Deprel(token) is not (Deprel.Nummod or Deprel.Compound) && !IsOfSomethingElse(syntax, token),
            PartOfSpeech.Noun when Has(lemma, "amount") => !IsOfSomethingElse(syntax, token),
            PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.X => syntax.NameAt(token) is not null || NamesPeople(lemma),
            PartOfSpeech.Adj => char.IsUpper(lemma[0]) || NamesPeople(lemma)
                || (syntax.Child(token, Deprel.Det) >= 0 && syntax.Deprel(token) is Deprel.Nsubj or Deprel.Obj or Deprel.Obl),
            PartOfSpeech.Det => lemma is "some" or "many" or "several" or "all" or "both" && !IsOfSomethingElse(syntax, token),
            _ => false,
        };
    }

    /// <summary>Whether the token names a place: a name of one, a common noun for one, or, where the document has no
    /// names, any proper noun that is no time.</summary>
    public static bool IsPlace(Syntax syntax, int token) => syntax.NameAt(token) switch
    {
        NameType.Location => true,
        not null => false,
        null => Has(syntax.Lemma(token), "settlement") || Has(syntax.Lemma(token), "structure") || IsUnnamedPlace(syntax, token),
    };

    /// <summary>Whether the lemma is in the lexicon under this class.</summary>
    public static bool Has(string lemma, string wordClass) =>
        ByLemma.TryGetValue(lemma, out var classes) && classes.Contains(wordClass);

    /// <summary>Whether the token names a day, a month, a year or another stretch of time.</summary>
    public static bool IsTime(Syntax syntax, int token) =>
        Has(syntax.Lemma(token).ToLowerInvariant(), "time") || IsYear(syntax.Form(token));

    private static bool IsYear(ReadOnlySpan<char> form) =>
        form.Length is 4 or 5 && form[0] is '1' or '2' && char.IsAsciiDigit(form[1]) && char.IsAsciiDigit(form[2])
        && char.IsAsciiDigit(form[3]) && (form.Length == 4 || form[4] == 's');

    private static bool IsUnnamedPlace(Syntax syntax, int token) =>
        syntax.Document.Names.IsEmpty && syntax.Tag(token) == PartOfSpeech.Propn
        && !Has(syntax.Lemma(token).ToLowerInvariant(), "time");

    private static bool IsPersonal(Syntax syntax, int token) => syntax.Lemma(token).ToLowerInvariant() switch
    {
        "he" or "she" or "they" or "we" or "i" or "you" or "who" or "him" or "her" or "them" or "us" or "me" or "it"
            or "someone" or "somebody" or "everyone" or "everybody" or "nobody" or "no_one" or "anyone" or "one" or "his"
            or "their" or "our" or "its" or "my" or "your" or "many" or "some" or "others" or "both" or "whom"
            => syntax.Deprel(token) != Deprel.Expl,
        _ => false,
    };

    private static bool NamesPeople(string lemma) =>
        Has(lemma, "person") || Has(lemma, "group") || Has(lemma, "force");

    // "dozens of houses" are no actor, "dozens" and "dozens of people" are
    private static bool IsOfSomethingElse(Syntax syntax, int amount)
    {
        foreach (var child in syntax.Children(amount))
        {
            if (syntax.Deprel(child) == Deprel.Nmod && syntax.Preposition(child) == "of") return !IsActor(syntax, child);
        }

        return false;
    }

    private static bool Measured(Syntax syntax, int amount, string wordClass)
    {
        foreach (var child in syntax.Children(amount))
        {
            if (syntax.Deprel(child) == Deprel.Nmod && syntax.Preposition(child) == "of") return Has(syntax.Lemma(child), wordClass);
        }

        return false;
    }

    private static FrozenDictionary<string, FrozenSet<string>> Load() => LexiconTable.Rows("nouns.tsv", 2)
        .GroupBy(row => row[0], row => row[1], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
