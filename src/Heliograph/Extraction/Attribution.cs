using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>One piece of the text attributed to someone: who says, thinks or fears it, with which words, and what.</summary>
/// <remarks>Source, cue and content are the terms of the PARC and PolNeAR attribution corpora.</remarks>
public sealed record Attribution
{
    /// <summary>The words that name the source, in text order; empty where the words give none ("it is said that").</summary>
    public required ImmutableArray<TextSpan> Source { get; init; }

    /// <summary>The token that heads the source, or null where the words give none.</summary>
    public required int? SourceHead { get; init; }

    /// <summary>The words that tie source to content, such as "said" or "according to"; in text order; not empty.</summary>
    public required ImmutableArray<TextSpan> Cue { get; init; }

    /// <summary>The token that heads the cue.</summary>
    public required int CueHead { get; init; }

    /// <summary>The words said, without the cue; several for a split quotation; in text order; not empty.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>Whether the words are quoted.</summary>
    public required Manner Manner { get; init; }

    /// <summary>What is done by saying it, in ledger terms: say, deny, admit, claim, accuse, warn, predict, fear, …</summary>
    public required string Act { get; init; }

    /// <summary>How the content stands to the world in the eyes of its source.</summary>
    public Commitment Commitment { get; init; }

    /// <summary>Whether the words say that it was not said, thought or planned ("did not say that").</summary>
    public bool Negated { get; init; }

    /// <summary>How openly the source is told.</summary>
    public required Naming Naming { get; init; }

    /// <summary>Whether the words keep the source's name to themselves, so that no chain of mentions may give it one.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Where it was said or written ("on Twitter"), where the words tell.</summary>
    public TextSpan? Venue { get; init; }

    /// <summary>When it was said, as the words stand ("last week"), where they tell.</summary>
    public TextSpan? Time { get; init; }

    /// <summary>How probable it is that source, cue and content each cover half or more of what a person would mark, from 0 to 1;
    /// null in a document that the tagger of statements did not read.</summary>
    public double? Confidence { get; init; }

    /// <summary>Which rule found it, so that a wrong entry can be traced to its cause.</summary>
    public required string Rule { get; init; }
}
