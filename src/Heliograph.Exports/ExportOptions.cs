namespace Heliograph.Exports;

/// <summary>What an export does with entries that it leaves out unless asked, and what it knows beyond them.</summary>
public sealed record ExportOptions
{
    /// <summary>Whether entries that people rejected are written too, and into the formats that know events only (<c>gdelt</c>,
    /// <c>polecat</c>, <c>acled</c>) those without an actor, without a day, denied, or told as anything but happened or ongoing:
    /// marked as such, where the format has room.</summary>
    public bool All { get; init; }

    /// <summary>When a report of unknown day was first read, by its id; null where that is not known either. Formats that want a date
    /// of everything leave out what has none.</summary>
    public Func<string, DateTimeOffset?> FirstRead { get; init; } = _ => null;

    /// <summary>Where feeds are read; null where they are files that nobody serves.</summary>
    public FeedAddress? Feed { get; init; }
}
