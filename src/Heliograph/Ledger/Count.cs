namespace Heliograph.Ledger;

/// <summary>How many people an event befell: exact (both bounds alike), bounded on one side, or a range.</summary>
/// <param name="Low">The least it can be, or null where the words set no lower bound.</param>
/// <param name="High">The most it can be, or null where the words set no upper bound.</param>
/// <param name="Words">The words that count.</param>
public sealed record Count(long? Low, long? High, Evidence Words);
