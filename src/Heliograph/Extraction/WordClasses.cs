using System.Collections.Frozen;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>What kind of thing a word names: someone who can act, a weapon, a place, a time. Read from <c>nouns.tsv</c>.</summary>
/// <remarks>
/// Not a gazetteer: proper nouns count as actors because they are proper, common nouns only where the lexicon has
/// them. A noun that is not in the lexicon has no class.
/// </remarks>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLemma = Load();

    /// <summary>Whether the token can be said to be of this class.</summary>
    public static bool Is(Syntax syntax, int token, string wordClass) => wordClass switch
    {
        "any" => true,
        "actor" => IsActor(syntax, token),
        "location" => syntax.NameAt(token) is NameType.Location || IsLoneName(syntax, token),
        "place" => IsPlace(syntax, token),
        "person" => Has(syntax.Lemma(Counted(syntax, token)), "person") || IsPerson(syntax, Counted(syntax, token)) || IsBareAmount(syntax, token),
        "group" => Has(syntax.Lemma(Counted(syntax, token)), "group") || syntax.NameAt(token) is NameType.Organisation,
        "target" => IsActor(syntax, token) || IsPlace(syntax, token) || Has(syntax.Lemma(token), "weapon"),
        _ => Has(syntax.Lemma(Counted(syntax, token)), wordClass),
    };

    // "Velmar protests": a name of one word, of no body that is known; nobody is called by a given name alone
    private static bool IsLoneName(Syntax syntax, int token) => syntax.TreebankTag(token) == "NNP" && syntax.NameAt(token) is not NameType.Organisation
        && syntax.Tree.Span(token).Length == 1;

    // "scores were wounded": people, where nothing else is counted
    private static bool IsBareAmount(Syntax syntax, int token) => syntax.TreebankTag(token) == "NNS"
        && Has(syntax.Lemma(token), "amount") && syntax.Deprel(token) is Deprel.Nsubj or Deprel.Obj && Whole(syntax, token) < 0;

    /// <summary>What an amount is of: "bombs" in "a series of bombs"; any other token is itself.</summary>
    public static int Counted(Syntax syntax, int token)
    {
        for (var depth = 0; depth < 3 && (Has(syntax.Lemma(token), "amount") || syntax.Tag(token) == PartOfSpeech.Num); depth++)
        {
            var whole = Whole(syntax, token);
            if (whole < 0) break;
            token = whole;
        }

        return token;
    }

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
            PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.X => syntax.NameAt(token) is not null || NamesPeople(lemma) || IsAcronym(syntax, token),
            PartOfSpeech.Adj => char.IsUpper(lemma[0])
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

    // "PRC", "MPs"
    private static bool IsAcronym(Syntax syntax, int token)
    {
        var form = syntax.Form(token).TrimEnd('s');
        return form.Length is > 1 and < 7 && !form.ContainsAnyExceptInRange('A', 'Z');
    }

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

    private static bool IsPerson(Syntax syntax, int token) => syntax.Tag(token) switch
    {
        PartOfSpeech.Propn => syntax.NameAt(token) == NameType.Person || syntax.TreebankTag(token) == "NNPS",
        PartOfSpeech.Pron => syntax.Lemma(token) is not ("it" or "its") && IsPersonal(syntax, token),
        PartOfSpeech.Num => IsActor(syntax, token),
        PartOfSpeech.Noun => syntax.IsCapitalised(token) && syntax.TreebankTag(token) == "NNS",
        _ => false,
    };

    // "dozens of houses" are no actor, "dozens" and "dozens of people" are
    private static bool IsOfSomethingElse(Syntax syntax, int amount) =>
        Counted(syntax, amount) is var counted && counted != amount && !IsActor(syntax, counted);

    private static int Whole(Syntax syntax, int amount)
    {
        foreach (var child in syntax.Children(amount))
        {
            if (child > amount && syntax.Deprel(child) == Deprel.Nmod && syntax.Preposition(child) == "of") return child;
        }

        return -1;
    }

    private static FrozenDictionary<string, FrozenSet<string>> Load() => LexiconTable.Rows("nouns.tsv", 2)
        .GroupBy(row => row[0], row => row[1], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
