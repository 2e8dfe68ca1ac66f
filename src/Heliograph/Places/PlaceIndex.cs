using System.Collections.Immutable;
using System.Globalization;

namespace Heliograph.Places;

/// <summary>The places of the world that Heliograph knows, by name. Immutable; safe to share between threads.</summary>
/// <remarks>
/// Towns of more than 5,000 people and seats of administrations (GeoNames), first-level regions, countries, seas,
/// straits and other stretches. The tables are searched where they lie in the program file: opening costs next to
/// nothing, and a search reads a few pages. Misses by design: villages that are no seats, streets, names in other scripts.
/// </remarks>
public sealed class PlaceIndex
{
    private static readonly Lazy<PlaceIndex> Known = new(() => new());

    private readonly PlaceTable _towns = PlaceTable.Open("towns.tsv");
    private readonly PlaceTable _aliases = PlaceTable.Open("places-aliases.tsv");
    private readonly PlaceTable _regions = PlaceTable.Open("regions.tsv");
    private readonly PlaceTable _areas = PlaceTable.Open("areas.tsv");
    private readonly Countries _countries = new();

    private PlaceIndex()
    {
    }

    /// <summary>The places that ship with the library.</summary>
    public static PlaceIndex Shipped => Known.Value;

    /// <summary>Every country and territory, sorted by code.</summary>
    public ImmutableArray<Country> Countries => _countries.All;

    /// <summary>Every place that a name may mean: countries first, then regions, areas and towns by falling population.</summary>
    /// <param name="name">A name as a text has it; accents, capitals and a leading "the" make no difference.</param>
    /// <returns>Candidates, each place once; empty where no place has the name.</returns>
    public ImmutableArray<Place> Find(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[PlaceKey.MaxLength];
        ReadOnlySpan<char> written = buffer[..PlaceKey.Write(name, buffer)];
        if (written.IsEmpty) return [];
        var key = written.ToString();

        var towns = _towns.Rows(key).Select(Read).ToList();
        foreach (var alias in _aliases.Rows(key))
        {
            var meant = _towns.Rows(alias[2]).Select(Read).Where(town => town.Country == alias[3]).MaxBy(town => town.Population);
            if (meant is not null && towns.All(town => town.Id != meant.Id)) towns.Add(meant);
        }

        var found = ImmutableArray.CreateBuilder<Place>();
        if (_countries.ByName(key) is { } country) found.Add(country.Place);
        found.AddRange(_regions.Rows(key).Select(Read));
        found.AddRange(_areas.Rows(key).Select(Read));
        found.AddRange(towns.OrderByDescending(town => town.Population).ThenBy(town => town.Id, StringComparer.Ordinal));
        return found.ToImmutable();
    }

    /// <summary>The country with a code (ISO 3166-1 alpha-3), or null.</summary>
    public Country? Country(string code) => _countries.ByCode(code);

    /// <summary>The country that a name or alias means, or null.</summary>
    /// <param name="key">The name's <see cref="PlaceKey"/>.</param>
    public Country? CountryNamed(ReadOnlySpan<char> key) => _countries.ByName(key);

    /// <summary>The country that an adjective belongs to, such as "Syrian"; null where it belongs to none, or to two.</summary>
    /// <param name="key">The adjective's <see cref="PlaceKey"/>.</param>
    public Country? CountryOfAdjective(ReadOnlySpan<char> key) => _countries.ByAdjective(key);

    /// <summary>The capital of a country, or null where none is known.</summary>
    public Place? CapitalOf(Country country) => country.Capital.Length == 0
        ? null
        : Find(country.Capital).FirstOrDefault(place => place.IsCapital && place.Country == country.Code);

    /// <summary>The name of the first-level region that a place lies in, or null where it is not known. Time: linear in the number of regions.</summary>
    public string? RegionOf(Place place) => place.Region.Length == 0
        ? null
        : _regions.All().FirstOrDefault(row => row[2] == place.Country && row[3] == place.Region)?[1];

    /// <summary>The tables that are searched by key, for checks: each with its rows, the key first.</summary>
    internal IEnumerable<(string File, IEnumerable<string[]> Rows)> Tables() =>
        ((PlaceTable[])[_towns, _aliases, _regions, _areas]).Select(table => (table.ToString(), table.All()));

    private static Place Read(string[] cells) => new()
    {
        Name = cells[1],
        Country = cells[2].Length == 0 ? null : cells[2],
        Region = cells[3],
        Precision = cells[4] switch
        {
            "region" => PlacePrecision.Region,
            "area" => PlacePrecision.Area,
            "water" => PlacePrecision.Water,
            "quarter" => PlacePrecision.District,
            "town" or "seat" or "capital" => PlacePrecision.City,
            var other => throw new InvalidDataException(
                $"The row of {cells[1]}: found kind '{other}', expected capital | seat | town | quarter | region | area | water. Mend the row."),
        },
        IsCapital = cells[4] == "capital",
        IsSeat = cells[4] is "seat" or "capital",
        Latitude = cells[5].Length == 0 ? null : double.Parse(cells[5], CultureInfo.InvariantCulture),
        Longitude = cells[6].Length == 0 ? null : double.Parse(cells[6], CultureInfo.InvariantCulture),
        Population = long.Parse(cells[7], CultureInfo.InvariantCulture),
        Id = $"place:{cells[8]}",
    };
}
