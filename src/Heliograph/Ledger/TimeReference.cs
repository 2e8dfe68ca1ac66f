using Heliograph.Times;

namespace Heliograph.Ledger;

/// <summary>When something was: the words, and the days that they mean.</summary>
/// <param name="Words">The words, with their preposition.</param>
/// <param name="Interval">The days, or null where words and day of publication do not settle them.</param>
public sealed record TimeReference(Evidence Words, TimeInterval? Interval);
