using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Language;

namespace Heliograph.Places;

/// <summary>The countries of <c>countries.tsv</c>, by code, by name and by adjective. Read on first use.</summary>
internal sealed class Countries
{
    private const int Columns = 7;
    private readonly FrozenDictionary<string, Country> _byCode;
    private readonly Dictionary<string, Country> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Country> _byAdjective = new(StringComparer.Ordinal);

    public Countries()
    {
        All = [.. LexiconTable.Rows("countries.tsv", Columns).Select(Read)];
        _byCode = All.ToFrozenDictionary(country => country.Code, StringComparer.Ordinal);
        foreach (var country in All)
        {
            _byName.TryAdd(PlaceKey.Of(country.Name), country);
            foreach (var alias in country.Aliases) _byName.TryAdd(PlaceKey.Of(alias), country);
        }

        // "Congolese" and others belong to two countries, and so to none here.
        foreach (var group in All.SelectMany(country => country.Adjectives.Select(word => (Key: PlaceKey.Of(word), country)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (group.Count() == 1) _byAdjective.Add(group.Key, group.First().country);
        }
    }

    /// <summary>Every country, sorted by code.</summary>
    public ImmutableArray<Country> All { get; }

    public Country? ByCode(string code) => _byCode.GetValueOrDefault(code);

    public Country? ByName(ReadOnlySpan<char> key) =>
        _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var country) ? country : null;

    public Country? ByAdjective(ReadOnlySpan<char> key) =>
        _byAdjective.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var country) ? country : null;

    private static Country Read(string[] cells) => new(
        cells[0], cells[1], Words(cells[2]), Words(cells[3]), cells[4], new()
        {
            Id = $"place:{cells[0]}",
            Name = cells[1],
            Country = cells[0],
            Latitude = cells[5].Length == 0 ? null : double.Parse(cells[5], CultureInfo.InvariantCulture),
            Longitude = cells[6].Length == 0 ? null : double.Parse(cells[6], CultureInfo.InvariantCulture),
            Precision = PlacePrecision.Country,
        });

    private static ImmutableArray<string> Words(string cell) => cell.Length == 0 ? [] : [.. cell.Split(';')];
}
