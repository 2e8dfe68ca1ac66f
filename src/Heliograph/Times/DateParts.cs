namespace Heliograph.Times;

/// <summary>The parts that a date is told by; 0 where one is not told, −1 where it is no number of a calendar.</summary>
internal readonly record struct DateParts(long Year, int Month, int Day, int LastDay, int Weekday)
{
    /// <summary>What the parts mean together.</summary>
    public TimeMeaning Meaning(TimeSense sense = TimeSense.Nearest)
    {
        if (Year == 0 && Month == 0) return new TimeMeaning.Weekday(Weekday, sense);
        if (Year == 0)
        {
            // 29 February is a day of some year, 31 February of none
            return Day > 0 && Calendar.Days(2000, Month, Day, LastDay) is null
                ? TimeMeaning.Vague.Instance
                : new TimeMeaning.Yearly(Month, Day, LastDay, Weekday, sense);
        }

        var interval = Day != 0 ? Calendar.Days(Year, Month, Day, LastDay)
            : Month != 0 ? Calendar.Month(Year, Month) : Calendar.Year(Year);
        if (interval is not { } known || (Weekday > 0 && Calendar.Weekday(known.Start) != Weekday)) return TimeMeaning.Vague.Instance;
        return new TimeMeaning.Fixed(known);
    }
}
