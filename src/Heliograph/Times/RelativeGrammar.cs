namespace Heliograph.Times;

/// <summary>Reads times told from another: "last month", "this week", "next spring", "the following day", "the past three days", "yesterday".</summary>
internal sealed class RelativeGrammar(TimeScan scan, LengthGrammar lengths)
{
    /// <summary>The expression that starts at an atom, or null.</summary>
    public TimeFind? Read(int atom)
    {
        var definite = scan.Is(atom, TimeWord.The);
        var at = definite ? atom + 1 : atom;
        return scan.Part(at) switch
        {
            TimeWord.Deictic when !definite => Deictic(at),
            TimeWord.Vague or TimeWord.Often when !definite => Lone(at),
            TimeWord.Every when !definite => Every(at),
            TimeWord.Last or TimeWord.Past or TimeWord.This or TimeWord.That or TimeWord.Same or TimeWord.Next or TimeWord.Coming
                or TimeWord.Following or TimeWord.Previous or TimeWord.Recent or TimeWord.After => Modified(at, definite),
            _ => definite ? Definite(at) : null,
        };
    }

    private TimeFind Deictic(int at)
    {
        var end = scan.Is(at + 1, TimeWord.DayPart) ? at + 2 : at + 1;
        return new(end, new TimeMeaning.Shift(TimeUnit.Day, scan[at].Number));
    }

    // "now", "daily"; not the "Daily" of a name
    private TimeFind? Lone(int at) => scan.IsCapitalised(at) && (scan.Is(at, TimeWord.Often) || scan.Tag(at) == Documents.PartOfSpeech.Propn)
        ? null
        : new(at + 1, TimeMeaning.Vague.Instance);

    private TimeFind? Every(int at)
    {
        var next = lengths.Number(at + 1) is { } number ? number.End : at + 1;
        return scan.Part(next) is TimeWord.Unit or TimeWord.Units or TimeWord.DayPart or TimeWord.Weekday or TimeWord.Season || scan.Month(next) > 0
            ? new(next + 1, TimeMeaning.Vague.Instance)
            : null;
    }

    private TimeFind? Modified(int at, bool definite)
    {
        var word = scan.Part(at);
        var next = at + 1;
        if (word == TimeWord.That && scan.Is(next, TimeWord.Same)) (word, next) = (TimeWord.Same, next + 1);
        if (word == TimeWord.This && scan.Part(next) is TimeWord.Coming or TimeWord.Past) (word, next) = (scan.Part(next), next + 1);
        if (word == TimeWord.After && !scan.HasForm(at, "following")) return null;
        if (word == TimeWord.After) word = TimeWord.Following;
        if (word == TimeWord.Past && !definite && scan.Part(at - 1) == TimeWord.None && !scan.Is(at, TimeWord.This)) return null;
        return Named(word, next) ?? Counted(word, next) ?? Unit(word, next, definite);
    }

    // "last Friday", "next spring", "this May"
    private TimeFind? Named(TimeWord word, int at)
    {
        var sense = word switch
        {
            TimeWord.Last or TimeWord.Past => TimeSense.Last,
            TimeWord.This => TimeSense.This,
            TimeWord.Next or TimeWord.Coming => TimeSense.Next,
            _ => TimeSense.Nearest,
        };
        TimeMeaning? meaning = scan.Weekday(at) is > 0 and var day ? new TimeMeaning.Weekday(day, sense)
            : scan.Month(at) is > 0 and var month ? new TimeMeaning.Yearly(month, 0, 0, 0, sense)
            : scan.Is(at, TimeWord.Season) ? new TimeMeaning.Season((int)scan[at].Number, sense)
            : scan.Is(at, TimeWord.Unit) && (TimeUnit)scan[at].Number == TimeUnit.Weekend ? new TimeMeaning.Weekday(0, sense)
            : scan.Is(at, TimeWord.Christmas) ? new TimeMeaning.Yearly(12, 25, 25, 0, sense) : null;
        if (meaning is null) return null;
        var end = scan.Is(at, TimeWord.Weekday) && scan.Is(at + 1, TimeWord.DayPart) ? at + 2 : at + 1;
        if (word is TimeWord.That or TimeWord.Same or TimeWord.Following or TimeWord.Previous or TimeWord.Recent) meaning = TimeMeaning.Vague.Instance;
        return new(end, meaning);
    }

    // "the past three days", "the next few months"
    private TimeFind? Counted(TimeWord word, int at)
    {
        if (lengths.Amount(at) is not var (unitAt, count) || lengths.Unit(unitAt) is not { } unit) return BareUnits(word, at);
        return new(unitAt + 1, Stretch(word, unit, count));
    }

