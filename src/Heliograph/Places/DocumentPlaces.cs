using Heliograph.Documents;

namespace Heliograph.Places;

/// <summary>Which places a document's words stand for.</summary>
/// <remarks>
/// Each name of a place is settled by the words beside it ("Springfield, Illinois", "the Syrian city of Aleppo"), by
/// the same name elsewhere in the text, by the countries and places that the text names, and by how well known the
/// place is; where candidates stay balanced it is left open. Names of people and organisations stand for no place.
/// Misses by design: two places of one name in one text that the words beside them do not tell apart.
/// </remarks>
public sealed class DocumentPlaces
{
    private readonly PlaceIndex _index;
    private readonly Document _document;
    private readonly PlaceFinding?[] _findings; // one per name of the document
    private readonly int[] _nameOf; // per token, the name of a place that holds it, or -1

    private DocumentPlaces(PlaceIndex index, Document document)
    {
        (_index, _document) = (index, document);
        (_findings, _nameOf) = (new PlaceFinding?[document.Names.Length], new int[document.Tokens.Length]);
        Array.Fill(_nameOf, -1);
        var places = PlaceNames.Read(index, document);
        PlaceSetting.Read(index, document, places);
        var support = PlaceSupport.Of(index, document, places);
        foreach (var group in places.GroupBy(place => place.Key, StringComparer.Ordinal))
        {
            Settle(document, [.. group], support);
        }

        foreach (var place in places)
        {
            var tokens = document.Names[place.Name].Tokens;
            _findings[place.Name] = place.Finding;
            Array.Fill(_nameOf, place.Name, tokens.Start, tokens.Length);
        }
    }

    /// <summary>Settles the places of a document. Deterministic.</summary>
    public static DocumentPlaces Of(PlaceIndex index, Document document) => new(index, document);

    /// <summary>What a name stands for; null where it names no place, or leaves open which.</summary>
    /// <param name="name">Its index in <see cref="Document.Names"/>.</param>
    public PlaceFinding? OfName(int name) => _findings[name];

    /// <summary>What a phrase stands for: the finest place named in it ("a market in Quetta"), or the capital of the country it
    /// names ("the Afghan capital"); null where it stands for none.</summary>
    /// <param name="head">The token that heads the phrase.</param>
    /// <param name="phrase">The words of the phrase.</param>
    public PlaceFinding? OfPhrase(int head, TextSpan phrase)
    {
        if (_nameOf[head] is >= 0 and var own) return _findings[own];
        var tokens = Tokens(phrase);
        var named = Enumerable.Range(tokens.Start, tokens.Length).Select(token => _nameOf[token]).Where(name => name >= 0).Distinct()
            .Select(name => _findings[name]).OfType<PlaceFinding>().ToList();
        if (named.All(finding => finding.Place is not { Precision: < PlacePrecision.Country }) && Capital(tokens) is { } capital) return capital;
        return named.Where(finding => finding.Place is not null).OrderBy(finding => finding.Place!.Precision).FirstOrDefault()
            ?? (named.Count > 0 ? named[0] : null);
    }

    // A name that words beside it settle settles the others of its kind in the text.
    private static void Settle(Document document, List<NamedPlace> same, PlaceSupport support)
    {
        var told = same.FirstOrDefault(place => !place.Within.IsEmpty && place.IsWithinForSure);
        foreach (var place in same)
        {
            if (told is not null && place.Within.IsEmpty && place.Noun is PlaceNouns.Kind.None)
            {
                (place.Within, place.WithinWords, place.IsWithinForSure) = (told.Within, told.WithinWords, told.IsWithinForSure);
            }

            place.Finding = PlaceChoice.Of(place, document.SentenceIndexOf(place.Tokens.Start), support);
        }
    }

    // "the Afghan capital", "Afghanistan's capital", "the capital of Afghanistan"
    private PlaceFinding? Capital(TokenSpan tokens)
    {
        var isCapital = false;
        Country? country = null;
        Span<char> key = stackalloc char[PlaceKey.MaxLength];
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (_document.Lemmas[i] is "capital" && _document.Tags[i] == PartOfSpeech.Noun) isCapital = true;
            if (_nameOf[i] is >= 0 and var name) country ??= _findings[name]?.Place is { Precision: PlacePrecision.Country, Country: { } code } ? _index.Country(code) : null;
            else country ??= Adjective(i, tokens, key);
        }

        return isCapital && country is not null && _index.CapitalOf(country) is { } capital
            ? new(capital, capital.Country, $"capital of {country.Name}")
            : null;
    }

    private Country? Adjective(int token, TokenSpan tokens, Span<char> key)
    {
        if (!char.IsUpper(_document.Tokens[token].In(_document.Text)[0])) return null;
        var two = token + 1 < tokens.End ? _document.SpanOf(new(token, token + 2)) : default;
        return (two.Length > 0 ? _index.CountryOfAdjective(key[..PlaceKey.Write(two.In(_document.Text), key)]) : null)
            ?? _index.CountryOfAdjective(key[..PlaceKey.Write(_document.Tokens[token].In(_document.Text), key)]);
    }

    private TokenSpan Tokens(TextSpan phrase)
    {
        var (start, end) = (0, _document.Tokens.Length);
        while (start < end)
        {
            var middle = (start + end) / 2;
            if (_document.Tokens[middle].Start < phrase.Start) start = middle + 1;
            else end = middle;
        }

        for (end = start; end < _document.Tokens.Length && _document.Tokens[end].End <= phrase.End;) end++;
        return new(start, end);
    }
}
