using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A statement that a person marked in a report.</summary>
public sealed record GoldStatement
{
    /// <summary>Its name in the gold file, such as <c>s07</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The words that name the source, or null where the text gives none.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>Whom those words stand for, where the gold tells.</summary>
    public string? SourceActor { get; init; }

    /// <summary>The words that tie source to content, or null where the text gives none.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The words said; several for a split quotation; not empty.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }
}
