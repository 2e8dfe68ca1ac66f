namespace Heliograph.Store;

/// <summary>A report of the ledger without its text and entries, to be listed.</summary>
/// <param name="Number">The number of the reading that stands; later ones are higher.</param>
/// <param name="Head">The report's own line without its text, JSON.</param>
/// <param name="Entries">How many entries it holds.</param>
public sealed record HeldReport(long Number, string Head, long Entries);
