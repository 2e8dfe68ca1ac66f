namespace Heliograph.Exports;

/// <summary>What an export does with entries that it leaves out unless asked.</summary>
public sealed record ExportOptions
{
    /// <summary>Whether entries that people rejected are written too, and into the formats that know events only (<c>gdelt</c>,
    /// <c>polecat</c>, <c>acled</c>) those without an actor, without a day, denied, or told as anything but happened or ongoing:
    /// marked as such, where the format has room.</summary>
    public bool All { get; init; }
}
