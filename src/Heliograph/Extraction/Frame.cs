using System.Collections.Immutable;

namespace Heliograph.Extraction;

/// <summary>One row of <c>frames.tsv</c>: a verb, noun or adjective with the words it takes, and the event that they tell together.</summary>
internal sealed record Frame
{
    public required string Lemma { get; init; }

    /// <summary><c>verb</c>, <c>noun</c> or <c>adj</c>.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>Whether the word has a subject: a verb, or an adjective that is said of someone.</summary>
    public bool IsVerb => PartOfSpeech is not "noun";

    /// <summary>What must stand beside the word, and what must not; may be empty.</summary>
    public required ImmutableArray<Slot> Pattern { get; init; }

    /// <summary>Slots that name the actor; the first that is filled counts.</summary>
    public required ImmutableArray<string> Actor { get; init; }

    /// <summary>Slots that name the recipient; the first that is filled counts. <c>each</c>: the actors themselves.</summary>
    public required ImmutableArray<string> Recipient { get; init; }

    public required string Type { get; init; }

    public required string? Mode { get; init; }

    public required ImmutableArray<string> Contexts { get; init; }

    public required string Cameo { get; init; }

    /// <summary>Which slot counts what: <c>killed</c>, <c>injured</c>, <c>arrested</c> or <c>displaced</c>.</summary>
    public required ImmutableArray<(string Quantity, string Slot)> Counts { get; init; }

    /// <summary>The row's own name: lemma, part of speech and its place among the rows of both, such as <c>crack.verb.2</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How much the pattern asks for; of several frames that match, the one that asks for most wins.</summary>
    public int Weight => Pattern.Sum(slot => slot.Weight);
}
