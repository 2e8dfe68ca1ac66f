namespace Heliograph.Actors;

/// <summary>A stretch of time with ends that may be known in part, or not at all.</summary>
/// <param name="From">Its first day; null where that is unknown, or it always was so.</param>
/// <param name="To">The first day that it is so no longer; null while it is so.</param>
/// <param name="Known">The day at which its last state was last known to hold; null where nobody wrote it down.</param>
public readonly record struct Period(PartialDate? From, PartialDate? To, PartialDate? Known)
{
    /// <summary>How long after <see cref="Known"/> an open period is still taken to hold. Unit: days.</summary>
    public const int GraceDays = 183;

    /// <summary>Whether a day may lie inside, as far as the dates tell.</summary>
    public bool MayHold(DateOnly day) => (From is not { } from || from.First <= day) && (To is not { } to || day < Later(to));

    /// <summary>Whether a day lies inside for certain, and not long after the period was last known to hold.</summary>
    public bool Holds(DateOnly day)
    {
        if (From is { } from && day < from.Last) return false;
        if (To is { } to) return day < to.First;
        return Known is not { } known || day.DayNumber <= known.Last.DayNumber + GraceDays;
    }

    /// <summary>Whether the period may have ended by a day.</summary>
    public bool MayHaveEnded(DateOnly day) => To is { } to && to.First <= day;

    /// <summary>Whether two periods share a day for certain. Open ends reach for ever.</summary>
    public bool Overlaps(Period other)
    {
        var starts = Max(From?.Last ?? DateOnly.MinValue, other.From?.Last ?? DateOnly.MinValue);
        var ends = Min(To?.First ?? DateOnly.MaxValue, other.To?.First ?? DateOnly.MaxValue);
        return starts < ends;
    }

    /// <summary>The period as <c>from to to</c>, with the day it was last known at where it is open.</summary>
    public override string ToString() => To is { } to
        ? $"{From?.ToString() ?? "?"} to {to}"
        : $"since {From?.ToString() ?? "?"}" + (Known is { } known ? $" (known at {known})" : "");

    // "to 2021" may end on any day of that year; "to 2021-08-15" leaves that day out.
    private static DateOnly Later(PartialDate to) => to.First == to.Last ? to.First : to.Last;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}
