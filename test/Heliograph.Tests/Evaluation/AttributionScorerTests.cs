using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Tests.Evaluation;

public class AttributionScorerTests
{
    private const string Text = "Ana Reyle said it rained.";

    private const string Article = """
        {"id": "a", "annotator": "x", "primary": true, "text": "Ana Reyle said it rained.",
         "annotations": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 24]]}]}
        """;

    private static readonly LabelledInstance Instance = LabelledInstance.Read(
        """
        {"id": "a_x", "tokens": ["Ana", "Reyle", "said", "it", "rained", "."], "labels": ["B-source", "I-source", "B-cue", "B-content", "I-content", "O"],
         "offsets": [[0, 3], [4, 9], [10, 14], [15, 17], [18, 24], [24, 25]]}
        """.ReplaceLineEndings(" "),
        new Dictionary<string, string> { ["a_x"] = Text });

    [Fact]
    public void Counts_a_part_with_both_ends_right()
    {
        var scores = AttributionScorer.Score(Instance, [Found(new(0, 9), new(10, 14), new(15, 24))]);

        Assert.Equal(new Tally(1, 1, 1), scores.Sources);
        Assert.Equal(new Tally(1, 1, 1), scores.Contents);
        Assert.Equal(new Tally(2, 2, 2), scores.ContentTokens);
    }

    [Fact]
    public void Does_not_count_a_part_with_one_end_wrong()
    {
        var scores = AttributionScorer.Score(Instance, [Found(new(4, 9), new(10, 14), new(18, 24))]);

        Assert.Equal(new Tally(1, 1, 0), scores.Sources);
        Assert.Equal(new Tally(1, 1, 0), scores.Contents);
        Assert.Equal(new Tally(2, 1, 1), scores.ContentTokens);
    }

    [Fact]
    public void Finds_the_tokens_of_an_instance_without_offsets()
    {
        var instance = LabelledInstance.Read(
            """{"id": "a_x", "tokens": ["said", "it"], "labels": ["B-cue", "B-content"], "offsets": null}""",
            new Dictionary<string, string> { ["a_x"] = Text });

        Assert.Equal([new TextSpan(10, 14), new TextSpan(15, 17)], instance.Tokens);
    }

    [Fact]
    public void A_triple_is_right_when_each_part_covers_half()
    {
        var gold = MarkedText.Read(Article.ReplaceLineEndings(" "));

        Assert.Equal(new Tally(1, 1, 1), AttributionScorer.ScoreTriples(gold, [Found(new(4, 9), new(10, 14), new(18, 24))]).Triples);
        Assert.Equal(new Tally(1, 1, 0), AttributionScorer.ScoreTriples(gold, [Found(new(0, 3), new(10, 14), new(18, 24))]).Triples);
    }

    [Fact]
    public void Tells_of_each_attribution_whether_it_is_right()
    {
        var gold = MarkedText.Read(Article.ReplaceLineEndings(" "));
        var (right, again) = (Found(new(0, 9), new(10, 14), new(15, 24)), Found(new(0, 9), new(10, 14), new(18, 24)));

        Assert.Equal([(right, true), (again, false)], AttributionScorer.Judge(gold, [right, again]));
    }

    [Fact]
    public void Says_which_article_is_not_there()
    {
        var error = Assert.Throws<FormatException>(() => LabelledInstance.Read("""{"id": "b", "tokens": [], "labels": [], "offsets": []}""", new Dictionary<string, string>()));

        Assert.Contains("Instance of b", error.Message, StringComparison.Ordinal);
    }

    private static Attribution Found(TextSpan source, TextSpan cue, TextSpan content) => new()
    {
        Source = [source],
        SourceHead = 1,
        Cue = [cue],
        CueHead = 2,
        Content = [content],
        Manner = Manner.Indirect,
        Act = "say",
        Naming = Naming.Named,
        Rule = "test",
    };
}
