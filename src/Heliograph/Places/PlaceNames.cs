using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Places;

/// <summary>Reads the names of places in a document, with the candidates of each.</summary>
internal static class PlaceNames
{
    /// <summary>Populations above this are no village. Unit: people.</summary>
    private const long LargestVillage = 200_000;

    public static List<NamedPlace> Read(PlaceIndex index, Document document)
    {
        var known = new Dictionary<string, ImmutableArray<Place>>(StringComparer.Ordinal);
        var found = new List<NamedPlace>();
        for (var i = 0; i < document.Names.Length; i++)
        {
            if (document.Names[i].Type == NameType.Location) found.Add(Read(index, document, i, known));
        }

        return found;
    }

    private static NamedPlace Read(PlaceIndex index, Document document, int name, Dictionary<string, ImmutableArray<Place>> known)
    {
        var (first, last) = Bare(document, document.Names[name].Tokens);
        var (tokens, noun) = (new TokenSpan(first, last + 1), NounBeside(document, first, last));
        var candidates = Find(tokens);
        for (var comma = first + 1; candidates.IsEmpty && comma < last; comma++)
        {
            if (Word(document, comma) is ",") candidates = Find(tokens = new(first, comma));
        }

        if (candidates.IsEmpty && first < last && PlaceNouns.Of(Word(document, last)) is var kind and not PlaceNouns.Kind.None)
        {
            (noun, candidates) = (kind, Find(tokens = new(first, last))); // "Kandahar Province"
        }

        while (candidates.IsEmpty && first < last && PlaceNouns.Of(Word(document, first)) != PlaceNouns.Kind.None)
        {
            candidates = Find(tokens = new(++first, last + 1)); // "Northern Syria"
        }

        var words = document.SpanOf(tokens).In(document.Text);
        return new()
        {
            Name = name,
            Tokens = tokens,
            Key = PlaceKey.Of(words),
            Candidates = Fitting(candidates, noun, IsVillage(document, first, last)),
            Noun = noun,
            IsCommon = tokens.Length == 1 && PlaceNouns.IsCommon(words),
        };

        ImmutableArray<Place> Find(TokenSpan run)
        {
            var text = document.SpanOf(run).In(document.Text);
            var key = PlaceKey.Of(text);
            if (!known.TryGetValue(key, out var places)) known[key] = places = index.Find(text);
            return places;
        }
    }

    /// <summary>The name without its article and possessive: the first and the last token.</summary>
    private static (int First, int Last) Bare(Document document, TokenSpan name)
    {
        var (first, last) = (name.Start, name.End - 1);
        while (first < last && Word(document, first) is "the" or "The" or "THE") first++;
        while (last > first && Word(document, last) is "'s" or "’s" or "'" or "’") last--;
        return (first, last);
    }

    // "Kandahar province", "the city of Kandahar", "the town Chaman"
    private static PlaceNouns.Kind NounBeside(Document document, int first, int last)
    {
        var sentence = document.SentenceOf(first);
        if (last + 1 < sentence.End && Kind(last + 1) is var after && after != PlaceNouns.Kind.None) return after;
        var before = first - 1;
        if (before > sentence.Start && Word(document, before) is "of") before--;
        return before >= sentence.Start ? Kind(before) : PlaceNouns.Kind.None;

        PlaceNouns.Kind Kind(int token) => PlaceNouns.Of(Word(document, token)) is var kind and not PlaceNouns.Kind.Part ? kind : PlaceNouns.Kind.None;
    }

    private static bool IsVillage(Document document, int first, int last)
    {
        var sentence = document.SentenceOf(first);
        return (last + 1 < sentence.End && IsOne(last + 1))
            || (first - 2 >= sentence.Start && Word(document, first - 1) is "of" && IsOne(first - 2));

        bool IsOne(int token) => Word(document, token) is "village" or "hamlet" or "Village";
    }

    private static ImmutableArray<Place> Fitting(ImmutableArray<Place> candidates, PlaceNouns.Kind noun, bool isVillage)
    {
        IEnumerable<Place> fitting = noun switch
        {
            PlaceNouns.Kind.Region when candidates.Any(place => place.Precision is PlacePrecision.Region or PlacePrecision.Area) =>
                candidates.Where(place => place.Precision is PlacePrecision.Region or PlacePrecision.Area),
            PlaceNouns.Kind.Town when candidates.Any(place => place.Precision == PlacePrecision.City) =>
                candidates.Where(place => place.Precision == PlacePrecision.City),
            PlaceNouns.Kind.District => candidates.Where(place => place.Precision != PlacePrecision.Country),
            _ => candidates,
        };
        if (isVillage) fitting = fitting.Where(place => place.Population <= LargestVillage);
        return Apart([.. fitting]);
    }

    // One place told twice: a city and its province of the same name, a town and its old centre.
    private static ImmutableArray<Place> Apart(ImmutableArray<Place> candidates)
    {
        const double Near = 15; // km
        var kept = ImmutableArray.CreateBuilder<Place>();
        foreach (var place in candidates)
        {
            var isTwice = place.Precision switch
            {
                PlacePrecision.Region => candidates.Any(other => other.Precision == PlacePrecision.City && IsChiefTown(place, other)),
                PlacePrecision.City or PlacePrecision.District => kept.Any(other => other.Precision is PlacePrecision.City or PlacePrecision.District
                    && other.Country == place.Country && other.DistanceTo(place) < Near),
                _ => false,
            };
            if (!isTwice) kept.Add(place);
        }

        return kept.ToImmutable();
    }

    private static bool IsChiefTown(Place region, Place town) =>
        town.Country == region.Country && (town.IsSeat || town.Population * 8 >= region.Population)
        && (region.Region.Length == 0 || town.Region == region.Region || (town.IsCapital && town.Population * 8 >= region.Population));

    private static ReadOnlySpan<char> Word(Document document, int token) => document.Tokens[token].In(document.Text);
}
