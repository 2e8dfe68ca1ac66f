using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>An event that a person marked in a report.</summary>
public sealed record GoldEvent
{
    /// <summary>Its name in the gold file, such as <c>e03</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The PLOVER types that count as right, the best first; not empty.</summary>
    public required ImmutableArray<string> Types { get; init; }

    /// <summary>Who did it, by name, or null where the text gives nobody.</summary>
    public string? Actor { get; init; }

    /// <summary>To whom, by name, or null where the text gives nobody.</summary>
    public string? Recipient { get; init; }

    /// <summary>The words that tell the event.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>In the ledger's words (<c>happened</c>, <c>did not happen</c> …), or <c>alleged</c>: told, but not by the
    /// outlet in its own voice.</summary>
    public required string Factuality { get; init; }
}
