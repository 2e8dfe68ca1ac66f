using System.Collections.Immutable;
using System.Globalization;

namespace Heliograph.Exports;

/// <summary>What an export wrote, and what it left out.</summary>
/// <param name="Written">How many entries were written.</param>
/// <param name="LeftOut">How many were not, by the reason, in the order of the reasons; may be empty.</param>
public sealed record ExportCounts(long Written, ImmutableArray<(string Reason, long Count)> LeftOut)
{
    /// <summary>One line for people: <c>12 entries written, 3 left out (2 no actor, 1 factuality: planned)</c>.</summary>
    public override string ToString()
    {
        var written = string.Create(CultureInfo.InvariantCulture, $"{Written:N0} {(Written == 1 ? "entry" : "entries")} written");
        if (LeftOut.IsEmpty) return written;
        var reasons = string.Join(", ", LeftOut.Select(left => string.Create(CultureInfo.InvariantCulture, $"{left.Count:N0} {left.Reason}")));
        return string.Create(CultureInfo.InvariantCulture, $"{written}, {LeftOut.Sum(left => left.Count):N0} left out ({reasons})");
    }
}
