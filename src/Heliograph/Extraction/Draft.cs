using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>An attribution in tokens, as a rule makes it, before its words are cut and it is joined with others.</summary>
/// <param name="CueHead">The token that heads the cue; drafts with the same one are one attribution.</param>
/// <param name="Cue">The runs of tokens of the cue, in text order; not empty.</param>
/// <param name="Entry">What the lexicon says of the cue.</param>
/// <param name="Source">The source, or null where the words give none.</param>
/// <param name="Content">The runs of tokens of the content; not empty.</param>
/// <param name="Rule">The rule that made it.</param>
internal sealed record Draft(
    int CueHead, ImmutableArray<TokenSpan> Cue, Cue Entry, Speaker? Source, ImmutableArray<TokenSpan> Content, string Rule)
{
    /// <summary>Whether the words say that it was not said, not thought or not planned.</summary>
    public bool Negated { get; init; }
}
