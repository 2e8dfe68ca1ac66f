using System.Collections.Immutable;

namespace Heliograph.Extraction;

/// <summary>A word that ties a source to a content, as the lexicon of cues holds it.</summary>
/// <param name="Lemma">Its dictionary form; a verb's particle follows after a space ("point out").</param>
/// <param name="Patterns">How its content may stand beside it.</param>
/// <param name="Prepositions">Prepositions that bring its content ("warned <c>of</c>"), in lower case; may be empty.</param>
/// <param name="Act">What is done by using it, in ledger terms: say, deny, admit, claim, accuse, …</param>
/// <param name="Denies">Whether the source speaks against the content.</param>
/// <param name="Commitment">How the content stands for the source.</param>
public sealed record Cue(
    string Lemma, CuePatterns Patterns, ImmutableArray<string> Prepositions, string Act, bool Denies, Commitment Commitment)
{
    /// <summary>Whether it takes a clause and yet attributes nothing ("ensured that").</summary>
    public bool AttributesNothing => Patterns == CuePatterns.None && Prepositions.IsEmpty;

    /// <summary>Whether the cue takes its content in this way.</summary>
    public bool Takes(CuePatterns pattern) => (Patterns & pattern) != 0;

    /// <summary>Whether this preposition brings its content.</summary>
    public bool TakesPreposition(string lemma) => Prepositions.Contains(lemma);
}
