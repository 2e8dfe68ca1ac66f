using System.Collections.Immutable;

namespace Heliograph.Documents;

/// <summary>All the mentions of one person, group, organisation, state or place in a document.</summary>
/// <param name="Mentions">The mentions in text order; two or more. No two have the same tokens.</param>
/// <param name="Type">What they are mentions of.</param>
public sealed record Chain(ImmutableArray<Mention> Mentions, MentionType Type);
