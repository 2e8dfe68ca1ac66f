namespace Heliograph.Times;

/// <summary>What words of time mean before they are placed in the calendar.</summary>
internal abstract record TimeMeaning
{
    private TimeMeaning() { }

    public virtual bool IsAnaphoric => false;

    public virtual bool IsAbsolute => false;

    /// <summary>No stretch of days follows from the words: "recently", "for three weeks", "31 February".</summary>
    public sealed record Vague : TimeMeaning
    {
        public static Vague Instance { get; } = new();
    }

    /// <summary>The words fix the days.</summary>
    public sealed record Fixed(TimeInterval Interval) : TimeMeaning
    {
        public override bool IsAbsolute => true;
    }

    /// <summary>A day of the week, the whole weekend where <paramref name="Day"/> is 0; Monday is 1.</summary>
    public sealed record Weekday(int Day, TimeSense Sense) : TimeMeaning;

    /// <summary>A month, or a day of one, or days of one, of no told year; the weekday, where told, must agree.</summary>
    public sealed record Yearly(int Month, int Day, int LastDay, int OnWeekday, TimeSense Sense) : TimeMeaning;

    /// <summary>A month or day of a year counted from that of publication: "March last year" is −1.</summary>
    public sealed record OfYear(Yearly Day, int Years) : TimeMeaning;

    /// <summary>A season of no told year; 1 is spring.</summary>
    public sealed record Season(int Number, TimeSense Sense) : TimeMeaning;

    /// <summary>"the nineties": tens of years, of the latest century in which they are over.</summary>
    public sealed record Tens(int Value) : TimeMeaning;

    /// <summary>A calendar unit counted from that of publication: "last week" is −1, "three weeks ago" −3.</summary>
    public sealed record Shift(TimeUnit Unit, long Count) : TimeMeaning;

    /// <summary>A length of time: "three weeks"; with "in" and a clause that looks ahead, the unit so far ahead.</summary>
    public sealed record Duration(TimeUnit Unit, long? Count) : TimeMeaning;

    /// <summary>A calendar unit counted from a time told before: "the following day" is 1, "two years earlier" −2.</summary>
    public sealed record Anaphoric(TimeUnit Unit, long Count) : TimeMeaning
    {
        public override bool IsAnaphoric => true;
    }

    /// <summary>"the past three days": from so many units back up to the day of publication; ahead where positive.</summary>
    public sealed record Stretch(TimeUnit Unit, long Count) : TimeMeaning;

    /// <summary>"the end of the year": of that told before where the text narrates, of that of publication where it looks ahead.</summary>
    public sealed record Current(TimeUnit Unit) : TimeMeaning
    {
        public override bool IsAnaphoric => true;
    }

    /// <summary>A part of a stretch: "early 2014".</summary>
    public sealed record PartOf(TimeMeaning Whole, TimePart Part) : TimeMeaning
    {
        public override bool IsAnaphoric => Whole.IsAnaphoric;

        public override bool IsAbsolute => Whole.IsAbsolute;
    }

    /// <summary>From the start of one to the end of the other.</summary>
    public sealed record Range(TimeMeaning From, TimeMeaning To) : TimeMeaning
    {
        public override bool IsAnaphoric => From.IsAnaphoric || To.IsAnaphoric;

        public override bool IsAbsolute => From.IsAbsolute && To.IsAbsolute;
    }
}
