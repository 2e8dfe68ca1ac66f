using Heliograph.Web.Pages;

namespace Heliograph.Tests.Web;

public class ShownTests
{
    [Fact]
    public void Shows_marks_of_writing_direction_by_number() =>
        Assert.Equal("a⟨U+202E⟩b\nc", Shown.Block("a\u202Eb\nc"));

    [Fact]
    public void Leaves_out_a_tower_of_accents_and_says_so() =>
        Assert.Equal("e" + new string('\u0301', 8) + "⟨9992 more marks⟩ x", Shown.Block("e" + new string('\u0301', 10_000) + " x"));

    [Fact]
    public void Keeps_the_accents_that_scripts_need() => Assert.Equal("क्षि ề", Shown.Block("क्षि ề"));

    [Theory]
    [InlineData("abcdef", 3, "abc…")]
    [InlineData("abc", 3, "abc")]
    [InlineData("🚀🚀🚀", 2, "🚀🚀…")]
    [InlineData(" a \n b ", 9, "a b")]
    [InlineData("", 3, "")]
    public void Cuts_a_line_between_characters(string text, int most, string shown) => Assert.Equal(shown, Shown.Line(text, most));

    [Fact]
    public void Cuts_a_word_of_a_hundred_thousand_letters() => Assert.Equal(301, Shown.Line(new string('x', 100_000)).Length);
}
