using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

public class RidgeRegressionTests
{
    [Fact]
    public void Comes_to_rest_where_what_the_rows_pull_is_what_the_ridge_holds()
    {
        // one column, twelve rows at odds of 0.7, all of them wrong: 12 · share = ridge · −weight
        var rows = Enumerable.Range(0, 12).Select(_ => new[] { (0, 1.0) }).ToArray();
        var odds = Math.Log(0.7 / 0.3);

        var weight = RidgeRegression.Fit(rows, [.. rows.Select(_ => odds)], new bool[12], 1, ridge: 2)[0];

        Assert.Equal(-2 * weight, 12 / (1 + Math.Exp(-odds - weight)), 6);
    }

    [Fact]
    public void Finds_the_lowest_cost_of_several_columns_that_go_together()
    {
        var dice = new Random(5);
        var rows = Enumerable.Range(0, 200).Select(_ => new[] { (0, 1.0), (1, 1.0), (2, dice.NextDouble()), (3 + dice.Next(3), 1.0) }).ToArray();
        var truths = rows.Select(row => dice.NextDouble() < row[2].Item2).ToArray();

        var weights = RidgeRegression.Fit(rows, new double[200], truths, 6, ridge: 2);

        for (var column = 0; column < 6; column++)
        {
            var slope = 2 * weights[column];
            for (var i = 0; i < rows.Length; i++)
            {
                var value = rows[i].Where(one => one.Item1 == column).Sum(one => one.Item2);
                var share = 1 / (1 + Math.Exp(-rows[i].Sum(one => one.Item2 * weights[one.Item1])));
                slope += (share - (truths[i] ? 1 : 0)) * value;
            }

            Assert.Equal(0, slope, 5);
        }
    }
}
