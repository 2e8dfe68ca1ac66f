namespace Heliograph.Ledger;

/// <summary>What a person said about an entry: that it is right, that it is wrong, or what it should say.</summary>
/// <remarks>
/// It is tied to the report and the words, not to the entry's id, so that it holds after the report is read anew. Where
/// the words no longer carry an entry of the kind it holds of nothing, and is never moved to other words.
/// </remarks>
public sealed record Correction
{
    /// <summary>Its number in the ledger; 0 before it is kept.</summary>
    public long Number { get; init; }

    /// <summary>The report, or null for a correction of an actor.</summary>
    public string? Report { get; init; }

    /// <summary>The kind of the entry, or <c>actor</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The spans of the words it is tied to, as <see cref="Corrections.Anchor"/> writes them, or an actor's id.</summary>
    public required string Anchor { get; init; }

    /// <summary>What is done.</summary>
    public required CorrectionVerb Verb { get; init; }

    /// <summary>Which field is changed; null where none is.</summary>
    public string? Field { get; init; }

    /// <summary>What it should be; null where nothing is changed.</summary>
    public string? Value { get; init; }

    /// <summary>Who says so.</summary>
    public required string Author { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, where the person told.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public bool Undone { get; init; }
}
