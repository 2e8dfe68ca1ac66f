namespace Heliograph.Store;

/// <summary>What one person judged in one go, up to the longest pause.</summary>
/// <param name="Count">How many judgements; 0 where the last one lies further back than the pause.</param>
/// <param name="Began">When the first of them was made; null where there is none.</param>
/// <param name="Last">The number of the last thing this person said that still holds, whenever that was; null where there is none.</param>
public sealed record Sitting(int Count, DateTimeOffset? Began, long? Last)
{
    /// <summary>How many judgements a minute; null before there are two.</summary>
    /// <param name="now">The time.</param>
    public double? PerMinute(DateTimeOffset now) => Count < 2 || Began is not { } began || now <= began
        ? null
        : Count / Math.Max((now - began).TotalMinutes, 1.0 / 60);
}
