using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Tests.Evaluation;

public class PairScorerTests
{
    private const string Line = """
        {"id": "p1", "text": "Norland freed two envoys of Estmark.", "source_span": [[0, 7]], "target_span": [[14, 24]], "rootcode": "YIELD"}
        """;

    [Fact]
    public void Takes_the_event_that_has_both_parties()
    {
        var gold = GoldPair.Read(Line);

        var (_, found, whole) = PairScorer.Answer(gold, [Event("AID", (0, 7), null), Event("RETREAT", (0, 7), (14, 35))]);

        Assert.Equal("RETREAT", found?.Type);
        Assert.True(whole);
    }

    [Fact]
    public void Falls_back_on_an_event_that_has_one_of_them()
    {
        var (_, found, whole) = PairScorer.Answer(GoldPair.Read(Line), [Event("ASSAULT", (28, 35), null), Event("AID", (0, 7), null)]);

        Assert.Equal("AID", found?.Type);
        Assert.False(whole);
    }

    [Fact]
    public void A_pair_without_an_event_is_missed()
    {
        var scores = new PairScores([PairScorer.Answer(GoldPair.Read(Line), [Event("AID", (28, 35), null)])]);

        Assert.Equal(new Tally(1, 0, 0), scores.Right);
        Assert.Equal(0, scores.MacroF1);
    }

    [Theory]
    [InlineData("CONCEDE", "YIELD")]
    [InlineData("RETREAT", "YIELD")]
    [InlineData("AID", "AID")]
    public void Concessions_and_retreats_are_one_type_for_pairs(string type, string expected) => Assert.Equal(expected, GoldPair.TypeOf(type));

    [Fact]
    public void Says_what_a_pair_must_hold()
    {
        var error = Assert.Throws<FormatException>(() => GoldPair.Read("""{"id": "p1"}"""));

        Assert.Contains("source_span", error.Message, StringComparison.Ordinal);
    }

    private static Event Event(string type, (int, int)? actor, (int, int)? recipient) => new()
    {
        Type = type,
        Cameo = "000",
        Trigger = [new(8, 13)],
        TriggerHead = 1,
        Actors = Arguments(actor),
        Recipients = Arguments(recipient),
        Factuality = Factuality.Happened,
        Rule = "test",
    };

    private static ImmutableArray<Argument> Arguments((int Start, int End)? span) =>
        span is { } at ? [new(new TextSpan(at.Start, at.End), 0)] : [];
}
