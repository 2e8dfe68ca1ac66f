namespace Heliograph.Ledger;

/// <summary>Words of likelihood as they stand, and what a named scale makes of them.</summary>
/// <param name="Words">The words, such as "likely" or "may".</param>
/// <param name="Scale">The scale the numbers come from, or null where the words stand outside every scale.</param>
/// <param name="Low">The least probability the words stand for, from 0 to 1; null where there is no scale.</param>
/// <param name="High">The greatest probability the words stand for, from 0 to 1; null where there is no scale.</param>
public sealed record Likelihood(Evidence Words, string? Scale, double? Low, double? High);
