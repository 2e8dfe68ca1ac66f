using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>A count as the words give it: exact ("150"), bounded ("at least 12") or a range ("12 to 40").</summary>
/// <param name="Low">The least it can be, or null where the words set no lower bound.</param>
/// <param name="High">The most it can be, or null where the words set no upper bound.</param>
/// <param name="Span">The words.</param>
public sealed record Quantity(long? Low, long? High, TextSpan Span);
