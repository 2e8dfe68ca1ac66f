using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="Tokens">Its tokens, the marks among them; inside one paragraph.</param>
/// <param name="Closed">Whether a closing mark was found.</param>
/// <param name="Continues">Whether it goes on with the quotation before it, which the paragraph before left open.</param>
public readonly record struct Quotation(TokenSpan Tokens, bool Closed, bool Continues);
