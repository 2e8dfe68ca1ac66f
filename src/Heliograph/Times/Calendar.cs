namespace Heliograph.Times;

/// <summary>Stretches of the Gregorian calendar; null where they leave the years 1 to 9999.</summary>
internal static class Calendar
{
    private const int LastYear = 9998; // an interval's end is the first day after it, which must be a date too

    /// <summary>The whole year.</summary>
    public static TimeInterval? Year(long year, int count = 1, TimeGranularity granularity = TimeGranularity.Year) =>
        year < 1 || year + count - 1 > LastYear
            ? null
            : new(new((int)year, 1, 1), new((int)year + count, 1, 1), granularity);

    /// <summary>Whole months from one counted from January of the year 0.</summary>
    public static TimeInterval? Months(long month, int count, TimeGranularity granularity)
    {
        if (month < 12 || month + count > 12L * (LastYear + 1)) return null;
        var start = new DateOnly((int)(month / 12), (int)(month % 12) + 1, 1);
        return new(start, start.AddMonths(count), granularity);
    }

    /// <summary>A month of a year.</summary>
    public static TimeInterval? Month(long year, int month) =>
        year is < 1 or > LastYear || month is < 1 or > 12 ? null : Months(12 * year + month - 1, 1, TimeGranularity.Month);

    /// <summary>A season; winter is the one that begins in the year.</summary>
    public static TimeInterval? Season(long year, int season) =>
        year is < 1 or > LastYear ? null : Months(12 * year + 3 * season - 1, 3, TimeGranularity.Season);

    /// <summary>Days of a month; null where the month does not have them.</summary>
    public static TimeInterval? Days(long year, int month, int day, int lastDay)
    {
        if (year is < 1 or > LastYear || month is < 1 or > 12 || day < 1 || lastDay < day) return null;
        if (lastDay > DateTime.DaysInMonth((int)year, month)) return null;
        var start = new DateOnly((int)year, month, day);
        return new(start, start.AddDays(lastDay - day + 1), TimeGranularity.Day);
    }

    /// <summary>Days from one counted from the first day of the year 1.</summary>
    public static TimeInterval? Days(long first, int count, TimeGranularity granularity = TimeGranularity.Day) =>
        first < 0 || first + count > DateOnly.MaxValue.DayNumber
            ? null
            : new(DateOnly.FromDayNumber((int)first), DateOnly.FromDayNumber((int)first + count), granularity);

    /// <summary>The calendar unit that lies so many units from the one that holds a day.</summary>
    public static TimeInterval? Shifted(DateOnly day, TimeUnit unit, long count)
    {
        if (count is < -10_000_000 or > 10_000_000) return null;
        var month = 12L * day.Year + day.Month - 1;
        return unit switch
        {
            TimeUnit.Day => Days(day.DayNumber + count, 1),
            TimeUnit.Week => Days(Monday(day) + 7 * count, 7, TimeGranularity.Week),
            TimeUnit.Fortnight => Days(Monday(day) + 14 * count, 7, TimeGranularity.Week),
            TimeUnit.Weekend => Days(Monday(day) + 5 + 7 * count, 2),
            TimeUnit.Month => Months(month + count, 1, TimeGranularity.Month),
            TimeUnit.Quarter => Months((month / 3 + count) * 3, 3, TimeGranularity.Quarter),
            TimeUnit.Year => Year(day.Year + count),
            TimeUnit.Decade => Year((day.Year / 10 + count) * 10, 10, TimeGranularity.Decade),
            TimeUnit.Century => Year(((day.Year - 1) / 100 + count) * 100 + 1, 100, TimeGranularity.Century),
            _ => null,
        };
    }

    /// <summary>The day so many units away; months and years keep the day of the month as far as it is there.</summary>
    public static DateOnly? Day(DateOnly day, TimeUnit unit, long count)
    {
        if (count is < -10_000_000 or > 10_000_000) return null;
        var days = unit switch { TimeUnit.Day => 1, TimeUnit.Week => 7, TimeUnit.Fortnight => 14, _ => 0 };
        if (days > 0) return Days(day.DayNumber + days * count, 1)?.Start;
        var months = unit switch { TimeUnit.Month => 1, TimeUnit.Quarter => 3, TimeUnit.Year => 12, TimeUnit.Decade => 120, TimeUnit.Century => 1200, _ => 0 };
        if (months == 0 || Months(12L * day.Year + day.Month - 1 + months * count, 1, TimeGranularity.Month) is null) return null;
        return day.AddMonths((int)(months * count));
    }

    /// <summary>Monday is 1, Sunday 7.</summary>
    public static int Weekday(DateOnly day) => day.DayNumber % 7 + 1; // the first day of the year 1 was a Monday

    /// <summary>Whether the interval is exactly one of these, so that one can count on from it.</summary>
    public static bool IsOne(TimeInterval interval, TimeUnit unit) =>
        Shifted(interval.Start, unit, 0) is { } whole && whole.Start <= interval.Start && interval.End <= whole.End;

    /// <summary>A third of a month, season, year, decade or century, or a quarter or half of a year; the whole where it has no such parts.</summary>
    public static TimeInterval? Part(TimeInterval whole, TimePart part)
    {
        var months = 12 * (whole.End.Year - whole.Start.Year) + whole.End.Month - whole.Start.Month;
        var first = 12L * whole.Start.Year + whole.Start.Month - 1;
        if (part >= TimePart.First) return Fraction(whole, part, first, months);
        var third = part - TimePart.Early;
        return whole.Granularity switch
        {
            TimeGranularity.Month when months == 1 => third switch
            {
                0 => Days(whole.Start.DayNumber, 10),
                1 => Days(whole.Start.DayNumber + 10, 10),
                _ => new(whole.Start.AddDays(20), whole.End, TimeGranularity.Day),
            },
            TimeGranularity.Season or TimeGranularity.Quarter when months == 3 => Months(first + third, 1, TimeGranularity.Month),
            TimeGranularity.Year when months == 12 => Months(first + 4 * third, 4, TimeGranularity.Month),
            TimeGranularity.Decade when months == 120 =>
                Year(whole.Start.Year + (third == 0 ? 0 : 1 + 3 * third), third == 0 ? 4 : 3),
            TimeGranularity.Century when months == 1200 =>
                Year(whole.Start.Year + third switch { 0 => 0, 1 => 33, _ => 67 }, third == 1 ? 34 : 33),
            _ => whole,
        };
    }

    private static TimeInterval? Fraction(TimeInterval whole, TimePart part, long first, int months) => part switch
    {
        <= TimePart.Fourth when months == 12 => Months(first + 3 * (part - TimePart.First), 3, TimeGranularity.Quarter),
        TimePart.FirstHalf or TimePart.SecondHalf when months == 12 =>
            Months(first + 6 * (part - TimePart.FirstHalf), 6, TimeGranularity.Quarter),
        TimePart.FirstHalf or TimePart.SecondHalf when months is 120 or 1200 =>
            Year(whole.Start.Year + months / 24 * (part - TimePart.FirstHalf), months / 24),
        _ => null,
    };

    private static long Monday(DateOnly day) => day.DayNumber - Weekday(day) + 1;
}
