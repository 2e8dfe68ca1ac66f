using System.Globalization;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>The moments that formats ask for where a report tells none.</summary>
internal static class Dates
{
    /// <summary>The day that the shipped tables of actors and places are of: what they name, and the program itself, is dated by it,
    /// the same in every export.</summary>
    public static DateTimeOffset Tables { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset Of(DateOnly day) => new(day, default, default);

    /// <summary>What people last said about an entry, or else the moment its report came to be known; null where neither tells.</summary>
    public static DateTimeOffset? Updated(Entry entry, DateTimeOffset? known) => entry.Review?.At ?? known;

    /// <summary>To the second, in UTC.</summary>
    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
