namespace Heliograph.Times;

/// <summary>Reads centuries, decades, seasons and holidays: "the 19th century", "the 1980s", "the summer of 1932", "Christmas Eve 1989".</summary>
internal sealed class AgeGrammar(TimeScan scan, DateGrammar dates)
{
    /// <summary>The expression that starts at an atom, or null.</summary>
    public TimeFind? Read(int atom)
    {
        var at = scan.Is(atom, TimeWord.The) ? atom + 1 : atom;
        return scan.Part(at) switch
        {
            TimeWord.Ordinal => Century(at + 1, scan[at].Number),
            TimeWord.Number when scan.Is(at + 1, TimeWord.Suffix) && scan.Touches(at + 1) => Century(at + 2, scan[at].Number),
            TimeWord.Number => Decade(at, at != atom),
            TimeWord.Apostrophe => ShortDecade(at, at != atom),
            TimeWord.Tens when at != atom => new(at + 1, new TimeMeaning.Tens((int)scan[at].Number)),
            TimeWord.Season => Season(at, at != atom),
            TimeWord.Christmas or TimeWord.Holiday or TimeWord.New or TimeWord.Month when at == atom => Holiday(at),
            _ => null,
        };
    }

    private TimeFind? Century(int at, long number)
    {
        if (scan.Is(at, TimeWord.Dash)) at++;
        if (scan.HasForm(at, "centuries")) return new(at + 1, TimeMeaning.Vague.Instance);
        if (scan.Part(at) is TimeWord.And or TimeWord.To or TimeWord.Dash && AndCentury(at + 1) is { } several) return several;
        if (!scan.HasForm(at, "century")) return null;
        if (scan.Is(at + 1, TimeWord.Era)) return new(at + 2, scan.Form(at + 1)[0] is 'A' or 'C' or 'a' or 'c' ? Hundred(number) : TimeMeaning.Vague.Instance);
        return new(at + 1, Hundred(number));
    }

    // "the 19th and 20th centuries"
    private TimeFind? AndCentury(int at)
    {
        if (scan.Is(at, TimeWord.Ordinal)) return scan.HasForm(at + 1, "centuries") ? new(at + 2, TimeMeaning.Vague.Instance) : null;
        return scan.Is(at, TimeWord.Number) && scan.Is(at + 1, TimeWord.Suffix) && scan.HasForm(at + 2, "centuries") ? new(at + 3, TimeMeaning.Vague.Instance) : null;
    }

    private static TimeMeaning Hundred(long number) =>
        number is > 0 and < 100 && Calendar.Year(100 * number - 99, 100, TimeGranularity.Century) is { } century
            ? new TimeMeaning.Fixed(century)
            : TimeMeaning.Vague.Instance;

    private TimeFind? Decade(int at, bool definite)
    {
        if (scan[at] is not { Digits: 4, Number: var year } || year % 10 != 0) return null;
        var isPlural = scan.Touches(at + 1) && (scan.Is(at + 1, TimeWord.Plural) || (scan.Is(at + 1, TimeWord.Possessive) && definite));
        if (!isPlural) return null;
        return new(at + 2, Calendar.Year(year, 10, TimeGranularity.Decade) is { } decade && year % 100 != 0 ? new TimeMeaning.Fixed(decade)
            : TimeMeaning.Vague.Instance); // "the 1900s" may be ten years or a hundred
    }

    // "the '80s"
    private TimeFind? ShortDecade(int at, bool definite) =>
        definite && scan[at + 1] is { Part: TimeWord.Number, Digits: 2, Number: >= 20 and var tens } && tens % 10 == 0 && scan.Touches(at + 2) && scan.Is(at + 2, TimeWord.Plural)
            ? new(at + 3, new TimeMeaning.Tens((int)tens))
            : null;

    private TimeFind? Season(int at, bool definite)
    {
        if (scan.Tag(at) is Documents.PartOfSpeech.Verb or Documents.PartOfSpeech.Adj) return null;
        var number = (int)scan[at].Number;
        var next = scan.Part(at + 1) is TimeWord.Of or TimeWord.Comma ? at + 2 : at + 1;
        if (scan.IsYear(next) && scan.Part(next + 1) is TimeWord.Dash or TimeWord.Slash && scan[next + 2] is { Part: TimeWord.Number, Digits: 2 or 4 } last
            && last.Number % 100 == (scan[next].Number + 1) % 100)
        {
            return new(next + 3, number == 4 ? Of(scan[next].Number, 4) : TimeMeaning.Vague.Instance);
        }

        if (scan.IsYear(next) && !(scan.Is(at + 1, TimeWord.Comma) && !scan.IsBareYear(next))) return new(next + 1, Of(scan[next].Number, number));
        if (scan.Is(at + 1, TimeWord.Of) || scan.HasForm(at, "fall")) return definite && scan.Is(atInFront(at), TimeWord.In) && !scan.Is(at + 1, TimeWord.Of) ? new(at + 1, new TimeMeaning.Season(number, TimeSense.Nearest)) : null;
        var isTimely = scan.Part(definite ? at - 2 : at - 1) is TimeWord.In or TimeWord.Since or TimeWord.Until or TimeWord.By or TimeWord.Of or TimeWord.Within
            or TimeWord.Early or TimeWord.Mid or TimeWord.Late or TimeWord.Before or TimeWord.After or TimeWord.Between or TimeWord.From or TimeWord.Dash;
        return isTimely ? new(at + 1, new TimeMeaning.Season(number, TimeSense.Nearest)) : null;

        static int atInFront(int season) => season - 2;
    }

    private static TimeMeaning Of(long year, int season) =>
        Calendar.Season(year, season) is { } known ? new TimeMeaning.Fixed(known) : TimeMeaning.Vague.Instance;

    private TimeFind? Holiday(int at)
    {
        var (end, day) = scan.Part(at) switch
        {
            TimeWord.Christmas when scan.Is(at + 1, TimeWord.Eve) => (at + 2, 1224),
            TimeWord.Christmas => (scan.HasForm(at + 1, "Day") ? at + 2 : at + 1, 1225),
            TimeWord.New when scan.HasForm(at + 1, "Year") && scan.Is(at + 2, TimeWord.Possessive) =>
                scan.Is(at + 3, TimeWord.Eve) ? (at + 4, 1231) : scan.HasForm(at + 3, "Day") ? (at + 4, 101) : (0, 0),
            TimeWord.Month when scan.HasForm(at, "May") && scan.HasForm(at + 1, "Day") && scan.IsCapitalised(at + 1) => (at + 2, 501),
            TimeWord.Holiday when scan.HasForm(at + 1, "Day") => (at + 2, (int)scan[at].Number),
            TimeWord.Holiday when scan[at].Number == 0 => (at + 1, 0), // "Armistice" alone is no day
            _ => (0, 0),
        };
        if (end == 0 || !scan.IsCapitalised(at)) return null;
        var next = scan.Part(end) is TimeWord.Comma or TimeWord.Of ? end + 1 : end;
        var year = scan.IsYear(next) && dates.Year(next) is not null ? scan[next].Number : 0;
        if (year != 0) end = next + 1;
        return new(end, day == 0 ? TimeMeaning.Vague.Instance : new DateParts(year, day / 100, day % 100, day % 100, 0).Meaning());
    }
}
