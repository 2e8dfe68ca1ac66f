using Heliograph.Ledger;
using Heliograph.Web.Pages;

namespace Heliograph.Tests.Web;

public class ExcerptTests
{
    private static readonly Piece Words = new("struck", Mark.Who);

    [Theory]
    [InlineData("abcdef", "ghijkl", "… cdef[struck]ghij …")]
    [InlineData("abcd", "ghij", "abcd[struck]ghij")]
    [InlineData("ab🚀def", "ghi🚀kl", "… 🚀def[struck]ghi …")] // no half of a rocket
    public void Keeps_what_stands_near_the_words(string before, string behind, string shown) =>
        Assert.Equal(shown, string.Concat(Excerpt.Of([new(before), Words, new(behind)], 4).Select(piece => piece.Plain)));

    [Fact]
    public void Cuts_between_words() =>
        Assert.Equal("… three[struck]one two …", string.Concat(Excerpt.Of([new("one two three"), Words, new("one two three")], 8).Select(piece => piece.Plain)));

    [Fact]
    public void Keeps_both_ends_of_what_lies_between_two_words() =>
        Assert.Equal("[struck]ab … ef[struck]", string.Concat(Excerpt.Of([Words, new("abcdef"), Words], 4).Select(piece => piece.Plain)));
}
