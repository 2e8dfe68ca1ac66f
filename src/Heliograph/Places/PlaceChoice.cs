using System.Collections.Immutable;

namespace Heliograph.Places;

/// <summary>Chooses among the places of one name, or leaves it open.</summary>
/// <remarks>
/// A place counts the logarithm of its population, more where it is a capital, and more where the report is about its
/// country. The first must lead the second clearly; a town that nothing in the report supports must be well known or
/// the only one of its name. The weights were set by hand, before gold/places.tsv was run.
/// </remarks>
internal static class PlaceChoice
{
    private const double CountryPrior = 9;      // a country is meant before anything of its name
    private const double StretchPrior = 7.5;    // seas and areas
    private const double CapitalBonus = 1.5;
    private const double SeatBonus = 0.3;
    private const double NamedBonus = 1;        // the report names the country
    private const double ShareBonus = 1.5;      // the report is about it
    private const double SentenceBonus = 0.5;   // the sentence names the country
    private const double LeadSupported = 0.4;   // a factor of 2.5 in population
    private const double LeadUnsupported = 1;   // a factor of 10
    private const long WellKnown = 50_000;      // people, of a town that nothing supports
    private const long OnlyOne = 15_000;        // the same, where there is no other of its name

    public static PlaceFinding? Of(NamedPlace named, int sentence, PlaceSupport support)
    {
        var (candidates, isWithin) = Contained(named);
        if (candidates.IsEmpty) return named.IsWithinForSure ? InCountry(named) : null;

        var ranked = candidates.Select(place => (Place: place, Score: Score(place, sentence, support)))
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Place.Id, StringComparer.Ordinal).ToList();
        var (first, score) = ranked[0];
        var isSupported = isWithin || (first.Country is { } country && support.Share(country) > 0);
        var lead = ranked.Count > 1 ? score - ranked[1].Score : double.PositiveInfinity;
        if (first.Precision != PlacePrecision.Country && lead < (isSupported || first.IsCapital ? LeadSupported : LeadUnsupported)) return Open(ranked, isSupported ? score - LeadUnsupported : double.NegativeInfinity);
        if (named.IsCommon && !isWithin && !IsStrong(first, sentence, support)) return null;
        if (first.Precision is PlacePrecision.City or PlacePrecision.District && !isSupported && !IsKnown(first, ranked.Count)) return null;
        return new(first, first.Country, isWithin ? $"within \"{named.WithinWords}\""
            : ranked.Count == 1 ? "only place of that name" : isSupported ? "the report's country" : "largest of that name");
    }

    // Those that lie in what the words beside the name say; all where the words say nothing, none where none fits.
    private static (ImmutableArray<Place> Candidates, bool IsWithin) Contained(NamedPlace named)
    {
        if (named.Within.IsEmpty || named.Candidates.IsEmpty) return (named.Candidates, false);
        ImmutableArray<Place> inside = [.. named.Candidates.Where(place => named.Within.Any(outer => outer.Holds(place)))];
        if (!inside.IsEmpty) return (inside, true);
        var isElsewhere = named.IsWithinForSure && named.Within is [{ Precision: PlacePrecision.Country }, ..]
            && named.Candidates.All(place => place.Country is not null && place.Precision != PlacePrecision.Country);
        return isElsewhere ? ([], false) : (named.Candidates, false);
    }

    private static PlaceFinding? InCountry(NamedPlace named) =>
        named.Within is [{ Country: { } country }, ..] && named.Within.All(place => place.Country == country)
            ? new(null, country, $"within \"{named.WithinWords}\"")
            : null;

    // The country that those in contention share: in a report that is about it, those near the first; otherwise all.
    private static PlaceFinding? Open(List<(Place Place, double Score)> ranked, double least)
    {
        var country = ranked[0].Place.Country;
        var isOne = country is not null && ranked.TakeWhile(pair => pair.Score > least).All(pair => pair.Place.Country == country);
        return isOne ? new(null, country, "several places of that name in one country") : null;
    }

    private static bool IsKnown(Place place, int count) =>
        place.IsCapital || place.Population >= WellKnown || (count == 1 && (place.Population >= OnlyOne || place.GeoNames is null));

    private static bool IsStrong(Place place, int sentence, PlaceSupport support) =>
        place.Country is { } country && (support.InSentence(sentence, country) || support.Share(country) >= 0.5);

    private static double Score(Place place, int sentence, PlaceSupport support)
    {
        var score = place.Precision switch
        {
            PlacePrecision.Country => CountryPrior,
            PlacePrecision.Area or PlacePrecision.Water => StretchPrior,
            PlacePrecision.Region => Math.Log10(Math.Max(place.Population, 30_000)),
            _ when place.GeoNames is null => Math.Log10(WellKnown), // sites of the news, whose population is not told
            _ => Math.Log10(Math.Max(place.Population, 500)),
        };
        if (place.IsCapital) score += CapitalBonus;
        else if (place.IsSeat) score += SeatBonus;
        if (place.Precision == PlacePrecision.Country || place.Country is not { } country || support.Share(country) is not (> 0 and var share)) return score;
        return score + NamedBonus + ShareBonus * share + (support.InSentence(sentence, country) ? SentenceBonus : 0);
    }
}
