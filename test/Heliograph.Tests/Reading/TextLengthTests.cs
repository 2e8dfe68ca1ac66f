using System.Text;
using CsCheck;
using Heliograph.Language;
using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

public class TextLengthTests
{
    private static readonly Segmenter Segmenter = Segmenter.Load();

    [Theory]
    [InlineData("one two three four", 3, "one two three ")]
    [InlineData("one, two", 2, "one, ")]
    [InlineData("one two", 2, "one two")]
    [InlineData("((((", 3, "(((")]
    [InlineData("one 😀😀", 2, "one ")]
    public void Cuts_behind_so_many_words_and_signs(string text, int most, string kept) => Assert.Equal(kept, text[..TextLength.End(text, most)]);

    [Theory]
    [InlineData('x', 160)]
    [InlineData(' ', 640)]
    [InlineData('.', 10)]
    public void Counts_long_runs_by_their_length(char letter, int length) => Assert.Equal(length, TextLength.End(new string(letter, 1_000), 10));

    [Fact]
    public void Counts_hardly_fewer_than_the_language_layer_does() =>
        Gen.String[Gen.Char["abcdefgXY019 .,;:'\"()[]-–—“”‘’\n\t/@#é報"], 0, 400].Sample(text =>
            Segmenter.Segment(text[..TextLength.End(text, 40)]).Tokens.Length <= 60);

    [Fact]
    public void Says_that_a_text_is_longer_than_a_chapter_and_reads_its_beginning()
    {
        var text = string.Concat(Enumerable.Repeat("The minister left the town on Monday. ", 10_000));

        var read = Assert.IsType<ReadResult.Article>(PlainTextReader.Read("a.txt", Encoding.UTF8.GetBytes(text), ReadOptions.Default));

        Assert.StartsWith(read.Report.Text, text, StringComparison.Ordinal);
        Assert.InRange(read.Report.Text.Length, text.Length / 2, (text.Length / 2) + (text.Length / 8));
        Assert.Contains("The text is longer than 50,000 words and signs: what stands behind its first 237,500 characters is not read.", read.Warnings);
    }
}
