namespace Heliograph.Actors;

/// <summary>An actor that bears a name.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="NeedsSupport">Whether others bear the name too, so that it counts only beside other signs of the actor.</param>
public readonly record struct ActorMatch(Actor Actor, bool NeedsSupport);
