using System.Collections.Immutable;

namespace Heliograph.Places;

/// <summary>A country or territory, and the words for it.</summary>
/// <param name="Code">Its code (ISO 3166-1 alpha-3; XKX for Kosovo).</param>
/// <param name="Name">Its usual English name.</param>
/// <param name="Aliases">Other names; may be empty.</param>
/// <param name="Adjectives">Words for what or who belongs to it, such as <c>Syrian</c>; may be empty.</param>
/// <param name="Capital">The name of its capital; empty where it has none.</param>
/// <param name="Place">Where it lies.</param>
public sealed record Country(
    string Code, string Name, ImmutableArray<string> Aliases, ImmutableArray<string> Adjectives, string Capital, Place Place);
