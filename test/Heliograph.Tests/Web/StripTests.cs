using Heliograph.Store;
using Heliograph.Web.Pages.Dossiers;

namespace Heliograph.Tests.Web;

public class StripTests
{
    [Theory]
    [InlineData("2031-01", "2031-05", "month", 5, "2031-01")]
    [InlineData("2028-06", "2031-05", "month", 36, "2028-06")]
    [InlineData("2026-02", "2031-05", "quarter", 22, "2026 Q1")]
    [InlineData("2001-02", "2031-05", "year", 31, "2001")]
    public void Long_spans_become_quarters_or_years(string first, string last, string unit, int periods, string label)
    {
        var strip = Strip.Of([Act(first), Act(last)], []);

        Assert.Equal((unit, periods, label, 0L), (strip.Unit, strip.Periods.Length, strip.Periods[0].Label, strip.Earlier));
        Assert.Equal(2, strip.Sum(0, true));
    }

    [Fact]
    public void What_lies_far_back_is_counted_and_not_drawn()
    {
        var strip = Strip.Of([Act("1914-08"), Act("2031-05"), Act("")], []);

        Assert.Equal(("1996", 36, 1L, 1L), (strip.Periods[0].Label, strip.Periods.Length, strip.Earlier, strip.Undated));
    }

    [Fact]
    public void Two_strips_share_their_periods()
    {
        var (one, other) = (Strip.Of([Act("2031-01")], [Act("2031-03")]), Strip.Of([Act("2031-03")], [Act("2031-01")]));

        Assert.Equal(one.Periods.Select(period => period.Label), other.Periods.Select(period => period.Label));
        Assert.Equal([false, true, true], one.Periods.Select(period => period.IsEmpty));
    }

    [Theory]
    [InlineData("happened", false, "observed")]
    [InlineData("ongoing", true, "alleged")]
    [InlineData("planned", true, "declared")]
    [InlineData("possible", false, "declared")]
    [InlineData("did not happen", true, "denied")]
    public void An_act_is_in_one_class_by_its_factuality_and_voice(string factuality, bool voiced, string name) =>
        Assert.Equal(name, ActClass.All[ActClass.Of(new("2031-05", 4, factuality, voiced, 1))].Name);

    private static ActTally Act(string month) => new(month, 4, "happened", false, 1);
}
