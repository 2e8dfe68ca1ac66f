using CsCheck;
using Heliograph.Times;

namespace Heliograph.Tests.Times;

public class TimeExpressionsTests
{
    [Theory]
    [InlineData("Rebels fell_VBD on Aug. 15", "Aug. 15")]
    [InlineData("Rebels fell_VBD on 15 August 2021", "15 August 2021")]
    [InlineData("Rebels fell_VBD early on Tuesday", "early on Tuesday")]
    [InlineData("Rebels fell_VBD on the night of 4 May", "the night of 4 May")]
    [InlineData("Rebels fell_VBD in the late 1990s", "the late 1990s")]
    [InlineData("Rebels fell_VBD in mid-2014", "mid-2014")]
    [InlineData("Rebels fell_VBD in the 19th century", "the 19th century")]
    [InlineData("Rebels fell_VBD between 1914 and 1918", "between 1914 and 1918")]
    [InlineData("Rebels fell_VBD from May to July", "from May to July")]
    [InlineData("Rebels fell_VBD in 1939–45", "1939–45")]
    [InlineData("Rebels fell_VBD three weeks ago", "three weeks ago")]
    [InlineData("Rebels fell_VBD in recent days", "recent days")]
    [InlineData("Rebels fell_VBD two years earlier", "two years earlier")]
    [InlineData("Rebels fell_VBD the following day", "the following day")]
    [InlineData("Rebels fell_VBD at 10:30 a.m. on Tuesday", "10:30 a.m. on Tuesday")]
    [InlineData("Rebels fell_VBD for more than three weeks", "more than three weeks")]
    [InlineData("Rebels fell_VBD in fiscal 2021-22", "fiscal 2021-22")]
    public void Finds_the_words_without_their_preposition(string text, string words)
    {
        var document = TimeText.Document(text);

        Assert.Equal(words, Assert.Single(TimeExpressions.Find(document)).Span.In(document.Text));
    }

    [Theory]
    [InlineData("Rebels may march_VB")]
    [InlineData("The boy was_VBD 12 years old")]
    [InlineData("They held_VBD the Long March")]
    [InlineData("They lost_VBD three quarters")]
    [InlineData("They paid_VBD $1999")]
    [InlineData("They counted_VBD more than 1500")]
    public void Finds_nothing_where_no_time_is_told(string text) => Assert.Empty(TimeExpressions.Find(TimeText.Document(text)));

    [Fact]
    public void Leaves_months_that_are_people_alone()
    {
        var document = Conllu.Document("""
            April     April     PROPN  3   nsubj     NNP  B-PER
            Velm      Velm      PROPN  1   flat      NNP  I-PER
            spoke     speak     VERB   0   root      VBD
            """);

        Assert.Empty(TimeExpressions.Find(document));
    }

    [Fact]
    public void Knows_the_points_of_a_range()
    {
        var document = TimeText.Document("Rebels ruled_VBD from 1914 to 1918");

        Assert.Equal(["1914", "1918"], Assert.Single(TimeExpressions.Find(document)).Points.Select(point => point.In(document.Text).ToString()));
    }

    [Theory]
    [InlineData("since 2014", TimeLink.Since)]
    [InlineData("until 2014", TimeLink.Until)]
    [InlineData("by 2014", TimeLink.By)]
    [InlineData("after 2014", TimeLink.After)]
    [InlineData("during 2014", TimeLink.Within)]
    [InlineData("in 2014", TimeLink.In)]
    public void Says_how_what_is_told_lies_to_the_time(string words, TimeLink link)
    {
        var document = TimeText.Document($"Rebels ruled_VBD {words}");
        var expression = Assert.Single(TimeExpressions.Find(document));

        Assert.Equal(link, expression.Link);
        Assert.Equal(words, expression.Phrase.In(document.Text));
    }

    [Fact]
    public void Keeps_its_spans_in_order_and_inside_the_text() => Words.Sample(text =>
    {
        var document = TimeText.Document(text);
        var end = 0;
        foreach (var expression in TimeExpressions.Find(document))
        {
            Assert.True(end <= expression.Span.Start && expression.Span.Length > 0 && expression.Span.End <= document.Text.Length);
            Assert.True(expression.Phrase.Start <= expression.Span.Start && expression.Phrase.End == expression.Span.End);
            Assert.All(expression.Points, point => Assert.True(expression.Span.Start <= point.Start && point.End <= expression.Span.End));
            Assert.True(document.SpanOf(expression.Tokens).Cover(expression.Span) == document.SpanOf(expression.Tokens));
            end = expression.Span.End;
        }
    });

    /// <summary>Heaps of words of time, and of what is none.</summary>
    internal static Gen<string> Words { get; } = Gen.OneOf(
        "Rebels", "fell_VBD", "will_MD", "the", "a", "of", "in", "on", "since", "until", "by", "from", "to", "between", "and", "last", "next", "past",
        "this", "that", "same", "following", "previous", "early", "late", "mid", "end", "first", "half", "quarter", "three", "12", "31", "99",
        "999999999999", "99999999999999999999999", "0", "2014", "1939", "1939–45", "2021-22", "0000", "9999", "99999", "1980s", "19th", "century",
        "years", "weeks", "day", "days", "month", "decades", "centuries", "ago", "earlier", "later", "before", "after", "January", "Feb.", "May",
        "Sunday", "weekend", "spring", "winter", "night", "BC", "AD", "Christmas", "Eve", "٢٠١٤", "２０１４", "2021-02-30", "31/12/9999", "10:30",
        "a.m.", ",", "-", "–", "'80s", "nineties", "fiscal", "season", "hundred", "million", "few", "year", "today", "tomorrow", "'s", "29", "February")
        .Array[1, 14].Select(words => string.Join(' ', words));
}
