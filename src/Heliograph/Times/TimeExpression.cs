using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Times;

/// <summary>Words of a document that tell a time, and what they mean before anyone knows the day of publication.</summary>
public sealed record TimeExpression
{
    /// <summary>The words without a preposition in front: "2014", "the night of 4 May", "between 1914 and 1918".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The same words with the preposition that ties them to the clause: "in 2014".</summary>
    public required TextSpan Phrase { get; init; }

    /// <summary>The tokens that the words without the preposition lie in; not empty.</summary>
    public required TokenSpan Tokens { get; init; }

    /// <summary>The same with the preposition.</summary>
    public TokenSpan PhraseTokens => new(Phrase.Start < Span.Start ? Tokens.Start - 1 : Tokens.Start, Tokens.End);

    /// <summary>The points that a range is told by, each without its preposition ("1914", "1918"); empty for any other expression.</summary>
    public ImmutableArray<TextSpan> Points { get; init; } = [];

    /// <summary>How what is told lies to the time.</summary>
    public TimeLink Link { get; init; }

    /// <summary>What the words mean.</summary>
    internal TimeMeaning Meaning { get; init; } = TimeMeaning.Vague.Instance;

    /// <summary>Whether the words tell how long, not when ("three weeks").</summary>
    public bool IsLength => Meaning is TimeMeaning.Duration;

    /// <summary>Whether the time depends on one told before ("the following day", "that year").</summary>
    public bool IsAnaphoric => Meaning.IsAnaphoric;

    /// <summary>Whether a month, or a day of one, is told without its year ("in May", "Aug. 15").</summary>
    internal bool IsYearly => Meaning is TimeMeaning.Yearly or TimeMeaning.PartOf { Whole: TimeMeaning.Yearly }
        or TimeMeaning.Range { To: TimeMeaning.Yearly };

    /// <summary>Whether the words alone fix the time ("15 August 2021").</summary>
    public bool IsAbsolute => Meaning.IsAbsolute;
}
