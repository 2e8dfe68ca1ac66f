namespace Heliograph.Times;

/// <summary>Reads one expression of time from a run of atoms: points, their parts, and ranges between two of them.</summary>
internal sealed class TimeGrammar
{
    private const int MaxDepth = 3; // "the end of the late 1990s"

    private readonly TimeScan _scan;
    private readonly DateGrammar _dates;
    private readonly LengthGrammar _lengths;
    private readonly RelativeGrammar _relative;
    private readonly AgeGrammar _ages;

    public TimeGrammar(TimeScan scan)
    {
        (_scan, _dates, _lengths) = (scan, new(scan), new(scan));
        (_relative, _ages) = (new(scan, _lengths), new(scan, _dates));
    }

    /// <summary>The longest expression that starts at an atom, or null.</summary>
    public TimeFind? At(int atom)
    {
        if (_scan.Is(atom, TimeWord.Between)) return Pair(atom + 1, isBetween: true) is { } between ? between : null;
        if (_scan.Is(atom, TimeWord.From)) return Pair(atom + 1, isBetween: false);
        return Fiscal(atom) ?? Pair(atom, isBetween: null) ?? Point(atom, 0);
    }

    // "between 1914 and 1918", "from May to July", "1939–45", "the 1860s and 1870s"
    private TimeFind? Pair(int atom, bool? isBetween)
    {
        if (Short(atom) is { } years && isBetween is null) return years;
        if (Point(atom, 0) is not { } from) return null;
        var isJoint = isBetween switch
        {
            true => _scan.Is(from.End, TimeWord.And),
            false => _scan.Part(from.End) is TimeWord.To or TimeWord.Until or TimeWord.Dash,
            null => IsJoint(from),
        };
        if (!isJoint || Point(from.End + 1, 0) is not { } to || !CanPair(from.Meaning, to.Meaning)) return null;
        if (isBetween is null && _scan.Is(from.End, TimeWord.And) && from.Meaning.IsAbsolute != to.Meaning.IsAbsolute) return null;
        return new(to.End, Joined(from.Meaning, to.Meaning), [(atom, from.End), (from.End + 1, to.End)]);
    }

    private bool IsJoint(TimeFind from) => _scan.Part(from.End) switch
    {
        TimeWord.Dash => true,
        TimeWord.To => from.Meaning is TimeMeaning.Fixed or TimeMeaning.Yearly or TimeMeaning.Weekday,
        TimeWord.And => from.Meaning is TimeMeaning.Fixed { Interval.Granularity: TimeGranularity.Decade },
        _ => false,
    };

    private static bool CanPair(TimeMeaning from, TimeMeaning to) => IsPoint(from) && IsPoint(to)
        && (from is TimeMeaning.Weekday == to is TimeMeaning.Weekday || to.IsAbsolute);

    private static bool IsPoint(TimeMeaning meaning) => meaning switch
    {
        TimeMeaning.Fixed or TimeMeaning.Yearly or TimeMeaning.Weekday or TimeMeaning.Season or TimeMeaning.Shift or TimeMeaning.Tens => true,
        TimeMeaning.PartOf part => IsPoint(part.Whole),
        _ => false,
    };

    // The first takes its year from the second: "5 March to 9 June 1944"
    private static TimeMeaning.Range Joined(TimeMeaning from, TimeMeaning to)
    {
        if (from is not TimeMeaning.Yearly first || to is not TimeMeaning.Fixed { Interval: var end }) return new TimeMeaning.Range(from, to);
        var year = end.Start.Year - (first.Month > end.Start.Month ? 1 : 0);
        return new TimeMeaning.Range(new DateParts(year, first.Month, first.Day, first.LastDay, first.OnWeekday).Meaning(), to);
    }

    // "1939–45"; before "season" and its like it is left alone
    private TimeFind? Short(int atom)
    {
        if (_scan.Is(atom, TimeWord.The) && Years(atom + 1) is { } season && IsSchoolYear(season.End)) return new(season.End + 1, TimeMeaning.Vague.Instance);
        if (Years(atom) is not { } years) return null;
        if (IsSchoolYear(years.End)) return new(years.End + 1, TimeMeaning.Vague.Instance);
        return years.Meaning == TimeMeaning.Vague.Instance ? null : years;
    }

    private TimeFind? Years(int atom)
    {
        if (!_scan.IsYear(atom) || !(_scan.Is(atom + 1, TimeWord.Dash) || _scan.Is(atom + 1, TimeWord.Slash)) || !_scan.Is(atom + 2, TimeWord.Number)) return null;
        var (first, second) = (_scan[atom].Number, _scan[atom + 2].Number);
        if (_scan[atom + 2].Digits is not (2 or 4) || first is < 1000 or > 2199) return null;
        var last = _scan[atom + 2].Digits == 2 ? first / 100 * 100 + second : second;
        if (last <= first || last > 2199 || Calendar.Year(first) is not { } from || Calendar.Year(last) is not { } to) return null;
        return new(atom + 3, new TimeMeaning.Range(new TimeMeaning.Fixed(from), new TimeMeaning.Fixed(to)), [(atom, atom + 1), (atom + 2, atom + 3)]);
    }

