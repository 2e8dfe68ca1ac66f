using Heliograph.Extraction;

namespace Heliograph.Ledger;

/// <summary>Who says, thinks, fears, denies, orders or asks what.</summary>
public sealed record StatementEntry : Entry
{
    /// <summary>Who says it, or null where the words name nobody ("it is said that").</summary>
    public Participant? Source { get; init; }

    /// <summary>How openly the source is told.</summary>
    public required Naming Naming { get; init; }

    /// <summary>The words that tie source to content, such as "said".</summary>
    public required Evidence Cue { get; init; }

    /// <summary>The words said, without the cue.</summary>
    public required Evidence Content { get; init; }

    /// <summary>Whether the words are quoted.</summary>
    public required Manner Manner { get; init; }

    /// <summary>What is done by saying it: say, deny, admit, …</summary>
    public required string Act { get; init; }

    /// <summary><c>denied</c> where the source speaks against the content, <c>not said</c> where it is told that it was not
    /// said, thought or planned; null where it is put forward.</summary>
    public string? Polarity { get; init; }

    /// <summary>Where it was said or written, as the words stand.</summary>
    public Evidence? Venue { get; init; }

    /// <summary>When it was said, where the words tell.</summary>
    public TimeReference? Time { get; init; }

    /// <summary>How probable it is that source, cue and content are right, from 0 to 1 in hundredths; null where the line it was
    /// read from does not tell, or no model looked at the text.</summary>
    /// <remarks>Calibrated: of the statements given 0.8, eight in ten are right on articles held out (docs/accuracy.md).</remarks>
    public double? Confidence { get; init; }

    /// <summary>The confidence as Heliograph ships it, where <see cref="Confidence"/> was fitted to local corrections; null where it was not.</summary>
    public double? ShippedConfidence { get; init; }

    /// <summary>Which rule found it; empty where the line it was read from does not tell.</summary>
    public string Rule { get; init; } = "";

    /// <inheritdoc/>
    public override string Kind => "statement";

    /// <inheritdoc/>
    public override string? Type => Act;

    /// <inheritdoc/>
    public override int Position => Math.Min(
        Math.Min(Cue.Spans[0].Start, Content.Spans[0].Start), Source?.Words.Spans[0].Start ?? int.MaxValue);
}
