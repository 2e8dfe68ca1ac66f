namespace Heliograph.Training;

/// <summary>Ridge regression on named features that are there or not.</summary>
internal static class FactualityTraining
{
    private const int LeastCount = 2; // a feature seen in one judged predicate teaches only that predicate
    private const int MaxSteps = 60; // the conjugate gradient is done long before
    private const double Done = 1e-6; // squared residual per example

    /// <summary>Learns a weight for each feature; <c>bias</c> is added to every sum.</summary>
    /// <param name="features">The features of each example; none twice.</param>
    /// <param name="values">What each example is worth.</param>
    /// <param name="penalty">How dear a weight is: the factor of the sum of squares.</param>
    public static SortedDictionary<string, double> Learn(
        IReadOnlyList<IReadOnlyCollection<string>> features, IReadOnlyList<double> values, double penalty)
    {
        var names = features.SelectMany(all => all).GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastCount).Select(group => group.Key).Order(StringComparer.Ordinal).ToArray();
        var ids = names.Select((name, id) => (name, id)).ToDictionary(pair => pair.name, pair => pair.id, StringComparer.Ordinal);
        var rows = features.Select(all => all.Where(ids.ContainsKey).Select(name => ids[name]).Append(names.Length).ToArray()).ToArray();

        var mean = values.Average();
        var weights = Solve(rows, [.. values.Select(value => value - mean)], names.Length + 1, penalty);
        var found = new SortedDictionary<string, double>(StringComparer.Ordinal) { ["bias"] = mean + weights[names.Length] };
        for (var i = 0; i < names.Length; i++) found.Add(names[i], weights[i]);
        return found;
    }

    // Conjugate gradients on (XᵀX + penalty) w = Xᵀ y
    private static double[] Solve(int[][] rows, double[] values, int count, double penalty)
    {
        var (weights, residual) = (new double[count], Transposed(rows, values, count));
        var direction = (double[])residual.Clone();
        var size = Dot(residual, residual);
        for (var step = 0; step < MaxSteps && size > Done * rows.Length; step++)
        {
            var image = Transposed(rows, [.. rows.Select(row => row.Sum(id => direction[id]))], count);
            for (var i = 0; i < count; i++) image[i] += penalty * direction[i];
            var length = size / Dot(direction, image);
            for (var i = 0; i < count; i++)
            {
                weights[i] += length * direction[i];
                residual[i] -= length * image[i];
            }

            var next = Dot(residual, residual);
            for (var i = 0; i < count; i++) direction[i] = residual[i] + next / size * direction[i];
            size = next;
        }

        return weights;
    }

    private static double[] Transposed(int[][] rows, double[] values, int count)
    {
        var sums = new double[count];
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var id in rows[i]) sums[id] += values[i];
        }

        return sums;
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++) sum += one[i] * other[i];
        return sum;
    }
}
