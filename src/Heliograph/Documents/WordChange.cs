namespace Heliograph.Documents;

/// <summary>A stretch of two texts: the same in both, or in one of them only.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Before">Where it stands in the older text; empty where it was added.</param>
/// <param name="After">Where it stands in the newer text; empty where it was removed. Where both are the
/// same, as long as <paramref name="Before"/> but for blanks at the end.</param>
public readonly record struct WordChange(ChangeKind Kind, TextSpan Before, TextSpan After);
