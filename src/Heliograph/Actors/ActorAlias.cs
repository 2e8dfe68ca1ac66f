namespace Heliograph.Actors;

/// <summary>One more name of an actor.</summary>
/// <param name="Text">The name.</param>
/// <param name="NeedsSupport">Whether others bear it too, so that it counts only where the report also has the actor's
/// full name, its country, or what it is part of. Written with a question mark behind it.</param>
public readonly record struct ActorAlias(string Text, bool NeedsSupport)
{
    /// <summary>The alias as it is written in the register.</summary>
    public override string ToString() => NeedsSupport ? Text + "?" : Text;
}
