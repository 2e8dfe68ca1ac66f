using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A name by the characters it covers, whatever the tokens are.</summary>
/// <param name="Span">From the first character of the name to the last.</param>
/// <param name="Type">What it names.</param>
public readonly record struct NamedSpan(TextSpan Span, NameType Type);
