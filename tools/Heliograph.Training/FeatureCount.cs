using Heliograph.Language;

namespace Heliograph.Training;

/// <summary>Counts features, and gives the rows of a <see cref="BoundaryScorer"/> to those that matter most.</summary>
internal sealed class FeatureCount
{
    private const double Least = 3; // rarer features are not worth a row

    private readonly Dictionary<uint, double> _counts = [];

    /// <summary>Counts the features of one example.</summary>
    /// <param name="features">Their hashes.</param>
    /// <param name="weight">How much the example matters.</param>
    public void Add(ReadOnlySpan<uint> features, double weight)
    {
        foreach (var feature in features) _counts[feature] = _counts.GetValueOrDefault(feature) + weight;
    }

    /// <summary>For each row, the mark of the feature that it belongs to; 0 where it is free.</summary>
    /// <param name="rows">The number of rows; a power of two.</param>
    public ushort[] Marks(int rows)
    {
        var marks = new ushort[rows];
        var shift = BoundaryScorer.Shift(rows);
        var order = _counts.Where(count => count.Value >= Least)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key);
        foreach (var (feature, _) in order)
        {
            if (BoundaryScorer.Row(feature, shift, marks) >= 0) continue;
            var row = feature >> shift;
            if (marks[row] != 0) row ^= 1;
            if (marks[row] == 0) marks[row] = BoundaryScorer.Mark(feature);
        }

        return marks;
    }
}
