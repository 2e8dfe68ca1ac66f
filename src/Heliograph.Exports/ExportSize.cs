using System.Globalization;

namespace Heliograph.Exports;

/// <summary>How much an export writes, told without keeping it.</summary>
public sealed record ExportSize
{
    private const long Thousand = 1_000;

    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>The format.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>How many entries it writes and leaves out; to two figures where it is not exact.</summary>
    public required ExportCounts Counts { get; init; }

    /// <summary>The bytes of its file, or of all its files before they are packed; to two figures where it is not exact.</summary>
    public required long Bytes { get; init; }

    /// <summary>Whether it was counted; otherwise it was reckoned from a sample.</summary>
    public required bool IsExact { get; init; }

    /// <summary>How many entries it writes. In GDELT's tables an event of several actors has several lines.</summary>
    public long Rows => Counts.Written;

    /// <summary>For people: <c>12 rows, 3.5 kB</c>, or <c>about 170,000 rows, about 85 MB</c>.</summary>
    public override string ToString()
    {
        var about = IsExact ? "" : "about ";
        return string.Create(CultureInfo.InvariantCulture, $"{about}{Rows:N0} {(Rows == 1 ? "row" : "rows")}, {about}{Size(Bytes)}");
    }

    /// <summary>A number of bytes for people, in thousands: <c>3.5 kB</c>, <c>85 MB</c>.</summary>
    /// <param name="bytes">0 or more.</param>
    public static string Size(long bytes)
    {
        if (bytes < Thousand) return string.Create(CultureInfo.InvariantCulture, $"{bytes} {(bytes == 1 ? "byte" : "bytes")}");
        var (size, unit) = ((double)bytes, 0);
        while (size >= Thousand - 0.5 && unit < Units.Length - 1)
        {
            size /= Thousand;
            unit++;
        }

        return $"{size.ToString(size < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)} {Units[unit]}";
    }
}
