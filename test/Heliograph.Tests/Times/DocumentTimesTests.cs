using Heliograph.Times;

namespace Heliograph.Tests.Times;

public class DocumentTimesTests
{
    private static readonly DateOnly Wednesday = new(2021, 8, 18);

    [Fact]
    public void Looks_back_from_a_past_clause() => Assert.Equal(new(2021, 8, 15), Only("Rebels fell_VBD on Sunday")?.Start);

    [Fact]
    public void Looks_ahead_from_an_infinitive_that_does()
    {
        var document = Conllu.Document("""
            They    they    PRON  2  nsubj  PRP
            agreed  agree   VERB  0  root   VBD
            to      to      PART  4  mark   TO
            meet    meet    VERB  2  xcomp  VB
            on      on      ADP   6  case   IN
            Sunday  Sunday  PROPN 4  obl    NNP
            """);

        Assert.Equal(new(2021, 8, 22), Assert.Single(DocumentTimes.Of(document, Wednesday).All).Interval?.Start);
    }

    [Fact]
    public void Looks_back_from_may_have()
    {
        var document = Conllu.Document("""
            They    they    PRON  4  nsubj  PRP
            may     may     AUX   4  aux    MD
            have    have    AUX   4  aux    VB
            met     meet    VERB  0  root   VBN
            on      on      ADP   6  case   IN
            Sunday  Sunday  PROPN 4  obl    NNP
            """);

        Assert.Equal(new(2021, 8, 15), Assert.Single(DocumentTimes.Of(document, Wednesday).All).Interval?.Start);
    }

    [Fact]
    public void Tells_a_month_of_the_year_that_the_text_narrates()
    {
        var times = DocumentTimes.Of(TimeText.Document("War began_VBD in 1952 and in May it ended"), Wednesday).All.ToList();

        Assert.Equal(new(1952, 5, 1), times[1].Interval?.Start);
    }

    [Fact]
    public void Leaves_a_month_that_lies_before_what_was_told()
    {
        var times = DocumentTimes.Of(TimeText.Document("War began_VBD in November 1952 and in May it ended"), Wednesday).All.ToList();

        Assert.Null(times[1].Interval);
    }

    [Fact]
    public void Counts_nothing_from_the_day_of_publication_in_a_history()
    {
        var text = "War began_VBD on Sunday and in 1911 and in 1912 and in 1913 and in 1914 and in 1915 and again in May and on Monday";
        var times = DocumentTimes.Of(TimeText.Document(text), Wednesday).All.ToList();

        Assert.Null(times[0].Interval);
        Assert.Equal(new(1915, 5, 1), times[^2].Interval?.Start);
        Assert.Null(times[^1].Interval);
    }

    [Fact]
    public void Finds_the_days_of_words_that_hold_one_expression()
    {
        var document = TimeText.Document("Rebels fell_VBD in 2014 and in 2015");
        var times = DocumentTimes.Of(document, null);

        Assert.Equal(new(2014, 1, 1), times.In(new(12, 19))?.Start);
        Assert.Null(times.In(new(0, document.Text.Length)));
        Assert.Null(times.In(new(0, 6)));
    }

    private static TimeInterval? Only(string text) => Assert.Single(DocumentTimes.Of(TimeText.Document(text), Wednesday).All).Interval;
}
