namespace Heliograph.Actors;

/// <summary>What an actor is or was part of.</summary>
/// <param name="Parent">The id of the whole.</param>
/// <param name="Period">When.</param>
public readonly record struct Parentage(string Parent, Period Period);
