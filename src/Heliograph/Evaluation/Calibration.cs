namespace Heliograph.Evaluation;

/// <summary>Whether what is told as sure as 0.8 is right in eight of ten cases.</summary>
/// <param name="Judged">Each confidence, from 0 to 1, and whether what it is of is right.</param>
public sealed record Calibration(IReadOnlyList<(double Confidence, bool IsRight)> Judged)
{
    /// <summary>How many bins of equal width confidences are put in.</summary>
    public const int Bins = 10;

    /// <summary>One bin of confidences.</summary>
    /// <param name="Low">The lowest confidence in it; the highest is a tenth more.</param>
    /// <param name="Count">How many there are in it; 0 or more.</param>
    /// <param name="Confidence">Their mean; 0 where there are none.</param>
    /// <param name="Right">The share that is right; 0 where there are none.</param>
    public sealed record Bin(double Low, int Count, double Confidence, double Right);

    /// <summary>The bins, from the least sure; a confidence on a bound belongs to the bin above, 1 to the last.</summary>
    public IReadOnlyList<Bin> All
    {
        get
        {
            var (counts, sums, right) = (new int[Bins], new double[Bins], new int[Bins]);
            foreach (var (confidence, isRight) in Judged)
            {
                var bin = Math.Min(Bins - 1, (int)(confidence * Bins));
                counts[bin]++;
                sums[bin] += confidence;
                if (isRight) right[bin]++;
            }

            return [.. Enumerable.Range(0, Bins).Select(bin => new Bin(
                (double)bin / Bins, counts[bin], sums[bin] / Math.Max(1, counts[bin]), (double)right[bin] / Math.Max(1, counts[bin])))];
        }
    }

    /// <summary>The expected calibration error (Naeini, Cooper and Hauskrecht 2015), from 0 to 1: how far confidence and share
    /// stand apart in a bin, in the mean over all that is judged; 0 where nothing is.</summary>
    public double Error => All.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Right)) / Math.Max(1, Judged.Count);

    /// <summary>Two sets of texts taken together.</summary>
    public Calibration Add(Calibration other) => new([.. Judged, .. other.Judged]);
}
