namespace Heliograph.Actors;

/// <summary>Where a row of the register stands.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Its line there, counted from 1.</param>
public readonly record struct RegisterPlace(string File, int Line)
{
    /// <summary>The place as <c>file:line</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}");
}