    private bool IsSchoolYear(int atom) =>
        _scan.Is(atom, TimeWord.Fiscal) || _scan.HasForm(atom, "season") || _scan.HasForm(atom, "term") || _scan.HasForm(atom, "session")
        || _scan.HasForm(atom, "campaign") || _scan.HasForm(atom, "budget");

    // "fiscal 2021-22", "the academic year 2020/21", "the 2021 fiscal year"
    private TimeFind? Fiscal(int atom)
    {
        var at = _scan.Is(atom, TimeWord.The) ? atom + 1 : atom;
        if (!_scan.Is(at, TimeWord.Fiscal)) return null;
        var next = _scan.HasForm(at + 1, "year") ? at + 2 : at + 1;
        if (Years(next) is { } years) return new(years.End, TimeMeaning.Vague.Instance);
        if (_scan.IsYear(next)) return new(next + 1, TimeMeaning.Vague.Instance);
        return next > at + 1 ? new(next, TimeMeaning.Vague.Instance) : null;
    }

    private TimeFind? Point(int atom, int depth)
    {
        var found = TimeFind.Longer(_relative.Read(atom), _lengths.Read(atom));
        found = TimeFind.Longer(found, _ages.Read(atom));
        found = TimeFind.Longer(found, Date(atom));
        if (depth == MaxDepth) return found;
        found = TimeFind.Longer(found, PartOf(atom, depth));
        found = TimeFind.Longer(found, DayPart(atom, depth));
        return TimeFind.Longer(found, UnitsOf(atom, depth));
    }

    private TimeFind? Date(int atom)
    {
        if (_dates.Read(atom) is not var (end, parts)) return null;
        var meaning = parts.Meaning();
        if (parts.Weekday > 0 && _scan.Is(end, TimeWord.DayPart)) end++;
        if (meaning is TimeMeaning.Yearly yearly && YearBeside(end) is var (after, years)) return new(after, new TimeMeaning.OfYear(yearly, years));
        return new(end, meaning);
    }

    // "in March last year", "on 28 April of this year"
    private (int End, int Years)? YearBeside(int atom)
    {
        var at = _scan.Is(atom, TimeWord.Of) ? atom + 1 : atom;
        if (!_scan.HasForm(at + 1, "year")) return null;
        return _scan.Part(at) switch
        {
            TimeWord.Last => (at + 2, -1),
            TimeWord.This => (at + 2, 0),
            TimeWord.Next => (at + 2, 1),
            _ => null,
        };
    }

    // "early on Tuesday", "mid-2014", "the end of 1953", "later that year", "the first half of 2019"
    private TimeFind? PartOf(int atom, int depth)
    {
        var definite = _scan.Is(atom, TimeWord.The);
        var at = definite ? atom + 1 : atom;
        var next = at + 1;
        TimePart part;
        switch (_scan.Part(at))
        {
            case TimeWord.Early or TimeWord.Start: part = TimePart.Early; break;
            case TimeWord.Mid: part = TimePart.Mid; break;
            case TimeWord.Late or TimeWord.Finish: part = TimePart.Late; break;
            case TimeWord.Earlier when !definite: part = TimePart.Sooner; break;
            case TimeWord.Later when !definite: part = TimePart.Later; break;
            case TimeWord.Ordinal or TimeWord.Last when Fraction(at) is { } fraction: (part, next) = (fraction, at + 2); break;
            default: return null;
        }

        if (_scan.Is(next, TimeWord.Dash)) next++;
        if (_scan.Part(at) is TimeWord.Start or TimeWord.Finish && !_scan.Is(next, TimeWord.Of)) return null;
        if (_scan.Part(next) is TimeWord.Of or TimeWord.In || _scan.HasForm(next, "on") || _scan.HasForm(next, "during")) next++;
        if (Point(next, depth + 1) is { } whole && whole.Meaning is not TimeMeaning.Duration) return new(whole.End, new TimeMeaning.PartOf(whole.Meaning, part));
        return Current(next) is { } unit && _scan.Part(next - 1) is TimeWord.Of or TimeWord.In
            ? new(next + 2, new TimeMeaning.PartOf(new TimeMeaning.Current(unit), part))
            : null;
    }

    // "the end of the year"
    private TimeUnit? Current(int atom) =>
        _scan.Is(atom, TimeWord.The) && _scan.Is(atom + 1, TimeWord.Unit) && !_scan.Is(atom + 2, TimeWord.Of) ? _lengths.Unit(atom + 1) : null;

