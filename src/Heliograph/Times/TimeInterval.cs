using System.Globalization;

namespace Heliograph.Times;

/// <summary>A stretch of days, from <see cref="Start"/> up to, but not including, <see cref="End"/>.</summary>
/// <remarks>It holds all days that the words may mean: "in 2014" is the whole year, though the deed took a day.</remarks>
public readonly record struct TimeInterval
{
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public TimeInterval(DateOnly start, DateOnly end, TimeGranularity granularity)
    {
        if (end <= start)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"An interval must end after it starts: got {start:yyyy-MM-dd} to {end:yyyy-MM-dd}."), nameof(end));
        }

        (Start, End, Granularity) = (start, end, granularity);
    }

    /// <summary>The first day inside.</summary>
    public DateOnly Start { get; }

    /// <summary>The first day after.</summary>
    public DateOnly End { get; }

    /// <summary>The unit in which both ends are told.</summary>
    public TimeGranularity Granularity { get; }

    /// <summary>Half-open interval notation, for example <c>[2014-01-01..2015-01-01) Year</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"[{Start:yyyy-MM-dd}..{End:yyyy-MM-dd}) {Granularity}");
}
