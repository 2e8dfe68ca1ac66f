namespace Heliograph.Evaluation;

/// <summary>How many things a gold annotation holds, how many a system found, and how many of those are right.</summary>
/// <param name="Gold">How many there are in the gold annotation; 0 or more.</param>
/// <param name="System">How many the system found; 0 or more.</param>
/// <param name="Correct">How many the two share; at most the lesser of the others.</param>
public readonly record struct Tally(int Gold, int System, int Correct)
{
    /// <summary>The share of what was found that is right, from 0 to 1; 0 where nothing was found.</summary>
    public double Precision => System == 0 ? 0 : (double)Correct / System;

    /// <summary>The share of the gold that was found, from 0 to 1; 0 where there is none.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>The harmonic mean of precision and recall, from 0 to 1; 0 where both sides are empty.</summary>
    public double F1 => Gold + System == 0 ? 0 : 2.0 * Correct / (Gold + System);

    /// <summary>The tally of two sets of texts taken together.</summary>
    public static Tally operator +(Tally left, Tally right) => left.Add(right);

    /// <summary>The tally of two sets of texts taken together.</summary>
    public Tally Add(Tally other) => new(Gold + other.Gold, System + other.System, Correct + other.Correct);
}
