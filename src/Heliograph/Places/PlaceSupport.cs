using Heliograph.Documents;

namespace Heliograph.Places;

/// <summary>How much a document is about each country: by countries and adjectives it names, and by places that can lie in one only.</summary>
internal sealed class PlaceSupport
{
    private const double PlaceWeight = 0.5; // beside 1 for a country that is named
    private const long LeastPopulation = 15_000; // a smaller place is often another of the same name

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<(int Sentence, string Country)> _bySentence = [];
    private double _most;

    private PlaceSupport()
    {
    }

    public static PlaceSupport Of(PlaceIndex index, Document document, IReadOnlyList<NamedPlace> places)
    {
        var support = new PlaceSupport();
        support.AddAdjectives(index, document);
        foreach (var place in places) support.Add(document, place);
        return support;
    }

    /// <summary>How much the document is about a country, beside the one it is most about: 0 to 1.</summary>
    public double Share(string? country) => country is not null && _most > 0 ? _weights.GetValueOrDefault(country) / _most : 0;

    /// <summary>Whether a sentence names a country or something of it.</summary>
    public bool InSentence(int sentence, string country) => _bySentence.Contains((sentence, country));

    private void Add(Document document, NamedPlace place)
    {
        var sentence = document.SentenceIndexOf(place.Tokens.Start);
        foreach (var within in place.Within)
        {
            if (within is { Precision: PlacePrecision.Country, Country: { } outer }) Add(outer, sentence, PlaceWeight);
        }

        if (place.OnlyCountry is not { } country) // several, of which a country that no region shares its name with is meant
        {
            var named = place.Candidates.FirstOrDefault();
            if (named is { Precision: PlacePrecision.Country } && place.Candidates.All(other => other.Precision is not PlacePrecision.Region)) Add(named.Country!, sentence, 1);
            else if (!place.IsCommon && Foremost(place) is { } foremost) Add(foremost, sentence, PlaceWeight);
            return;
        }

        if (place.Candidates[0].Precision == PlacePrecision.Country) Add(country, sentence, 1);
        else if (!place.IsCommon && place.Candidates.Any(IsKnown)) Add(country, sentence, PlaceWeight);
    }

    // "Sacramento": one town of the name is a city, and all others are small
    private static string? Foremost(NamedPlace named)
    {
        const int Lead = 10; // times as many people
        if (named.Candidates.IsEmpty || named.Candidates.Any(place => place.Precision != PlacePrecision.City)) return null;
        var first = named.Candidates.MaxBy(place => place.Population)!;
        return first.Population >= 100_000 && named.Candidates.All(other => other == first || other.Population * Lead <= first.Population)
            ? first.Country
            : null;
    }

    private static bool IsKnown(Place place) => place.Precision != PlacePrecision.City || place.Population >= LeastPopulation;

    private void AddAdjectives(PlaceIndex index, Document document)
    {
        Span<char> key = stackalloc char[PlaceKey.MaxLength];
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var word = document.Tokens[i].In(document.Text);
            if (!char.IsUpper(word[0])) continue;
            var country = i + 1 < document.Tokens.Length && document.Tokens[i + 1].Start == document.Tokens[i].End + 1
                ? index.CountryOfAdjective(key[..PlaceKey.Write(document.Text.AsSpan(document.Tokens[i].Start, document.Tokens[i + 1].End - document.Tokens[i].Start), key)])
                : null;
            country ??= index.CountryOfAdjective(key[..PlaceKey.Write(word, key)])
                ?? (word[^1] == 's' ? index.CountryOfAdjective(key[..PlaceKey.Write(word[..^1], key)]) : null);
            if (country is not null) Add(country.Code, document.SentenceIndexOf(i), 1);
        }
    }

    private void Add(string country, int sentence, double weight)
    {
        var sum = _weights[country] = _weights.GetValueOrDefault(country) + weight;
        _most = Math.Max(_most, sum);
        _bySentence.Add((sentence, country));
    }
}
