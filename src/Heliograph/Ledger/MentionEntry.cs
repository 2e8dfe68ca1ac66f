using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>Words that name someone or something, and the actor or place they stand for.</summary>
public sealed record MentionEntry : Entry
{
    /// <summary>The words.</summary>
    public required Evidence Words { get; init; }

    /// <summary>What they name, or null where the words do not tell.</summary>
    public required MentionType? Names { get; init; }

    /// <summary>Whether they are a name, a description or a pronoun.</summary>
    public required MentionForm Form { get; init; }

    /// <summary>The id of the actor or place that they stand for.</summary>
    public required string Actor { get; init; }

    /// <summary>Why they stand for it, such as <c>apposition</c>; null for a name that stands for itself.</summary>
    public string? Why { get; init; }

    /// <inheritdoc/>
    public override string Kind => "mention";

    /// <inheritdoc/>
    public override string? Type => Names is { } type ? Terms.Of(type) : null;

    /// <inheritdoc/>
    public override int Position => Words.Spans[0].Start;
}
