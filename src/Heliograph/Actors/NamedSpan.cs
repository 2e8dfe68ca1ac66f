using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>Words of a document that are a name in the register.</summary>
/// <param name="Tokens">The words.</param>
/// <param name="Bearers">Who bears it; empty of an adjective of a state.</param>
/// <param name="StateOf">The state that an adjective or a people's name belongs to; null of other names.</param>
internal readonly record struct NamedSpan(TokenSpan Tokens, ImmutableArray<ActorMatch> Bearers, Actor? StateOf);
