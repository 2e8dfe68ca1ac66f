using System.Collections.Immutable;

namespace Heliograph.Store;

/// <summary>A way into the ledger: one condition of a filter whose entries an index gives, while the others are looked at one by one.</summary>
/// <param name="Branches">What the condition allows, one stretch of an index each; empty where nothing can fulfil it.</param>
/// <param name="Order">Which order the index gives the entries of a branch in.</param>
/// <param name="Condition">The condition that it stands for, as <see cref="Ways"/> numbers them; -1 for none.</param>
/// <param name="Few">Up to how many entries it is quicker to gather all of them than to walk another way in until a page is full.</param>
internal sealed record Lead(ImmutableArray<Branch> Branches, LeadOrder Order, int Condition, int Few = 25_000);
