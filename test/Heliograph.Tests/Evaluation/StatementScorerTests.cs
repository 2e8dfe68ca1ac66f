using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

public class StatementScorerTests
{
    private const string Text =
        "“Rain fell,” said Ana Reyle, a farmer. It is said that the river rose. The minister said the dam held, " +
        "but admitted that it leaked. A report by the board.";

    private static readonly Marked Words = new(Text);

    [Fact]
    public void A_statement_is_right_when_source_and_cue_overlap_the_gold()
    {
        var scores = StatementScorer.Score(
            Text,
            [Words.Gold("s1", "Ana Reyle, a farmer", "said", "“Rain fell,”")],
            [Words.Statement("Ana Reyle", Words.Span("said"), "Rain")]);

        Assert.Equal(new(1, 1, 1), scores.SourceAndCue);
        Assert.Equal(new(1, 1, 1), scores.SourceCueAndContent);
        Assert.Empty(scores.Extra);
    }

    [Fact]
    public void Counts_each_part_apart()
    {
        var scores = StatementScorer.Score(
            Text,
            [Words.Gold("s1", "The minister", "said the", "the dam held"), Words.Gold("s2", "The minister", "admitted", "it leaked")],
            [Words.Statement(null, Words.Span("admitted"), "it leaked"), Words.Statement("Ana Reyle", Words.Span("said"), "Rain fell")]);

        Assert.Equal(new(2, 2, 0), scores.SourceAndCue);
        Assert.Equal(new(2, 1, 0), scores.Sources); // one of the two found has none
        Assert.Equal(new(2, 2, 1), scores.Cues);
        Assert.Equal(new(2, 2, 1), scores.Contents);
        Assert.Null(scores.Matches[0].System);
        Assert.Single(scores.Extra);
    }

    [Fact]
    public void Pairs_two_statements_of_one_source_by_their_cues()
    {
        var (said, admitted) = (Words.Span("said the"), Words.Span("admitted"));
        var scores = StatementScorer.Score(
            Text,
            [Words.Gold("s1", "The minister", "said the", "the dam held"), Words.Gold("s2", "The minister", "admitted", "it leaked")],
            [Words.Statement("The minister", admitted, "it leaked"), Words.Statement("The minister", said, "the dam held")]);

        Assert.Equal(new(2, 2, 2), scores.SourceCueAndContent);
        Assert.Equal(admitted, Assert.Single(scores.Matches[1].System!.Cue));
    }

    [Fact]
    public void A_gold_statement_without_a_source_wants_none()
    {
        var gold = Words.Gold("s1", null, "It is said that", "the river rose");

        Assert.Equal(1, StatementScorer.Score(Text, [gold], [Words.Statement(null, Words.Span("said that"), "the river rose")]).SourceAndCue.Correct);
        Assert.Equal(0, StatementScorer.Score(Text, [gold], [Words.Statement("the river", Words.Span("said that"), "rose")]).SourceAndCue.Correct);
    }

    [Fact]
    public void A_misplaced_gold_cue_is_met_by_the_same_words_beside_the_right_source()
    {
        var gold = Words.Gold("s1", "The minister", "said", "the dam held"); // points at the first "said" of the text
        var cue = Words.Span("said", Text.IndexOf("The minister", StringComparison.Ordinal));

        Assert.True(StatementScorer.Score(Text, [gold], [Words.Statement("The minister", cue, "the dam held")]).Matches[0].IsRight);
        Assert.False(StatementScorer.Score(Text, [gold], [Words.Statement("Ana Reyle", cue, "the dam held")]).Matches[0].IsRight);
    }

    [Fact]
    public void A_gold_statement_without_a_cue_asks_for_the_content()
    {
        var gold = Words.Gold("s1", "A report by the board", null, "the dam held");
        var scores = StatementScorer.Score(Text, [gold], [Words.Statement("A report", Words.Span("by"), "the dam held")]);

        Assert.Equal(new(1, 1, 1), scores.SourceAndCue);
        Assert.Equal(new(0, 1, 0), scores.Cues);
    }
}
