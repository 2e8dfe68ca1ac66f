using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>The words that name a source.</summary>
/// <param name="Head">The token that heads them.</param>
/// <param name="Tokens">The words.</param>
internal readonly record struct Speaker(int Head, TokenSpan Tokens);
