using CsCheck;
using Heliograph.Places;

namespace Heliograph.Tests.Places;

public class PlaceKeyTests
{
    [Theory]
    [InlineData("Sana'a", "sanaa")]
    [InlineData("Ta‘izz", "taizz")]
    [InlineData("Deir ez-Zor", "deir ez zor")]
    [InlineData("Washington, D.C.", "washington dc")]
    [InlineData("São Tomé", "sao tome")]
    [InlineData("Al Ḩasakah", "al hasakah")]
    [InlineData("Großenhain", "grossenhain")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Cote\u0301 d’Ivoire", "cote divoire")]
    [InlineData("  New\nYork ", "new york")]
    [InlineData("The Hague", "hague")]
    [InlineData("Əhmədbəyli", "ehmedbeyli")]
    [InlineData("…", "")]
    public void Makes_small_plain_words(string name, string expected) => Assert.Equal(expected, PlaceKey.Of(name));

    [Fact]
    public void Of_a_key_is_the_key_itself() =>
        Gen.String.Sample(name => PlaceKey.Of(PlaceKey.Of(name)) == PlaceKey.Of(name));

    [Fact]
    public void Is_no_longer_than_it_may_be_however_long_the_name() =>
        Assert.InRange(PlaceKey.Of(new string('æ', 10_000)).Length, 1, PlaceKey.MaxLength);
}
