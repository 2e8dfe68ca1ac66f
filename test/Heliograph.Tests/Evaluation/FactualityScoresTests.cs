using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Tests.Evaluation;

public class FactualityScoresTests
{
    [Fact]
    public void Judgements_are_read_with_offsets_in_code_points()
    {
        var sentence = Assert.Single(JudgedSentence.Read(new StringReader(
            """{"id": "a", "text": "😀 They left.", "annotations": [{"id": "a1", "span": [7, 11], "value": 1.5, "lemma": "leave"}]}""")));

        var predicate = Assert.Single(sentence.Predicates);
        Assert.Equal("left", predicate.Span.In(sentence.Text).ToString());
        Assert.Equal(1.5, predicate.Value);
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named()
    {
        var error = Assert.Throws<FormatException>(() => JudgedSentence.Read(new StringReader("""{"id": "a"}""")).ToList());

        Assert.StartsWith("line 1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Correlation_is_one_where_the_order_and_the_steps_agree_and_nought_where_nothing_varies()
    {
        Assert.Equal(1, FactualityScores.Pearson([(-1, -2), (0, 0), (1, 2)]), 12);
        Assert.Equal(-1, FactualityScores.Pearson([(-1, 2), (0, 0), (1, -2)]), 12);
        Assert.Equal(0, FactualityScores.Pearson([(1, 2), (1, 3)]));
        Assert.Equal(0, FactualityScores.Pearson([]));
    }

    [Fact]
    public void Signs_are_tallied_on_both_sides()
    {
        var scores = new FactualityScores(
        [
            (new(0, Factuality.Happened, 2, null), 1),
            (new(1, Factuality.Happened, 1, null), -1),
            (new(2, Factuality.DidNotHappen, -1, null), -1),
        ]);

        Assert.Equal(new Tally(1, 2, 1), scores.Happened);
        Assert.Equal(new Tally(2, 1, 1), scores.DidNot);
    }
}
