using System.Globalization;
using System.Runtime.CompilerServices;

namespace Heliograph.Actors;

/// <summary>A date known to the day, the month or the year.</summary>
/// <remarks>Written as ISO 8601 has it: <c>2021-08-15</c>, <c>2021-08</c> or <c>2021</c>. Size: 8 bytes.</remarks>
public readonly record struct PartialDate
{
    private readonly short _year;
    private readonly byte _month; // 0: unknown
    private readonly byte _day;   // 0: unknown

    private PartialDate(int year, int month, int day) => (_year, _month, _day) = ((short)year, (byte)month, (byte)day);

    /// <summary>A date known to the day.</summary>
    public PartialDate(DateOnly day) : this(day.Year, day.Month, day.Day) { }

    /// <summary>The first day it may mean.</summary>
    public DateOnly First => new(_year, Math.Max((byte)1, _month), Math.Max((byte)1, _day));

    /// <summary>The last day it may mean.</summary>
    public DateOnly Last
    {
        get
        {
            var month = _month == 0 ? 12 : _month;
            return new(_year, month, _day == 0 ? DateTime.DaysInMonth(_year, month) : _day);
        }
    }

    /// <summary>Reads a date; false where the text is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10) || (text.Length > 4 && text[4] != '-') || (text.Length > 7 && text[7] != '-')) return false;
        if (!Number(text[..4], out var year) || year < 1) return false;
        var (month, day) = (0, 0);
        if (text.Length > 4 && (!Number(text[5..7], out month) || month is < 1 or > 12)) return false;
        if (text.Length > 7 && (!Number(text[8..], out day) || day < 1 || day > DateTime.DaysInMonth(year, month))) return false;
        date = new(year, month, day);
        return true;
    }

    /// <summary>The date as it is written in the register.</summary>
    public override string ToString() => _month == 0
        ? _year.ToString("0000", CultureInfo.InvariantCulture)
        : First.ToString(_day == 0 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Number(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = number * 10 + (c - '0');
        }

        return true;
    }
}
