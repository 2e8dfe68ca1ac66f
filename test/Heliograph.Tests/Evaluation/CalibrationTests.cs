using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

public class CalibrationTests
{
    [Fact]
    public void Weighs_the_distance_of_each_bin_by_how_many_are_in_it()
    {
        // 0.8 to 0.9: mean 0.85, right 1 of 2; 0.2 to 0.3: mean 0.25, right 0 of 1; 1 counts with the last: right 1 of 1
        var calibration = new Calibration([(0.82, true), (0.88, false), (0.25, false), (1, true)]);

        Assert.Equal((2 * 0.35 + 0.25 + 0) / 4, calibration.Error, 12);
    }

    [Fact]
    public void Tells_of_each_bin_its_mean_and_the_share_that_is_right()
    {
        var bin = new Calibration([(0.82, true), (0.88, false)]).All[8];

        Assert.Equal((0.8, 2, 0.5), (bin.Low, bin.Count, bin.Right));
        Assert.Equal(0.85, bin.Confidence, 12);
    }

    [Fact]
    public void Puts_a_bound_in_the_bin_above()
    {
        var bins = new Calibration([.. Enumerable.Range(0, 101).Select(i => (i / 100.0, true))]).All;

        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 10, 11], bins.Select(bin => bin.Count));
    }

    [Fact]
    public void Has_no_error_where_nothing_is_judged() => Assert.Equal(0, new Calibration([]).Error);
}
