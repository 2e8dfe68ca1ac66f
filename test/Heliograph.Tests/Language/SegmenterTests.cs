using CsCheck;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Language;

public class SegmenterTests
{
    private static readonly Segmenter Segmenter = Segmenter.Load();

    private static readonly string[] Pieces =
    [
        "a", "The", "Dr.", "don't", "U.S.", " ", " ", "\n", "\n\n", "\r\n", ".", "”", "'", "\"", "-", "http://a.b", "😀", "\uDE00",
        "\u0301", "\u0000", "\u200B", "1,000", "$", "…", "?!", "\u2028", "\u2029", "cannot", "(", ")",
    ];

    [Theory]
    [InlineData("Orvane didn't sign.", "Orvane did +n't sign .")]
    [InlineData("It’s Tessaly’s port; they've left.", "It +’s Tessaly +’s port ; they +'ve left .")]
    [InlineData("We cannot wait, I'm gonna go.", "We can +not wait , I +'m gon +na go .")]
    [InlineData("The well-known envoy", "The well - known envoy")]
    [InlineData("It cost $1,000.50 (5%).", "It cost $ 1,000.50 ( 5 % ) .")]
    [InlineData("Mr. Brandel met the U.S. envoy at 9 a.m. today.", "Mr. Brandel met the U.S. envoy at 9 a.m. today .")]
    [InlineData("See https://example.org/a-b?c=d (or not).", "See https://example.org/a-b?c=d ( or not ) .")]
    [InlineData("Write to desk@example.org, please.", "Write to desk@example.org , please .")]
    [InlineData("“He died in slavery.”His son fled.", "“ He died in slavery . ” His son fled .")]
    [InlineData("That was the end.The border closed.", "That was the end . The border closed .")]
    [InlineData("Wait... what?!", "Wait ... what ?!")]
    [InlineData("The strike -- the third -- failed.", "The strike -- the third -- failed .")]
    public void Cuts_words_as_the_treebanks_do(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("The port closed. Ships waited outside.", "The port closed.|Ships waited outside.")]
    [InlineData("“They left the city at night.” The port fell the next day.", "“They left the city at night.”|The port fell the next day.")]
    [InlineData("Dr. Anselm Korrin met Gov. Tade in St. Orlo. Neither spoke.", "Dr. Anselm Korrin met Gov. Tade in St. Orlo.|Neither spoke.")]
    [InlineData("Is it over? No! It goes on.", "Is it over?|No!|It goes on.")]
    [InlineData("Army takes the port\n\nVELLMAR: The army took the port on Monday.", "Army takes the port|VELLMAR: The army took the port on Monday.")]
    [InlineData("The army took the port,\nand then the bridge.", "The army took the port,\nand then the bridge.")]
    [InlineData(
        "VELLMAR, Orvane — The army took the port on Monday, officials said. It fell at noon.",
        "VELLMAR, Orvane — The army took the port on Monday, officials said.|It fell at noon.")]
    [InlineData(
        "“We will not yield,” she said. “We will wait.” The talks ended.",
        "“We will not yield,” she said.|“We will wait.”|The talks ended.")]
    public void Cuts_sentences(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentences(Segmenter.Segment(text))));

    [Fact]
    public void Ends_a_paragraph_at_a_blank_line_and_not_at_a_line_break()
    {
        var found = Segmenter.Segment("One line\nand another.\r\n \r\nA second paragraph.");

        Assert.Equal([new(0, 5), new(5, 9)], found.Paragraphs);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t ")]
    public void Finds_nothing_in_white_space(string text)
    {
        var found = Segmenter.Segment(text);

        Assert.Empty(found.Tokens);
        Assert.Empty(found.Sentences);
        Assert.Empty(found.Paragraphs);
    }

    [Theory]
    [InlineData("a", 100_000)]
    [InlineData("-", 100_000)]
    [InlineData("a.", 50_000)]
    [InlineData("n't", 40_000)]
    [InlineData("e\u0301", 50_000)]
    [InlineData("😀", 50_000)]
    [InlineData("\uD83D", 50_000)]
    [InlineData("\"", 50_000)]
    public void Bounds_a_token_whatever_the_run(string unit, int count)
    {
        var text = string.Concat(Enumerable.Repeat(unit, count));
        var found = Segmenter.Segment(text);

        Assert.All(found.Tokens, token => Assert.InRange(token.Length, 1, 256));
        Check(text, found);
    }

    [Fact]
    public void Covers_any_string_once() => Gen.String.Sample(text => Check(text, Segmenter.Segment(text)));

    [Fact]
    public void Covers_strings_like_news_once() =>
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 40]
            .Sample(parts => Check(string.Concat(parts), Segmenter.Segment(string.Concat(parts))));

    [Theory]
    [InlineData("HLEM\u0002\0\0\0", "expected 'HSEG' version 2")]
    [InlineData("HSEG\u0001\0\0\0", "found 'HSEG' version 1")]
    [InlineData("HSEG\u0002\0\0\0\u0009\0\0\0abc", "is said to hold 9 bytes")]
    [InlineData("", "found '' version 0")]
    public void Refuses_weights_that_are_none(string bytes, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Segmenter.Open(System.Text.Encoding.Latin1.GetBytes(bytes)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static void Check(string text, Segmentation found)
    {
        var end = 0;
        foreach (var token in found.Tokens)
        {
            Assert.True(token.Length > 0, "a token is empty");
            Assert.True(string.IsNullOrWhiteSpace(text[end..token.Start]), "a character lies in no token");
            Assert.DoesNotContain(token.In(text).ToArray(), char.IsWhiteSpace);
            Assert.False(
                token.Start > 0 && char.IsSurrogatePair(text[token.Start - 1], text[token.Start]), "a pair is cut");
            end = token.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[end..]), "a character lies in no token");
        Assert.Equal(found.Tokens.Length, found.Joined.Length);
        CheckRuns(found.Sentences, found.Tokens.Length);
        CheckRuns(found.Paragraphs, found.Tokens.Length);
        var starts = found.Sentences.Select(sentence => sentence.Start).ToHashSet();
        Assert.All(found.Paragraphs, paragraph => Assert.Contains(paragraph.Start, starts));
        Assert.All(starts, start => Assert.False(found.Joined[start], "a multiword token is cut"));
        for (var i = 1; i < found.Tokens.Length; i++)
        {
            Assert.False(
                found.Joined[i] && found.Tokens[i - 1].End != found.Tokens[i].Start, "a multiword token has a gap");
        }
    }

    private static void CheckRuns(IEnumerable<TokenSpan> runs, int count)
    {
        var end = 0;
        foreach (var run in runs)
        {
            Assert.Equal(end, run.Start);
            Assert.True(run.Length > 0, "a run is empty");
            end = run.End;
        }

        Assert.Equal(count, end);
    }

    private static string Tokens(string text)
    {
        var found = Segmenter.Segment(text);
        return string.Join(
            ' ', found.Tokens.Select((token, i) => (found.Joined[i] ? "+" : "") + token.In(text).ToString()));
    }

    private static IEnumerable<string> Sentences(Segmentation found) => found.Sentences.Select(sentence =>
        found.Text[found.Tokens[sentence.Start].Start..found.Tokens[sentence.End - 1].End]);
}
