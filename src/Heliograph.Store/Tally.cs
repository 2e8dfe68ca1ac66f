namespace Heliograph.Store;

/// <summary>How many entries share a key.</summary>
/// <param name="Key">A day, week, month, type, …; for a dyad and month <c>2031-05 PAK AFG 4</c>.</param>
/// <param name="Count">How many entries.</param>
/// <param name="Origins">How many independent origins tell them: copies of one story count once. 0 where they are not counted.</param>
public sealed record Tally(string Key, long Count, long Origins);
