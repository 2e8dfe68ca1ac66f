using System.Collections.Immutable;
using Heliograph.Analysis;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Tests.Evaluation;

namespace Heliograph.Tests.Analysis;

public class LocalConfidenceTests
{
    private static readonly Report Notice = new("Korvan notice 1: seized met warned marched.") { Input = "notice.txt" };

    [Fact]
    public void Moves_the_log_odds_by_the_weights_of_an_entrys_signs()
    {
        var (kept, vetoed) = Invented().Apply([Event(0, 0.5), Event(1, 0.5)], _ => false);

        // 1 / (1 + e^0.5) and 1 / (1 + e^-0.5)
        Assert.Equal([0.38, 0.62], kept.Cast<EventEntry>().Select(told => told.Confidence!.Value));
        Assert.All(kept, entry => Assert.Equal(0.5, ((EventEntry)entry).ShippedConfidence));
        Assert.Equal(0, vetoed);
    }

    [Fact]
    public void Leaves_out_events_below_the_bound_unless_a_person_judged_their_words()
    {
        var unsure = Event(0, 0.3);

        Assert.Equal(1, Invented().Apply([unsure, Event(1, 0.9)], _ => false).Vetoed);
        Assert.Equal(0, Invented().Apply([unsure, Event(1, 0.9)], entry => entry == unsure).Vetoed);
    }

    [Fact]
    public void Leaves_entries_without_a_confidence_as_they_are()
    {
        var (kept, vetoed) = Invented().Apply([Event(0, null)], _ => false);

        Assert.Null(((EventEntry)Assert.Single(kept)).Confidence);
        Assert.Equal(0, vetoed);
    }

    [Fact]
    public void Keeps_the_ids_of_entries_and_is_the_same_when_applied_twice()
    {
        var once = Invented().Apply([Event(1, 0.7)], _ => false).Kept;
        var twice = Invented().Apply(once, _ => false).Kept;

        Assert.Equal(Event(1, 0.7).Id, once[0].Id);
        Assert.Equal(((EventEntry)once[0]).Confidence, ((EventEntry)twice[0]).Confidence);
        Assert.Equal(0.7, ((EventEntry)twice[0]).ShippedConfidence);
    }

    [Fact]
    public void Comes_back_from_its_table_as_it_was()
    {
        var text = LocalConfidenceText.Write(Invented());

        var again = LocalConfidenceText.Read(new StringReader(text));

        Assert.Equal(text, LocalConfidenceText.Write(again));
        Assert.Equal(Invented().From, again.From);
        Assert.Equal(0.31, again.VetoBelow);
        Assert.Equal(LocalConfidenceText.HashOf(Invented()), LocalConfidenceText.HashOf(again));
    }

    [Fact]
    public void Has_another_name_for_another_weight()
    {
        var other = new LocalConfidence { From = Invented().From, VetoBelow = 0.31, Weights = Invented().Weights.SetItem("event", 0.6) };

        Assert.NotEqual(LocalConfidenceText.HashOf(Invented()), LocalConfidenceText.HashOf(other));
    }

    [Theory]
    [InlineData("weight\tevent\t", "weight\tevent\tabout ", "line 11: found 'about 0.5000', expected a number from -100 to 100")]
    [InlineData("format\t1", "format\t2", "line 3: found '2', expected 1, the version that this Heliograph reads")]
    [InlineData("veto\t0.31", "veto\t0.99", "line 9: found '0.99', expected a number from 0 to 0.5")]
    [InlineData("weights\t2", "weights\t3", "line 13: found the end, expected 'weight' and 2 more columns")]
    [InlineData("weights\t2", "weights\t1", "expected the end, after as many weights as were announced")]
    [InlineData("format\t1\n", "<html>\n", "line 3: found '<html>', expected 'format' and 1 more column")]
    [InlineData("digest\taaaa", "digest\tzzzz", "expected 64 hex digits")]
    public void Says_where_a_damaged_table_is_damaged(string was, string now, string expected)
    {
        var text = LocalConfidenceText.Write(Invented());
        Assert.Contains(was, text, StringComparison.Ordinal);

        var refused = Assert.Throws<FormatException>(() => LocalConfidenceText.Read(new StringReader(text.Replace(was, now, StringComparison.Ordinal))));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    private static EventEntry Event(int k, double? confidence) => InventedJudgements.Event(Notice, k, confidence);

    private static LocalConfidence Invented() => new()
    {
        From = new("heliograph 0, model 0", 60, 40, 12, new('a', 64), 0.2, 0.1, 0.7, 0.8),
        VetoBelow = 0.31,
        Weights = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("event", 0.5), KeyValuePair.Create("event rule seize.verb", -1.0)]),
    };
}
