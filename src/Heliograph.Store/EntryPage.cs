using System.Collections.Immutable;

namespace Heliograph.Store;

/// <summary>A stretch of the entries a filter asks for.</summary>
/// <param name="Entries">The entries, in the order asked for; may be empty.</param>
/// <param name="Next">What to ask with for those that follow; null at the end.</param>
public sealed record EntryPage(ImmutableArray<FoundEntry> Entries, string? Next);
