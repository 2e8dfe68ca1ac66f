using System.Collections.Immutable;

namespace Heliograph.Store;

/// <summary>A way into the ledger: one condition of a filter whose entries an index gives, while the others are looked at one by one.</summary>
/// <param name="Branches">What the condition allows, one stretch of an index each; empty where nothing can fulfil it.</param>
/// <param name="Order">Which order the index gives the entries of a branch in.</param>
/// <param name="Conditions">The conditions that it stands for, as <see cref="Ways"/> numbers them; may be empty.</param>
internal sealed record Lead(ImmutableArray<Branch> Branches, LeadOrder Order, ImmutableArray<int> Conditions);
