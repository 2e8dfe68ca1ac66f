namespace Heliograph.Evaluation;

/// <summary>Precision and recall whose parts are no whole numbers, as sums that can be taken together over texts.</summary>
/// <param name="Right">What is right of what was found; 0 or more.</param>
/// <param name="Found">What was found; <paramref name="Right"/> or more.</param>
/// <param name="Recalled">What was found of the gold; 0 or more.</param>
/// <param name="Gold">What there is in the gold; <paramref name="Recalled"/> or more.</param>
public readonly record struct Ratio(double Right, double Found, double Recalled, double Gold)
{
    /// <summary>From 0 to 1; 0 where nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : Right / Found;

    /// <summary>From 0 to 1; 0 where the gold holds nothing.</summary>
    public double Recall => Gold == 0 ? 0 : Recalled / Gold;

    /// <summary>The harmonic mean of precision and recall, from 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The ratios of two sets of texts taken together.</summary>
    public static Ratio operator +(Ratio left, Ratio right) => left.Add(right);

    /// <summary>The ratios of two sets of texts taken together.</summary>
    public Ratio Add(Ratio other) =>
        new(Right + other.Right, Found + other.Found, Recalled + other.Recalled, Gold + other.Gold);
}
