using Heliograph.Evaluation;
using Heliograph.Places;

namespace Heliograph.Tests.Evaluation;

public class GoldPlaceTests
{
    private const string Header = "id\ttext\tof\twords\tcountry\tlatitude\tlongitude\tprecision\n";

    [Fact]
    public void Agrees_with_the_same_place_and_no_other()
    {
        var gold = Read("1\tKabul fell.\tmention\tKabul\tAFG\t34.5\t69.2\tcity");
        var kabul = PlaceIndex.Shipped.Find("Kabul").First(place => place.IsCapital);

        Assert.True(gold.Agrees(new(kabul, "AFG", "")));
        Assert.False(gold.Agrees(new(kabul with { Latitude = 36 }, "AFG", "")));
        Assert.False(gold.Agrees(new(kabul with { Precision = PlacePrecision.Region }, "AFG", "")));
        Assert.False(gold.Agrees(new(null, "AFG", "")));
        Assert.False(gold.Agrees(null));
    }

    [Fact]
    public void Agrees_with_silence_where_it_asks_for_it()
    {
        var gold = Read("1\tSpringfield burnt.\tmention\tSpringfield\t-\t-\t-\t-");

        Assert.True(gold.IsSilent && gold.Agrees(null));
        Assert.False(gold.Agrees(new(null, "USA", "")));
    }

    [Fact]
    public void Counts_right_wrong_and_silent()
    {
        var gold = Read("1\tKabul fell.\tmention\tKabul\tAFG\t34.5\t69.2\tcity");
        var scores = new PlaceScores([(gold, null), (gold, new(null, "AFG", ""))]);

        Assert.Equal((0, 0.5, 0.5), scores.Shares);
        Assert.Equal(new(2, 1, 0), scores.Places);
    }

    [Theory]
    [InlineData("1\tKabul fell.\tmention\tKabul", "line 2: found 4 columns")]
    [InlineData("1\tKabul fell.\tmention\tHerat\t-\t-\t-\t-", "line 2: found no 'Herat' in the text")]
    [InlineData("1\tKabul fell.\tmention\tKabul\tAFG\tnorth\t1\tcity", "line 2: ")]
    [InlineData("1\tKabul fell.\tmention\tKabul\tAFG\t1\t1\ttown", "line 2: ")]
    public void Says_which_line_cannot_be_read(string line, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => Read(line)).Message, StringComparison.Ordinal);

    private static GoldPlace Read(string line)
    {
        using var reader = new StringReader(Header + line);
        return GoldPlace.Read(reader).Single();
    }
}