    private TimeFind? BareUnits(TimeWord word, int at)
    {
        if (!scan.Is(at, TimeWord.Units) || word == TimeWord.Same) return null;
        return new(at + 1, TimeMeaning.Vague.Instance); // "recent days", "the following weeks"
    }

    private static TimeMeaning Stretch(TimeWord word, TimeUnit unit, long? count) => (word, count) switch
    {
        (_, null) => TimeMeaning.Vague.Instance,
        (TimeWord.Last or TimeWord.Past, { } back) => Backwards(unit, back),
        (TimeWord.Next or TimeWord.Coming, { } ahead) => new TimeMeaning.Stretch(unit, ahead),
        _ => TimeMeaning.Vague.Instance,
    };

    // "the past 24 hours" is a day
    private static TimeMeaning.Stretch Backwards(TimeUnit unit, long count) => unit == TimeUnit.Hour && count is 24 or 48 or 72
        ? new(TimeUnit.Day, -count / 24)
        : new(unit, -count);

    private TimeFind? Unit(TimeWord word, int at, bool definite)
    {
        if (scan.Is(at, TimeWord.DayPart)) return DayPart(word, at);
        if (scan.Is(at, TimeWord.Time)) return word is TimeWord.This or TimeWord.That or TimeWord.Same ? new(at + 1, TimeMeaning.Vague.Instance) : null;
        if (!scan.Is(at, TimeWord.Unit) || lengths.Unit(at) is not { } unit) return null;
        var isLone = !definite && unit != TimeUnit.Day; // "accused it last year of arming them"
        if (scan.Is(at + 1, TimeWord.Of) && word is not TimeWord.This && !(isLone && word is TimeWord.Last)) return new(at + 1, TimeMeaning.Vague.Instance); // "the last week of the war"
        TimeMeaning meaning = (word, definite) switch
        {
            (TimeWord.This, _) when unit == TimeUnit.Day => TimeMeaning.Vague.Instance,
            (TimeWord.This, _) => new TimeMeaning.Shift(unit, 0),
            (TimeWord.Last, false) => new TimeMeaning.Shift(unit, -1),
            (TimeWord.Last or TimeWord.Past, _) => new TimeMeaning.Stretch(unit, -1),
            (TimeWord.Coming, _) => new TimeMeaning.Shift(unit, 1),
            (TimeWord.Next, false) => new TimeMeaning.Shift(unit, 1),
            (TimeWord.Next or TimeWord.Following, _) => new TimeMeaning.Anaphoric(unit, 1),
            (TimeWord.Previous, _) => new TimeMeaning.Anaphoric(unit, -1),
            (TimeWord.That or TimeWord.Same, _) => new TimeMeaning.Anaphoric(unit, 0),
            _ => TimeMeaning.Vague.Instance,
        };
        return new(at + 1, meaning);
    }

    private TimeFind? DayPart(TimeWord word, int at) => word switch
    {
        TimeWord.Last when scan.HasForm(at, "night") || scan.HasForm(at, "evening") => new(at + 1, new TimeMeaning.Shift(TimeUnit.Day, -1)),
        TimeWord.This => new(at + 1, new TimeMeaning.Shift(TimeUnit.Day, 0)),
        TimeWord.That or TimeWord.Same => new(at + 1, new TimeMeaning.Anaphoric(TimeUnit.Day, 0)),
        TimeWord.Next or TimeWord.Following => new(at + 1, new TimeMeaning.Anaphoric(TimeUnit.Day, 1)),
        TimeWord.Previous => new(at + 1, new TimeMeaning.Anaphoric(TimeUnit.Day, -1)),
        _ => null,
    };

    // "the day before yesterday", "the day after", "the weekend"
    private TimeFind? Definite(int at)
    {
        if (scan.Is(at, TimeWord.Unit) && lengths.Unit(at) == TimeUnit.Weekend) return new(at + 1, new TimeMeaning.Weekday(0, TimeSense.Nearest));
        if (!(scan.Is(at, TimeWord.Unit) || scan.HasForm(at, "night")) || scan.Part(at + 1) is not (TimeWord.Before or TimeWord.After)) return null;
        var step = scan.Is(at + 1, TimeWord.Before) ? -1 : 1;
        var unit = lengths.Unit(at) ?? TimeUnit.Day;
        if (scan.Is(at + 2, TimeWord.Deictic) && unit == TimeUnit.Day) return new(at + 3, new TimeMeaning.Shift(TimeUnit.Day, scan[at + 2].Number + step));
        var isAlone = at + 2 >= scan.Count || scan.Part(at + 2) is TimeWord.Comma or TimeWord.Period;
        return isAlone ? new(at + 2, new TimeMeaning.Anaphoric(unit, step)) : null;
    }
}
