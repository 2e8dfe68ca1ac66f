namespace Heliograph.Times;

/// <summary>Reads dates: "Sunday, 15 August 2021", "Aug. 15", "the 15th of August", "May 2014", "Tuesday", "2014".</summary>
internal sealed class DateGrammar(TimeScan scan)
{
    /// <summary>The date that starts at an atom, and the first atom after it; null where none does.</summary>
    public (int End, DateParts Parts)? Read(int atom)
    {
        if (scan.Is(atom, TimeWord.NumericDate))
        {
            var number = scan[atom].Number;
            return (atom + 1, number < 0 ? new(-1, 0, 0, 0, 0) : new(number / 10000, (int)(number / 100 % 100), (int)(number % 100), (int)(number % 100), 0));
        }

        var weekday = scan.Weekday(atom);
        if (weekday > 0)
        {
            var after = scan.AfterStop(atom);
            var next = scan.Is(after, TimeWord.Comma) ? after + 1 : after;
            return MonthOrDay(next) is var (dateEnd, parts) && parts.Day != 0
                ? (dateEnd, parts with { Weekday = weekday })
                : (scan.Is(atom, TimeWord.Weekday) ? atom + 1 : after, new(0, 0, 0, 0, weekday));
        }

        if (MonthOrDay(atom) is { } date) return date;
        return Year(atom) is var (end, year) ? (end, new(year, 0, 0, 0, 0)) : null;
    }

    /// <summary>A year by itself: "2014", "the year 2014", "480 BC"; one before the first is −1.</summary>
    public (int End, long Year)? Year(int atom)
    {
        var at = scan.Is(atom, TimeWord.The) ? atom + 1 : atom;
        if (scan.HasForm(at, "year") && scan.Is(at + 1, TimeWord.Number))
        {
            return scan.Is(at + 2, TimeWord.Era) ? (at + 3, -1) : (at + 2, scan[at + 1].Number is > 0 and var told ? told : -1);
        }

        if (at != atom) return null;
        if (scan.Is(atom, TimeWord.About) && scan.Is(atom + 1, TimeWord.Number) && scan.Is(atom + 2, TimeWord.Era)) atom++;
        if (scan.Is(atom, TimeWord.Number) && scan.Is(atom + 1, TimeWord.Era)) return (atom + 2, Era(atom + 1, scan[atom].Number));
        if (scan.Is(atom, TimeWord.Era) && scan.Is(atom + 1, TimeWord.Number)) return (atom + 2, Era(atom, scan[atom + 1].Number));
        return scan.IsBareYear(atom) ? (atom + 1, scan[atom].Number) : null;
    }

    private long Era(int atom, long year) => scan.Form(atom)[0] is 'A' or 'a' or 'C' or 'c' && year > 0 ? year : -1;

    private (int End, DateParts Parts)? MonthOrDay(int atom)
    {
        if (scan.Month(atom) is > 0 and var month) return MonthFirst(atom, month);
        var at = scan.Is(atom, TimeWord.The) ? atom + 1 : atom;
        if (!scan.IsDayNumber(at)) return null;
        var (day, last, next) = DayRange(at);
        if (scan.Is(next, TimeWord.Of)) next++;
        month = scan.Month(next);
        if (month == 0) return null;
        var (end, year) = YearAfter(scan.AfterStop(next));
        return (end, new(year, month, day, last, 0));
    }

    private (int End, DateParts Parts) MonthFirst(int atom, int month)
    {
        var next = scan.AfterStop(atom);
        var at = scan.Is(next, TimeWord.The) ? next + 1 : next;
        var (end, year) = YearAfter(next);
        if (!scan.IsDayNumber(at) || scan.Part(at + 1) is TimeWord.Meridiem or TimeWord.Multiplier)
        {
            return (end == next ? MonthEnd(atom) : end, new(year, month, 0, 0, 0));
        }

        var (day, last, after) = DayRange(at);
        (end, year) = YearAfter(after);
        return (end, new(year, month, day, last, 0));
    }

    // The stop of "in Aug." belongs to the month
    private int MonthEnd(int atom) => scan.AfterStop(atom);

    // "4", "4th", "3–5", "3 to 5", "4/5"
    private (int Day, int Last, int End) DayRange(int atom)
    {
        var day = Day(atom);
        var next = scan.Is(atom + 1, TimeWord.Suffix) && scan.Touches(atom + 1) ? atom + 2 : atom + 1;
        if (scan.Part(next) is not (TimeWord.Dash or TimeWord.Slash or TimeWord.To or TimeWord.And) || !scan.IsDayNumber(next + 1)) return (day, day, next);
        if (scan.Part(next + 2) is TimeWord.Units or TimeWord.Unit) return (day, day, next);
        var last = Day(next + 1);
        var end = scan.Is(next + 2, TimeWord.Suffix) && scan.Touches(next + 2) ? next + 3 : next + 2;
        if (scan.Is(next, TimeWord.And) && scan.Month(end) == 0 && !scan.Is(end, TimeWord.Of)) return (day, day, next);
        return last > day ? (day, last, end) : (day, day, next);
    }

    private int Day(int atom) => scan[atom].Number is > 0 and var day ? (int)day : -1;

    private (int End, long Year) YearAfter(int atom)
    {
        var at = atom;
        if (scan.Is(at, TimeWord.Comma)) at++;
        else if (scan.Is(at, TimeWord.Of)) at++;
        if (scan.Is(at, TimeWord.Number) && scan.Is(at + 1, TimeWord.Era)) return (at + 2, Era(at + 1, scan[at].Number));
        if (!scan.IsYear(at) || scan.Is(at + 1, TimeWord.Units)) return (atom, 0);
        if (at != atom && scan.Is(atom, TimeWord.Comma) && !IsPlainYear(at)) return (atom, 0);
        return (at + 1, scan[at].Number);
    }

    private bool IsPlainYear(int atom) => scan[atom].Number is -1 or (>= 1000 and < 2200);
}