    private TimePart? Fraction(int at)
    {
        var number = _scan.Is(at, TimeWord.Last) ? 0 : _scan[at].Number;
        if (_scan.Is(at + 1, TimeWord.Half)) return number switch { 0 or 2 => TimePart.SecondHalf, 1 => TimePart.FirstHalf, _ => null };
        return _scan.HasForm(at + 1, "quarter") && number is >= 1 and <= 4 && _scan.Is(at + 2, TimeWord.Of) ? (TimePart)((int)TimePart.First + (int)number - 1) : null;
    }

    // "the last week of September", "the first two months of 2020": found, and not placed
    private TimeFind? UnitsOf(int atom, int depth)
    {
        if (!_scan.Is(atom, TimeWord.The) || !(_scan.Part(atom + 1) is TimeWord.Last or TimeWord.Ordinal or TimeWord.Early or TimeWord.Late)) return null;
        var at = _lengths.Amount(atom + 2) is { } amount ? amount.End : atom + 2;
        if (_lengths.Unit(at) is null || !_scan.Is(at + 1, TimeWord.Of) || Point(at + 2, depth + 1) is not { } whole) return null;
        return new(whole.End, TimeMeaning.Vague.Instance);
    }

    // "the night of 4 May", "dawn on Monday", "10:30 a.m. on Tuesday", "4 p.m."
    private TimeFind? DayPart(int atom, int depth)
    {
        var at = _scan.Is(atom, TimeWord.The) ? atom + 1 : atom;
        int end;
        if (_scan.Part(at) is TimeWord.Early or TimeWord.Late && (_scan.Is(at + 1, TimeWord.DayPart) || _scan.HasForm(at + 1, "hours"))) at++;
        var isHours = _scan.HasForm(at, "hours") && at > atom + 1;
        if (_scan.Is(at, TimeWord.DayPart)) end = _scan.HasForm(at + 1, "hours") ? at + 2 : at + 1;
        else if (isHours) end = at + 1;
        else if (_scan.Is(at, TimeWord.Clock)) end = _scan.Is(at + 1, TimeWord.Meridiem) || _scan.HasForm(at + 1, "hrs") || _scan.HasForm(at + 1, "hours") ? at + 2 : at + 1;
        else if (_scan.Is(at + 1, TimeWord.Meridiem) && _scan.Part(at) is TimeWord.Number or TimeWord.Grouped or TimeWord.Cardinal) end = at + 2;
        else return null;
        end = AfterZone(end);
        var next = _scan.Is(end, TimeWord.Comma) ? end + 1 : end;
        if (_scan.Is(next, TimeWord.Of) || _scan.HasForm(next, "on")) next++;
        if (Point(next, depth + 1) is { } day && IsDay(day.Meaning)) return new(day.End, day.Meaning);
        if (isHours) return null;
        if (_scan.Is(at, TimeWord.DayPart)) return IsTimely(atom, at) ? new(end, TimeMeaning.Vague.Instance) : null;
        return _scan.Is(at, TimeWord.Clock) && end == at + 1 && !(_scan.HasForm(atom - 1, "at") || _scan.HasForm(atom - 1, "by")) ? null : new(end, TimeMeaning.Vague.Instance);
    }

    // "4:30 a.m. local time", "10:00 GMT"
    private int AfterZone(int atom)
    {
        if (_scan.HasForm(atom, "local") && _scan.HasForm(atom + 1, "time")) return atom + 2;
        return _scan.HasForm(atom, "GMT") || _scan.HasForm(atom, "UTC") || _scan.HasForm(atom, "EST") || _scan.HasForm(atom, "EDT") || _scan.HasForm(atom, "CET")
            ? atom + 1 : atom;
    }

    private static bool IsDay(TimeMeaning meaning) => meaning switch
    {
        TimeMeaning.Fixed known => known.Interval.Granularity == TimeGranularity.Day,
        TimeMeaning.Yearly yearly => yearly.Day > 0,
        TimeMeaning.OfYear told => told.Day.Day > 0,
        TimeMeaning.Weekday weekday => weekday.Day > 0,
        TimeMeaning.Shift shift => shift.Unit == TimeUnit.Day,
        _ => false,
    };

    // "at night", "in the morning", "by dawn"
    private bool IsTimely(int atom, int at) => _scan.Part(at + 1) is not TimeWord.Of
        && (_scan.Part(atom - 1) is TimeWord.In or TimeWord.By or TimeWord.Since or TimeWord.Until or TimeWord.Before
            || _scan.HasForm(atom - 1, "at") || _scan.HasForm(atom - 1, "during") || _scan.HasForm(atom - 1, "around"));
}
