using System.Collections.Immutable;
using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Tests.Evaluation;

public class EventScorerTests
{
    private const string Text =
        "Lothian forces shelled Sarn. President Ana Reyle fled. Reile praised the truce, witnesses said the guards were freed, " +
        "and the UDV-led raid went on. The United Democratic Vale and its guards did not meet.";

    private static readonly Marked Words = new(Text);

    [Theory]
    [InlineData("Lothia", "Lothian forces", true)]           // the adjective
    [InlineData("Lothian guards", "Lothian forces", false)]
    [InlineData("Ana Reyle", "President Ana Reyle", true)]   // the name among other words
    [InlineData("Lothian army forces", "forces", true)]      // a part of the name
    [InlineData("Ana Sarn", "Sarn", false)]                  // a part of the name, but the name of another actor
    [InlineData("Sarn", "Lothian forces", false)]
    [InlineData("United Democratic Vale", "UDV-led", true)]  // its initials
    [InlineData("Vale guards", "its guards", true)]          // the possessive counts for nothing
    [InlineData("Ana Reyle", "Reile", true)]                 // the gold says so, in a statement
    [InlineData("Sarn", "Reile", false)]
    public void Knows_an_actor_by_its_words(string actor, string words, bool expected)
    {
        var gold = Gold(actor, "fled", "happened") with
        {
            Statements = [Words.Gold("s1", "Reile", "praised", "the truce", "Ana Reyle"), Words.Gold("s2", "Sarn", "said", "the guards", "Sarn")],
        };

        var scores = EventScorer.Score(Text, gold, [Words.Event("RETREAT", "fled", Factuality.Happened, words)], []);

        Assert.Equal(expected, scores.Matches[0].Actor);
    }

    [Fact]
    public void An_event_is_right_when_type_actor_and_factuality_are()
    {
        var gold = Gold("Ana Reyle", "fled", "happened");

        Assert.Equal(new(1, 1, 1), Score(Words.Event("RETREAT", "fled", Factuality.Happened, "Ana Reyle")));
        Assert.Equal(new(1, 1, 0), Score(Words.Event("ASSAULT", "fled", Factuality.Happened, "Ana Reyle")));
        Assert.Equal(new(1, 1, 0), Score(Words.Event("RETREAT", "fled", Factuality.Planned, "Ana Reyle")));
        Assert.Equal(new(1, 1, 0), Score(Words.Event("RETREAT", "fled", Factuality.Happened)));
        Assert.Equal(new(1, 1, 0), Score(Words.Event("RETREAT", "shelled", Factuality.Happened, "Ana Reyle")));

        Tally Score(Event found) => EventScorer.Score(Text, gold, [found], []).TypeActorAndFactuality;
    }

    [Fact]
    public void Takes_every_type_that_the_gold_accepts()
    {
        var gold = Gold("Ana Reyle", "fled", "happened");
        gold = gold with { Events = [gold.Events[0] with { Types = ["CONCEDE", "RETREAT"] }] };

        Assert.True(EventScorer.Score(Text, gold, [Words.Event("RETREAT", "fled", Factuality.Happened)], []).Matches[0].Type);
    }

    [Fact]
    public void Alleged_asks_that_the_outlet_does_not_assert_it()
    {
        var gold = Gold(null, "freed", "alleged");
        var happened = Words.Event("RETREAT", "freed", Factuality.Happened);
        var said = Words.Statement("witnesses", Words.Span("said"), "the guards were freed");

        Assert.False(EventScorer.Score(Text, gold, [happened], []).Matches[0].Factuality);
        Assert.True(EventScorer.Score(Text, gold, [happened], [said]).Matches[0].Factuality);
        Assert.True(EventScorer.Score(Text, gold, [happened with { Factuality = Factuality.Possible }], []).Matches[0].Factuality);
    }

    [Fact]
    public void Counts_extra_events_and_each_gold_event_once()
    {
        var fled = Words.Event("RETREAT", "fled", Factuality.Happened, "Ana Reyle");
        var scores = EventScorer.Score(
            Text, Gold("Ana Reyle", "fled", "happened"), [fled, fled with { Rule = "twice" }, Words.Event("ASSAULT", "shelled", Factuality.Happened)], []);

        Assert.Equal(new(1, 3, 1), scores.TypeActorAndFactuality);
        Assert.Equal(["twice", "by hand"], scores.Extra.Select(e => e.Rule));
        Assert.Equal(1 / 3.0, scores.TypeActorAndFactuality.Precision);
    }

    [Fact]
    public void Refuses_a_factuality_that_is_none()
    {
        var gold = Gold(null, "fled", "perhaps");
        var fled = Words.Event("RETREAT", "fled", Factuality.Happened);

        var error = Assert.Throws<ArgumentException>(() => EventScorer.Score(Text, gold, [fled], []));
        Assert.StartsWith("Found gold factuality 'perhaps', expected alleged,", error.Message, StringComparison.Ordinal);
    }

    private static GoldReport Gold(string? actor, string trigger, string factuality) => new()
    {
        Statements = [],
        Events =
        [
            new() { Id = "e1", Types = ImmutableArray.Create("RETREAT"), Actor = actor, Trigger = Words.Span(trigger), Factuality = factuality },
        ],
    };
}
