using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>A correction as the ledger keeps it.</summary>
/// <param name="Correction">What was said.</param>
/// <param name="IsOrphan">Whether the words it is tied to carry no standing entry of its kind any more.</param>
public sealed record KeptCorrection(Correction Correction, bool IsOrphan);
