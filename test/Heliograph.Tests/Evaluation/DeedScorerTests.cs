using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Tests.Evaluation;

public class DeedScorerTests
{
    private const string Line = """
        {"id": "d1", "text": "Norland (NL) and Estmark have agreed to cooperate.", "gold": [{"code": "DEMAND"}],
         "markup": "(SRC/TAR: Norland) (NL) and (SRC/TAR: Estmark) have (EVT: agreed) to (EVT: cooperate)."}
        """;

    [Fact]
    public void Places_the_marks_in_the_text()
    {
        var gold = GoldDeed.Read(Line);

        Assert.Equal(["agreed", "cooperate"], gold.Phrase.Select(span => span.In(gold.Text).ToString()));
        Assert.Equal(["Norland", "Estmark"], gold.Actors.Select(span => span.In(gold.Text).ToString()));
        Assert.Equal(gold.Actors, gold.Recipients);
        Assert.Equal("REQUEST", gold.Type);
    }

    [Fact]
    public void Holds_the_event_that_shares_most_against_the_gold_and_counts_others_apart()
    {
        var gold = GoldDeed.Read(Line);
        var wanted = Found("REQUEST", gold.Text, "agreed", "Norland");
        var stray = Found("AID", gold.Text, "have", "Estmark");

        var (scores, best) = DeedScorer.Score(gold, [stray, wanted]);

        Assert.Same(wanted, best);
        Assert.Equal(new Tally(1, 1, 1), scores.Type);
        Assert.Equal(new Tally(1, 2, 1), scores.TypeOfAll);
        Assert.Equal(new Tally(2, 1, 1), scores.Actor);
        Assert.Equal(new Tally(2, 0, 0), scores.Recipient);
    }

    private static Event Found(string type, string text, string trigger, string actor) => new()
    {
        Type = type,
        Cameo = "000",
        Trigger = [Span(text, trigger)],
        TriggerHead = 0,
        Actors = [new(Span(text, actor), 0)],
        Recipients = [],
        Factuality = Factuality.Happened,
        Rule = "test",
    };

    private static TextSpan Span(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return new(at, at + words.Length);
    }
}
