using Heliograph.Analysis;
using Heliograph.Language.Networks;

namespace Heliograph.Evaluation;

/// <summary>Logistic regression with a ridge, on rows of which most columns are nought.</summary>
/// <remarks>Newton's method, each step solved by conjugate gradients; in sums and products alone, so that every machine gives the same bits.</remarks>
internal sealed class RidgeRegression
{
    private const int MostRounds = 50;
    private const int MostHalvings = 20;
    private const double Still = 1e-7;    // a round that moves no weight by more is the last
    private const double Solved = 1e-20;  // what may be left of the square of the slope, as a share

    private readonly (int Column, double Value)[][] _rows;
    private readonly double[] _start;
    private readonly bool[] _truths;
    private readonly double _ridge;

    private RidgeRegression((int, double)[][] rows, double[] start, bool[] truths, double ridge) =>
        (_rows, _start, _truths, _ridge) = (rows, start, truths, ridge);

    /// <summary>The weights of the columns.</summary>
    /// <param name="rows">The columns of each row that are not nought.</param>
    /// <param name="start">The log odds of each row where every weight is nought.</param>
    /// <param name="truths">What each row came out as.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="ridge">What half the square of a weight costs, in nats; more than 0.</param>
    public static double[] Fit((int Column, double Value)[][] rows, double[] start, bool[] truths, int columns, double ridge)
    {
        var regression = new RidgeRegression(rows, start, truths, ridge);
        var weights = new double[columns];
        for (var (round, moved) = (0, 1.0); round < MostRounds && moved > Still; round++) (weights, moved) = regression.Step(weights);
        return weights;
    }

    private (double[] Weights, double Moved) Step(double[] weights)
    {
        var slope = weights.Select(weight => _ridge * weight).ToArray();
        var curves = new double[_rows.Length];
        for (var row = 0; row < _rows.Length; row++)
        {
            var share = LocalConfidence.Share(OddsOf(row, weights));
            curves[row] = share * (1 - share);
            Add(slope, row, share - (_truths[row] ? 1 : 0));
        }

        var step = Solve(slope, curves);
        var cost = Cost(weights);
        var length = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            var next = weights.Select((weight, column) => weight - length * step[column]).ToArray();
            if (Cost(next) <= cost) return (next, length * step.Max(Math.Abs));
        }

        return (weights, 0); // as low as rounding lets it get
    }

    // Conjugate gradients: the step at which the slope would be nought, were the curves the same everywhere.
    private double[] Solve(double[] slope, double[] curves)
    {
        var (step, rest, way) = (new double[slope.Length], (double[])slope.Clone(), (double[])slope.Clone());
        var (square, first) = (Dot(rest, rest), Dot(rest, rest));
        for (var round = 0; round < slope.Length + 10 && square > Solved * first; round++)
        {
            var bent = way.Select(part => _ridge * part).ToArray();
            for (var row = 0; row < _rows.Length; row++) Add(bent, row, curves[row] * Along(row, way));
            var length = square / Dot(way, bent);
            for (var i = 0; i < step.Length; i++) (step[i], rest[i]) = (step[i] + length * way[i], rest[i] - length * bent[i]);
            var next = Dot(rest, rest);
            for (var i = 0; i < way.Length; i++) way[i] = rest[i] + next / square * way[i];
            square = next;
        }

        return step;
    }

    private double Cost(double[] weights)
    {
        var cost = _ridge / 2 * Dot(weights, weights);
        for (var row = 0; row < _rows.Length; row++)
        {
            var odds = OddsOf(row, weights);
            cost += Elementary.Log(1 + Elementary.Exp(_truths[row] ? -odds : odds));
        }

        return cost;
    }

    private double OddsOf(int row, double[] weights) => _start[row] + Along(row, weights);

    private double Along(int row, double[] way)
    {
        var sum = 0.0;
        foreach (var (column, value) in _rows[row]) sum += value * way[column];
        return sum;
    }

    private void Add(double[] sums, int row, double amount)
    {
        foreach (var (column, value) in _rows[row]) sums[column] += value * amount;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
