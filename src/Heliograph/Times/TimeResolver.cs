namespace Heliograph.Times;

/// <summary>Places expressions of time in the calendar.</summary>
/// <remarks>
/// What intervals mean is written down in docs/decisions/0009-times.md. Without a day of publication only absolute words
/// are placed, and what is told from a time before. What is not certain is left out.
/// </remarks>
public static class TimeResolver
{
    private const int YearsAround = 9; // 29 February is at most eight years away

    /// <summary>The days that an expression may mean, or null where words and day of publication do not settle them.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="published">The day of publication, where it is known.</param>
    /// <param name="tense">Which way the clause around the expression looks.</param>
    /// <param name="before">The time told last before it, for "the following day" and its like; null where none is.</param>
    public static TimeInterval? Resolve(TimeExpression expression, DateOnly? published, TimeTense tense, TimeInterval? before = null)
    {
        if (Named(expression, published, tense, before) is not { } named) return null;
        return expression.Link switch
        {
            TimeLink.Within or TimeLink.In => named,
            TimeLink.Since => published is { } day && tense != TimeTense.Future && named.Start <= day ? To(named.Start, day) : null,
            TimeLink.Until or TimeLink.By => published is { } day && tense == TimeTense.Future && named.End > day
                ? new(day, named.End, TimeGranularity.Day)
                : null,
            _ => null,
        };
    }

    /// <summary>The days that the words name, whatever preposition stands before them: 2014 of "after 2014".</summary>
    public static TimeInterval? Named(TimeExpression expression, DateOnly? published, TimeTense tense, TimeInterval? before = null)
    {
        if (expression.Meaning is TimeMeaning.Duration { Count: { } count } length)
        {
            var isAhead = expression.Link == TimeLink.In && tense == TimeTense.Future;
            return isAhead && published is { } day ? Calendar.Shifted(day, length.Unit, count) : null;
        }

        return Place(expression.Meaning, published, tense, before);
    }

    private static TimeInterval? Place(TimeMeaning meaning, DateOnly? published, TimeTense tense, TimeInterval? before) => meaning switch
    {
        TimeMeaning.Fixed known => known.Interval,
        TimeMeaning.PartOf part => Part(part, published, tense, before),
        TimeMeaning.Range range => Range(range, published, tense, before),
        TimeMeaning.Anaphoric told => before is { } last && Calendar.IsOne(last, told.Unit) ? Calendar.Shifted(last.Start, told.Unit, told.Count) : null,
        TimeMeaning.Current current when tense != TimeTense.Future =>
            before is { } last && Calendar.IsOne(last, current.Unit) ? Calendar.Shifted(last.Start, current.Unit, 0) : null,
        TimeMeaning.Yearly yearly when before is { } last => InNarration(yearly, last),
        _ => published is { } day ? From(meaning, day, tense) : null,
    };

    private static TimeInterval? From(TimeMeaning meaning, DateOnly day, TimeTense tense) => meaning switch
    {
        TimeMeaning.Shift shift => Calendar.Shifted(day, shift.Unit, shift.Count),
        TimeMeaning.Current current => Calendar.Shifted(day, current.Unit, 0),
        TimeMeaning.Stretch { Count: < 0 } back => Calendar.Day(day, back.Unit, back.Count) is { } start ? To(start, day) : null,
        TimeMeaning.Stretch ahead => Calendar.Day(day, ahead.Unit, ahead.Count) is { } end ? To(day, end) : null,
        TimeMeaning.Tens tens => Nearest(century => Calendar.Year((day.Year / 100 + century) * 100 + tens.Value, 10, TimeGranularity.Decade), day, TimeSense.Last, tense),
        TimeMeaning.Weekday weekday => weekday.Sense == TimeSense.This && tense is not (TimeTense.Past or TimeTense.Future) ? Week(weekday, day, 0)
            : Nearest(week => Week(weekday, day, week), day, weekday.Sense, tense),
        TimeMeaning.OfYear told => Year(told.Day, day.Year + told.Years),
        TimeMeaning.Season season => Nearest(year => Calendar.Season(day.Year + year, season.Number), day, season.Sense, tense),
        TimeMeaning.Yearly yearly when yearly.OnWeekday > 0 => OnWeekday(yearly, day, tense),
        TimeMeaning.Yearly yearly => Nearest(year => Year(yearly, day.Year + year), day, yearly.Sense, tense),
        _ => null,
    };

