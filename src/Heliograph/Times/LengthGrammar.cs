namespace Heliograph.Times;

/// <summary>Reads lengths of time and how they are counted: "three weeks ago", "two years earlier", "the past three days".</summary>
internal sealed class LengthGrammar(TimeScan scan)
{
    /// <summary>A length that starts at an atom, with what it is counted from.</summary>
    public TimeFind? Read(int atom)
    {
        var at = Approximate(atom);
        if (Amount(at) is not var (unitAt, count)) return BareUnits(atom);
        if (Unit(unitAt) is not { } unit || at == unitAt) return null;
        if (unit == TimeUnit.Quarter && !scan.Is(unitAt + 1, TimeWord.Ago)) return null; // "three quarters"
        var end = unitAt + 1;
        if (scan.Is(end, TimeWord.Old) || (scan.Is(end, TimeWord.Dash) && scan.Is(end + 1, TimeWord.Old))) return null; // an age
        return Counted(end, unit, count);
    }

    /// <summary>How many: "three", "25", "two hundred", "a", "a few"; and the atom of the unit. Null for a count that is not told.</summary>
    public (int End, long? Count)? Amount(int atom)
    {
        if (Number(atom) is var (end, value)) return (Joint(end), value < 0 ? null : value);
        if (scan.Is(atom, TimeWord.A))
        {
            if (!scan.Is(atom + 1, TimeWord.Amount) && !scan.Is(atom + 1, TimeWord.Half)) return scan.Is(atom + 1, TimeWord.Unit) ? (atom + 1, 1) : null;
            return (AfterAmount(atom + 1), null);
        }

        return scan.Is(atom, TimeWord.Amount) || scan.Is(atom, TimeWord.Half) ? (AfterAmount(atom), null) : null;
    }

    /// <summary>The unit that an atom names, or null.</summary>
    public TimeUnit? Unit(int atom)
    {
        if (scan.Part(atom) is TimeWord.Unit or TimeWord.Units) return (TimeUnit)scan[atom].Number;
        if (scan.Part(atom) is TimeWord.DayPart && scan.Form(atom)[^1] is 's' or 'S') return TimeUnit.Hour;
        if (scan.HasForm(atom, "nights") || scan.HasForm(atom, "seconds")) return TimeUnit.Hour;
        return scan.HasForm(atom, "summers") || scan.HasForm(atom, "winters") ? TimeUnit.Season : null;
    }

    /// <summary>A number in digits or words, without its unit; −1 where it is none that can be counted with.</summary>
    public (int End, long Value)? Number(int atom)
    {
        if (scan.Part(atom) is TimeWord.Number or TimeWord.Grouped)
        {
            var value = scan[atom].Number;
            if (!scan.Is(atom + 1, TimeWord.Multiplier)) return (atom + 1, value);
            return (atom + 2, value is >= 0 and < 1_000_000 ? value * scan[atom + 1].Number : -1);
        }

        if (scan.Part(atom) is TimeWord.A && scan.Is(atom + 1, TimeWord.Multiplier)) return (atom + 2, scan[atom + 1].Number);
        if (!scan.Is(atom, TimeWord.Cardinal)) return scan.Is(atom, TimeWord.Multiplier) ? (atom + 1, scan[atom].Number) : null;
        var (total, at) = (scan[atom].Number, atom + 1);
        if (total >= 20)
        {
            var next = scan.Is(at, TimeWord.Dash) ? at + 1 : at;
            if (scan.Is(next, TimeWord.Cardinal) && scan[next].Number < 10) (total, at) = (total + scan[next].Number, next + 1);
        }

        for (; scan.Is(at, TimeWord.Multiplier); at++) total = total < 1_000_000 ? total * scan[at].Number : -1;
        return (at, total);
    }

    // "more than", "at least", "nearly", "some"
    private int Approximate(int atom)
    {
        if (scan.Is(atom, TimeWord.More) && scan.Is(atom + 1, TimeWord.Than)) return atom + 2;
        if (scan.Is(atom, TimeWord.About)) return atom + 1;
        return scan.Is(atom, TimeWord.Amount) && scan.HasForm(atom, "some") && Number(atom + 1) is not null ? atom + 1 : atom;
    }

    // "three or four", "two to three", "two-week", "one and a half"
    private int Joint(int end)
    {
        if (scan.Part(end) is TimeWord.Or or TimeWord.To or TimeWord.Dash && Number(end + 1) is { } other) return other.End;
        if (scan.Is(end, TimeWord.And) && scan.Is(end + 1, TimeWord.A) && scan.Is(end + 2, TimeWord.Half)) return end + 3;
        if (scan.Is(end, TimeWord.Dash) && Unit(end + 1) is not null) return end + 1;
        return scan.Is(end, TimeWord.More) ? end + 1 : end;
    }

    private int AfterAmount(int atom)
    {
        var at = atom + 1;
        while (scan.Part(at) is TimeWord.Of or TimeWord.A or TimeWord.Dash or TimeWord.More) at++;
        return at;
    }

    // "for years", "decades ago"
    private TimeFind? BareUnits(int atom)
    {
        if (!scan.Is(atom, TimeWord.Units) || Unit(atom) is not { } unit || unit == TimeUnit.Quarter) return null;
        if (Counted(atom + 1, unit, null) is { } counted && counted.End > atom + 1) return counted;
        return scan.HasForm(atom - 1, "for") ? new(atom + 1, TimeMeaning.Vague.Instance) : null;
    }

    private TimeFind Counted(int end, TimeUnit unit, long? count) => scan.Part(end) switch
    {
        TimeWord.Ago => new(end + 1, count is { } back ? new TimeMeaning.Shift(unit, -back) : TimeMeaning.Vague.Instance),
        TimeWord.Earlier => new(end + 1, Told(unit, -count)),
        TimeWord.Later => new(end + 1, Told(unit, count)),
        TimeWord.Before when EndsHere(end + 1) => new(end + 1, Told(unit, -count)),
        TimeWord.After when EndsHere(end + 1) => new(end + 1, Told(unit, count)),
        _ => new(end, new TimeMeaning.Duration(unit, count)),
    };

    private static TimeMeaning Told(TimeUnit unit, long? count) =>
        count is { } known ? new TimeMeaning.Anaphoric(unit, known) : TimeMeaning.Vague.Instance;

    // "two years before.", not "two years before the war"
    private bool EndsHere(int atom) => atom >= scan.Count || scan.Part(atom) is TimeWord.Comma or TimeWord.Period || scan.Form(atom) is ";" or ")" or "." or "!" or "?";
}
