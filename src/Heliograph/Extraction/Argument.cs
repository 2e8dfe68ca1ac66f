using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>One argument of an event: the words that fill a role.</summary>
/// <param name="Span">The words, without a leading preposition and without conjoined siblings.</param>
/// <param name="Head">The token that heads them.</param>
public sealed record Argument(TextSpan Span, int Head);
