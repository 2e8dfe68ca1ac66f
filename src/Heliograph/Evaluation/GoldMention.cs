using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>One gold mention.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Head">The word that heads them.</param>
/// <param name="Type">Its type as the corpus has it, such as <c>person</c>.</param>
public readonly record struct GoldMention(TextSpan Span, TextSpan Head, string Type);
