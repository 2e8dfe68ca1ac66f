using Heliograph.Extraction;

namespace Heliograph.Training.Statements;

/// <summary>Logistic regression on named features with values, by Newton's steps. Sums go in the order of the examples and of the names.</summary>
internal static class ConfidenceTraining
{
    private const int Steps = 30;
    private const int LeastCount = 5; // a feature seen in fewer statements teaches only those

    /// <summary>Learns a weight for each feature; <c>bias</c> is added to every sum.</summary>
    /// <param name="features">The features of each example; none twice.</param>
    /// <param name="right">Whether each example is right.</param>
    /// <param name="penalty">How dear a weight is: half the factor of the sum of squares. The bias costs nothing.</param>
    public static SortedDictionary<string, double> Learn(
        IReadOnlyList<IReadOnlyList<(string Name, double Value)>> features, IReadOnlyList<bool> right, double penalty)
    {
        var names = features.SelectMany(all => all).GroupBy(feature => feature.Name, StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastCount).Select(group => group.Key).Order(StringComparer.Ordinal).Prepend("bias").ToArray();
        var ids = names.Select((name, id) => (name, id)).ToDictionary(pair => pair.name, pair => pair.id, StringComparer.Ordinal);
        var rows = features.Select(all =>
        {
            var row = new double[names.Length];
            row[0] = 1;
            foreach (var (name, value) in all)
            {
                if (ids.TryGetValue(name, out var id)) row[id] = value;
            }

            return row;
        }).ToArray();
        var weights = new double[names.Length];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curve) = (new double[names.Length], new double[names.Length, names.Length]);
            for (var i = 1; i < names.Length; i++) (slope[i], curve[i, i]) = (penalty * weights[i], penalty);
            curve[0, 0] = 1e-9;
            for (var e = 0; e < rows.Length; e++) Add(rows[e], right[e], weights, slope, curve);
            var move = Solve(curve, slope);
            for (var i = 0; i < weights.Length; i++) weights[i] -= move[i];
        }

        return new(names.Select((name, id) => (name, id)).ToDictionary(pair => pair.name, pair => weights[pair.id]), StringComparer.Ordinal);
    }

    private static void Add(double[] row, bool isRight, double[] weights, double[] slope, double[,] curve)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++) sum += row[i] * weights[i];
        var share = ConfidenceModel.Bend(sum);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == 0) continue;
            slope[i] += (share - (isRight ? 1 : 0)) * row[i];
            for (var j = 0; j < row.Length; j++) curve[i, j] += share * (1 - share) * row[i] * row[j];
        }
    }

    // Gauss; the matrix is positive, so that no row needs to be exchanged.
    private static double[] Solve(double[,] matrix, double[] values)
    {
        var count = values.Length;
        var found = (double[])values.Clone();
        for (var i = 0; i < count; i++)
        {
            for (var k = i + 1; k < count; k++)
            {
                var factor = matrix[k, i] / matrix[i, i];
                for (var j = i; j < count; j++) matrix[k, j] -= factor * matrix[i, j];
                found[k] -= factor * found[i];
            }
        }

        for (var i = count - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < count; j++) found[i] -= matrix[i, j] * found[j];
            found[i] /= matrix[i, i];
        }

        return found;
    }
}
