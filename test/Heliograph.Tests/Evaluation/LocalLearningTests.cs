using Heliograph.Analysis;
using Heliograph.Evaluation;
using Heliograph.Ledger;

namespace Heliograph.Tests.Evaluation;

public class LocalLearningTests
{
    // "seize.verb" is always wrong, the others are as right as they are sure
    private static List<Judgement> OneBadRule(int reports) =>
        [.. InventedJudgements.Of(reports, (rule, confidence, dice) => rule != "seize.verb" && dice.NextDouble() < confidence)];

    private static List<Judgement> AsSureAsTold(int reports) =>
        [.. InventedJudgements.Of(reports, (_, confidence, dice) => dice.NextDouble() < confidence)];

    [Fact]
    public void Vetoes_a_rule_that_is_always_wrong_and_gains()
    {
        var judgements = OneBadRule(40);

        var learning = LocalLearning.Of(judgements, "test");

        Assert.NotNull(learning.Learnt);
        Assert.True(learning.Gain > 0.05, $"{learning.Gain}");
        Assert.True(learning.After!.Kept.F1 > learning.Before!.Kept.F1 + 0.05);
        Assert.True(learning.After.VetoedWrong >= 35, $"{learning.After.VetoedWrong}");
        Assert.True(learning.After.VetoedRight <= 3, $"{learning.After.VetoedRight}");
        var (kept, vetoed) = learning.Learnt.Apply([.. judgements.Take(4).Select(one => one.Entry)], _ => false);
        Assert.Equal(1, vetoed);
        Assert.DoesNotContain("seize.verb", kept.Cast<EventEntry>().Select(told => told.Rule));
    }

    [Theory]
    [InlineData(15), InlineData(40), InlineData(150)]
    public void Learns_nothing_where_confidence_is_right_and_the_rest_chance(int reports)
    {
        var learning = LocalLearning.Of(AsSureAsTold(reports), "test");

        Assert.Null(learning.Learnt);
        Assert.NotNull(learning.After);
    }

    [Fact]
    public void Is_seldom_taken_in_by_chance_where_judgements_are_few()
    {
        var learnt = Enumerable.Range(0, 30).Count(seed => LocalLearning.Of(
            InventedJudgements.Of(13, (_, confidence, dice) => dice.NextDouble() < confidence, seed), "test").Learnt is not null);

        Assert.True(learnt <= 2, $"{learnt}");
    }

    [Fact]
    public void Mends_a_confidence_that_is_told_too_high_without_leaving_anything_out()
    {
        var learning = LocalLearning.Of(InventedJudgements.Of(100, (_, confidence, dice) => dice.NextDouble() < confidence - 0.15), "test");

        Assert.NotNull(learning.Learnt);
        Assert.Equal(0, learning.Learnt.VetoBelow);
        Assert.True(learning.After!.Judged.Error < learning.Before!.Judged.Error);
    }

    [Fact]
    public void Learns_the_same_from_the_same_judgements_in_any_order()
    {
        var judgements = OneBadRule(40);

        var one = LocalLearning.Of(judgements, "test");
        judgements.Reverse();
        var other = LocalLearning.Of(judgements, "test");

        Assert.Equal(LocalConfidenceText.Write(one.Learnt!), LocalConfidenceText.Write(other.Learnt!));
    }

    [Fact]
    public void Learns_nothing_from_few_judgements_or_few_reports()
    {
        Assert.Null(LocalLearning.Of(OneBadRule(12), "test").After);
        Assert.Null(LocalLearning.Of(OneBadRule(9).SelectMany(one => Enumerable.Repeat(one, 5)), "test").After);
    }

    [Fact]
    public void Learns_nothing_from_a_person_who_only_rejects()
    {
        var count = 0;

        Assert.Null(LocalLearning.Of(InventedJudgements.Of(50, (_, _, _) => count++ % 25 == 0), "test").After);
    }

    [Fact]
    public void Leaves_nine_in_ten_of_the_right_events_however_many_are_wrong()
    {
        var learning = LocalLearning.Of(InventedJudgements.Of(100, (_, _, dice) => dice.NextDouble() < 0.1), "test");

        Assert.True(learning.After!.Kept.Recall >= 0.9, $"{learning.After.Kept.Recall}");
    }

    [Fact]
    public void Asks_for_no_less_gain_than_it_is_told()
    {
        Assert.Null(LocalLearning.Of(OneBadRule(40), "test", leastGain: 0.5).Learnt);
    }

    [Fact]
    public void Passes_over_entries_without_a_confidence()
    {
        var judgements = OneBadRule(20).Select(one => one with { Entry = (EventEntry)one.Entry with { Confidence = null } });

        Assert.Equal(0, LocalLearning.Of(judgements, "test").Judged);
    }

    [Fact]
    public void Learns_from_the_shipped_confidence_where_an_earlier_fit_replaced_it()
    {
        var judgements = OneBadRule(40);
        var learnt = LocalLearning.Of(judgements, "test").Learnt!;
        var applied = judgements.Select(one => one with { Entry = learnt.Apply([one.Entry], _ => true).Kept[0] });

        var again = LocalLearning.Of(applied, "test").Learnt!;

        Assert.Equal(LocalConfidenceText.Write(learnt), LocalConfidenceText.Write(again));
    }
}
