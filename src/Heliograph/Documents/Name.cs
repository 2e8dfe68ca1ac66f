namespace Heliograph.Documents;

/// <summary>A name in a document: a run of tokens inside one sentence, and what it names.</summary>
/// <param name="Tokens">The tokens of the name; at least one.</param>
/// <param name="Type">What it names.</param>
public readonly record struct Name(TokenSpan Tokens, NameType Type);
