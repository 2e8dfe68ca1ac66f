using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>A text cut into paragraphs, sentences and tokens; the first four columns of a <see cref="Document"/>.</summary>
/// <param name="Text">The text, untouched.</param>
/// <param name="Tokens">Where each token lies; together they cover every character that is not white space once.</param>
/// <param name="Joined">Whether the token continues the multiword token of the one before it; one per token.</param>
/// <param name="Sentences">Sentences as runs of tokens, in order; together they cover every token once.</param>
/// <param name="Paragraphs">Paragraphs likewise; no sentence crosses two.</param>
public sealed record Segmentation(
    string Text,
    ImmutableArray<TextSpan> Tokens,
    ImmutableArray<bool> Joined,
    ImmutableArray<TokenSpan> Sentences,
    ImmutableArray<TokenSpan> Paragraphs);
