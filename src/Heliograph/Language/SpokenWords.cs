using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Words quoted from someone, for telling who "I" is in them.</summary>
/// <param name="Span">The words, inside the quotation marks.</param>
/// <param name="Speaker">The token that heads the words for who says so.</param>
public readonly record struct SpokenWords(TextSpan Span, int Speaker);
