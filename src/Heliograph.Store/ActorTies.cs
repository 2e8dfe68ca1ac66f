using System.Collections.Immutable;

namespace Heliograph.Store;

/// <summary>What someone does, what is done to them, and how much they say.</summary>
/// <param name="Given">The events they act in, by month, class and standing, in this order.</param>
/// <param name="Received">The events they are the recipient of, likewise.</param>
/// <param name="To">Whom their acts are done to, the keys in ordinal order.</param>
/// <param name="From">Who does the acts done to them, likewise.</param>
/// <param name="Said">How many statements they are the source of.</param>
public sealed record ActorTies(
    ImmutableArray<ActTally> Given, ImmutableArray<ActTally> Received, ImmutableArray<Partner> To, ImmutableArray<Partner> From, long Said);
