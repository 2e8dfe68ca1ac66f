using System.Text;
using Heliograph.Places;

namespace Heliograph.Tests.Places;

public class PlaceIndexTests
{
    private static readonly PlaceIndex Index = PlaceIndex.Shipped;

    public static TheoryData<string> Tables => [.. Index.Tables().Select(table => table.File)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Tables_are_sorted_by_the_bytes_of_their_keys(string file)
    {
        var keys = Rows(file).Select(row => Encoding.UTF8.GetBytes(row[0])).ToList();

        Assert.NotEmpty(keys);
        for (var i = 1; i < keys.Count; i++)
        {
            Assert.True(keys[i - 1].AsSpan().SequenceCompareTo(keys[i]) <= 0, $"{file}: {Encoding.UTF8.GetString(keys[i])} stands too late");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_row_has_the_key_that_a_text_would_be_searched_by(string file) =>
        Assert.All(Rows(file), row =>
        {
            Assert.Equal(row[0], PlaceKey.Of(row[0]));
            if (file == "towns.tsv") Assert.Equal(row[0], PlaceKey.Of(row[1]));
        });

    [Fact]
    public void Finds_every_town_by_its_name()
    {
        foreach (var row in Rows("towns.tsv").Where((_, i) => i % 7 == 0))
        {
            Assert.Contains(Index.Find(row[1]), place => place.Id == $"place:{row[8]}");
        }
    }

    [Fact]
    public void Finds_every_region_and_area_by_its_key()
    {
        foreach (var row in Rows("regions.tsv").Concat(Rows("areas.tsv")))
        {
            Assert.Contains(Index.Find(row[0]), place => place.Id == $"place:{row[8]}");
        }
    }

    [Fact]
    public void Every_alias_leads_to_a_town() =>
        Assert.All(Rows("places-aliases.tsv"), row => Assert.Contains(Index.Find(row[0]), place => PlaceKey.Of(place.Name) == row[2] && place.Country == row[3]));

    [Fact]
    public void Every_country_of_a_row_is_known_and_every_coordinate_on_earth() =>
        Assert.All(Rows("towns.tsv").Concat(Rows("regions.tsv")).Concat(Rows("areas.tsv")), row =>
        {
            if (row[2].Length > 0) Assert.NotNull(Index.Country(row[2]));
            Assert.All(Index.Find(row[0]), place =>
            {
                Assert.InRange(place.Latitude ?? 0, -90, 90);
                Assert.InRange(place.Longitude ?? 0, -180, 180);
            });
        });

    [Fact]
    public void Countries_have_codes_of_their_own_and_a_known_capital()
    {
        Assert.Equal(Index.Countries.Length, Index.Countries.Select(country => country.Code).Distinct().Count());
        Assert.All(Index.Countries.Where(country => country.Capital.Length > 0), country => Assert.NotNull(Index.CapitalOf(country)));
    }

    [Theory]
    [InlineData("Kiev", "Kyiv", "UKR")]
    [InlineData("Kharkov", "Kharkiv", "UKR")]
    [InlineData("Rangoon", "Yangon", "MMR")]
    [InlineData("Peking", "Beijing", "CHN")]
    [InlineData("Deir al-Zour", "Deir ez-Zor", "SYR")]
    [InlineData("the Hague", "The Hague", "NLD")]
    [InlineData("FALLUJAH", "Al Fallūjah", "IRQ")]
    public void Finds_a_town_by_another_name(string name, string expected, string country) =>
        Assert.Contains(Index.Find(name), place => place.Name == expected && place.Country == country);

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("Zzyzxholm")]
    [InlineData("\uD83D")]
    public void Finds_nothing_where_there_is_nothing(string name) => Assert.Empty(Index.Find(name));

    [Fact]
    public void Gives_countries_first_and_towns_by_falling_population()
    {
        var found = Index.Find("Georgia");

        Assert.Equal(PlacePrecision.Country, found[0].Precision);
        var towns = found.Where(place => place.Precision == PlacePrecision.City).Select(place => place.Population).ToList();
        Assert.Equal(towns.OrderDescending(), towns);
    }

    [Theory]
    [InlineData("syrian", "SYR")]
    [InlineData("south korean", "KOR")]
    [InlineData("congolese", null)]
    [InlineData("ostrian", null)]
    public void Knows_whose_an_adjective_is(string key, string? expected) => Assert.Equal(expected, Index.CountryOfAdjective(key)?.Code);

    private static IEnumerable<string[]> Rows(string file) => Index.Tables().Single(table => table.File == file).Rows;
}
