using System.Collections.Immutable;

namespace Heliograph.Store;

/// <summary>What waits to be judged.</summary>
/// <param name="Entries">The first ones, the most important uncertain one first; empty where none is left.</param>
/// <param name="Left">How many entries of the filter nobody judged.</param>
/// <param name="Judged">How many entries of the filter somebody judged.</param>
public sealed record ReviewList(ImmutableArray<ReviewEntry> Entries, long Left, long Judged);
