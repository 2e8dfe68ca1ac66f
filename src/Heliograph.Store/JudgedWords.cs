using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>Something a person said, with the words it is tied to.</summary>
/// <param name="Correction">What was said.</param>
/// <param name="Report">The report, as it was last read; null for a correction of an actor.</param>
/// <param name="Words">The words; empty for a correction of an actor.</param>
/// <param name="Entry">The id of the standing entry at these words; null where there is none any more, or for a correction of an actor.</param>
public sealed record JudgedWords(Correction Correction, Report? Report, string Words, string? Entry)
{
    /// <summary>Whether the words carry no standing entry of this kind any more, so that the correction holds of nothing.</summary>
    public bool IsOrphan => Report is not null && Entry is null;
}
