using System.Collections.Immutable;

namespace Heliograph.Store;

/// <summary>The entries that fulfil some conditions of a filter, as stretches of indexes that tell their numbers alone.</summary>
/// <param name="Branches">The stretches; an entry of any of them is one.</param>
/// <param name="Conditions">The conditions that it stands for, as <see cref="Ways"/> numbers them.</param>
/// <param name="IsLeftOut">Whether the conditions ask for all other entries.</param>
internal sealed record EntrySet(ImmutableArray<Branch> Branches, ImmutableArray<int> Conditions, bool IsLeftOut = false);
