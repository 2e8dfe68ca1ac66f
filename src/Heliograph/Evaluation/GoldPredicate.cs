using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A word of which people judged whether what it tells happened.</summary>
/// <param name="Id">Its id in the gold file.</param>
/// <param name="Span">Where it stands in its sentence; in code units.</param>
/// <param name="Value">The mean of the judgements: from −3, surely not, to +3, surely.</param>
public sealed record GoldPredicate(string Id, TextSpan Span, double Value);