    // Both days included
    private static TimeInterval? To(DateOnly first, DateOnly last) =>
        last == DateOnly.MaxValue ? null : new(first, last.AddDays(1), TimeGranularity.Day);

    // Of what comes round again, the one that is meant; candidates are numbered from that of the day of publication
    private static TimeInterval? Nearest(Func<int, TimeInterval?> candidate, DateOnly day, TimeSense sense, TimeTense tense)
    {
        if (sense == TimeSense.This) return candidate(0);
        var back = sense == TimeSense.Last || (sense == TimeSense.Nearest && tense == TimeTense.Past);
        if (!back && sense == TimeSense.Nearest && tense != TimeTense.Future) return null;
        for (var step = -1; step <= 2 * YearsAround; step++)
        {
            var place = -step; // one ahead, then this one, then back
            if (candidate(back ? place : -place) is not { } one) continue;
            var fits = (back, sense) switch
            {
                (true, TimeSense.Last) => one.End <= day,
                (true, _) => one.Start <= day,
                (false, TimeSense.Next) => one.Start > day,
                _ => one.End > day,
            };
            if (fits) return one;
        }

        return null;
    }

    private static TimeInterval? Week(TimeMeaning.Weekday weekday, DateOnly day, int week)
    {
        var monday = day.DayNumber - Calendar.Weekday(day) + 1 + 7L * week;
        return weekday.Day == 0 ? Calendar.Days(monday + 5, 2) : Calendar.Days(monday + weekday.Day - 1, 1);
    }

    private static TimeInterval? Year(TimeMeaning.Yearly yearly, int year) =>
        yearly.Day == 0 ? Calendar.Month(year, yearly.Month) : Calendar.Days(year, yearly.Month, yearly.Day, yearly.LastDay);

    // "Tuesday, 17 August": the weekday must agree with the nearest such day
    private static TimeInterval? OnWeekday(TimeMeaning.Yearly yearly, DateOnly day, TimeTense tense) =>
        Nearest(year => Year(yearly, day.Year + year), day, yearly.Sense, tense) is { } found && Calendar.Weekday(found.Start) == yearly.OnWeekday ? found : null;

    // "In 1952 war broke out. In May …": of that year, and not before what was told
    private static TimeInterval? InNarration(TimeMeaning.Yearly yearly, TimeInterval before)
    {
        if (!Calendar.IsOne(before, TimeUnit.Year) || yearly.Sense != TimeSense.Nearest) return null;
        return Year(yearly, before.Start.Year) is { } found && found.End > before.Start
            && (yearly.OnWeekday == 0 || Calendar.Weekday(found.Start) == yearly.OnWeekday) ? found : null;
    }

    private static TimeInterval? Part(TimeMeaning.PartOf part, DateOnly? published, TimeTense tense, TimeInterval? before)
    {
        if (Place(part.Whole, published, tense, before) is not { } whole) return null;
        if (part.Part is not (TimePart.Sooner or TimePart.Later)) return Calendar.Part(whole, part.Part);
        if (part.Whole is not TimeMeaning.Shift || published is not { } day || day < whole.Start || day >= whole.End) return whole;
        if (whole.End == whole.Start.AddDays(1)) return whole; // "later today"
        return part.Part == TimePart.Sooner
            ? day > whole.Start ? new(whole.Start, day, TimeGranularity.Day) : null
            : day.AddDays(1) < whole.End ? new(day.AddDays(1), whole.End, TimeGranularity.Day) : null;
    }

    private static TimeInterval? Range(TimeMeaning.Range range, DateOnly? published, TimeTense tense, TimeInterval? before)
    {
        TimeInterval? from, to;
        if (before is null && published is not null && tense == TimeTense.Past && !range.To.IsAbsolute)
        {
            to = Place(range.To, published, tense, before);
            from = to is { } end ? Place(range.From, end.Start, tense, before) : null;
        }
        else
        {
            from = Place(range.From, published, tense, before);
            to = Place(range.To, from is { } start && !range.To.IsAbsolute && before is null ? start.Start : published, tense, before);
        }

        if (from is not { } first || to is not { } last || last.End <= first.Start || last.Start < first.Start) return null;
        var granularity = first.Granularity == last.Granularity ? first.Granularity : TimeGranularity.Day;
        return new(first.Start, last.End, granularity);
    }
}
