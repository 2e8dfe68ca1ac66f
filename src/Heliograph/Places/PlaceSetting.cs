using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Places;

/// <summary>Reads what a text says a place lies in: "Springfield, Illinois", "the Syrian city of Aleppo", "X in Y province".</summary>
internal static class PlaceSetting
{
    private const int MaxSteps = 6; // tokens between a name and what it lies in

    /// <summary>Sets what the names lie in, by the words beside them.</summary>
    public static void Read(PlaceIndex index, Document document, IReadOnlyList<NamedPlace> places)
    {
        var byStart = places.ToDictionary(place => document.Names[place.Name].Tokens.Start);
        var byEnd = places.ToDictionary(place => document.Names[place.Name].Tokens.End);
        foreach (var place in places)
        {
            if (Before(index, document, place, byEnd) || Inside(index, document, place)) continue;
            After(document, place, byStart);
        }
    }

    // "Pakistan's Peshawar", "Iraq's second city Mosul", "the Syrian city of Aleppo", "the Pakistani border town of Chaman"
    private static bool Before(PlaceIndex index, Document document, NamedPlace place, Dictionary<int, NamedPlace> byEnd)
    {
        var sentence = document.SentenceOf(place.Tokens.Start);
        for (var (i, steps) = (place.Tokens.Start - 1, 0); i >= sentence.Start && steps < MaxSteps; i--, steps++)
        {
            var word = Word(document, i);
            if (word is "'s" or "’s" or "'" or "’")
            {
                return (byEnd.TryGetValue(i, out var owner) || byEnd.TryGetValue(i + 1, out owner)) && owner != place && Set(place, owner, isSure: true);
            }

            if (char.IsUpper(word[0]) && CountryOf(index, document, i) is { } country)
            {
                Set(place, [country.Place], word.ToString(), isSure: true);
                return true;
            }

            if (word is "of" ? PlaceNouns.Of(i > sentence.Start ? Word(document, i - 1) : "") == PlaceNouns.Kind.None : !IsDescription(document, i)) return false;
        }

        return false;
    }

    private static bool IsDescription(Document document, int token) =>
        document.Tags[token] is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Num
        || PlaceNouns.Of(Word(document, token)) != PlaceNouns.Kind.None || Word(document, token) is "-" or "'s" or ",";

    private static Country? CountryOf(PlaceIndex index, Document document, int token)
    {
        Span<char> key = stackalloc char[PlaceKey.MaxLength];
        if (token > 0 && document.Tokens[token - 1].End + 1 == document.Tokens[token].Start)
        {
            var two = new TextSpan(document.Tokens[token - 1].Start, document.Tokens[token].End).In(document.Text);
            if (index.CountryOfAdjective(key[..PlaceKey.Write(two, key)]) is { } country) return country;
        }

        return index.CountryOfAdjective(key[..PlaceKey.Write(Word(document, token), key)]);
    }

    // A name that was found as one with its country: "Peshawar, Pakistan"
    private static bool Inside(PlaceIndex index, Document document, NamedPlace place)
    {
        var end = document.Names[place.Name].Tokens.End;
        if (place.Tokens.End + 1 >= end || Word(document, place.Tokens.End) is not ",") return false;
        var words = document.SpanOf(new(place.Tokens.End + 1, end)).In(document.Text);
        var within = index.Find(words);
        if (within.IsEmpty) return false;
        Set(place, within, words.ToString(), isSure: true);
        return true;
    }

    // ", Illinois", " in Nangarhar province", " district of Kabul", ", a town in Sindh", "(Pakistan)"
    private static void After(Document document, NamedPlace place, Dictionary<int, NamedPlace> byStart)
    {
        var sentence = document.SentenceOf(place.Tokens.Start);
        var isTied = false; // "in" or "of" was read
        var start = document.Names[place.Name].Tokens.End;
        for (var (i, steps) = (start, 0); i < sentence.End && steps < MaxSteps + 2; i++, steps++)
        {
            var word = Word(document, i);
            var isComma = word is "," or "(";
            var next = isComma ? i + 1 : i;
            if (next < sentence.End && (isTied || (isComma && i == start)) && byStart.TryGetValue(SkipArticle(next), out var outer))
            {
                var sure = isTied || !IsListed(SkipArticle(next), outer);
                if (sure || outer.Candidates.Any(candidate => candidate.Precision == PlacePrecision.Region)) Set(place, outer, sure);
                return;
            }

            if (isComma && i == start) continue;
            if (word is "in" or "of" or "inside" or "within") isTied = true;
            else if (document.Tags[i] is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Adv or PartOfSpeech.Num)
                && PlaceNouns.Of(word) == PlaceNouns.Kind.None) return;
        }

        int SkipArticle(int token) => token < sentence.End && Word(document, token) is "the" ? token + 1 : token;

        // "Damascus, Lebanon and Iraq" is a list
        bool IsListed(int from, NamedPlace outer)
        {
            var after = document.Names[outer.Name].Tokens.End;
            if (after >= sentence.End) return false;
            if (Word(document, after) is "and" or "or") return true;
            return Word(document, after) is "," && byStart.ContainsKey(after + 1);
        }
    }

    private static bool Set(NamedPlace place, NamedPlace outer, bool isSure)
    {
        if (outer.Candidates.IsEmpty || outer.Key == place.Key) return false;
        Set(place, outer.Candidates, outer.Key, isSure);
        return true;
    }

    private static void Set(NamedPlace place, ImmutableArray<Place> within, string words, bool isSure) =>
        (place.Within, place.WithinWords, place.IsWithinForSure) = (within, words, isSure);

    private static ReadOnlySpan<char> Word(Document document, int token) => document.Tokens[token].In(document.Text);
}
