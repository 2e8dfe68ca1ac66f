using System.Collections.Immutable;

namespace Heliograph.Ledger;

/// <summary>What people made of an entry: the mark it carries, and what the machine had said beneath.</summary>
/// <param name="Mark"><c>accepted</c>, <c>rejected</c> or <c>changed</c>.</param>
/// <param name="By">Who said the last word.</param>
/// <param name="At">When.</param>
/// <param name="Was">The fields that were changed and what they held before, in the order of the changes; may be empty.</param>
public sealed record Review(string Mark, string By, DateTimeOffset At, ImmutableArray<(string Field, string Value)> Was);
