namespace Heliograph.Store;

/// <summary>An entry as a page of the ledger holds it, not read yet.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Report">That of its report.</param>
/// <param name="Day">The day it is sorted by.</param>
/// <param name="Json">Its line, as it was read last.</param>
/// <param name="Sorted">What the page is sorted by.</param>
internal sealed record EntryRow(long Number, long Report, string Day, string Json, object Sorted);
