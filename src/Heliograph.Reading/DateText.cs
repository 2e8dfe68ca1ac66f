using System.Globalization;

namespace Heliograph.Reading;

/// <summary>Reads dates as machines write them (ISO 8601).</summary>
public static class DateText
{
    /// <summary>Reads <c>2021-08-17</c>, or the date of <c>2021-08-17T22:15:00+05:00</c> as it is written, whatever its zone.</summary>
    /// <param name="text">The date, with or without a time after <c>T</c> or a space; white space around it does not matter.</param>
    /// <param name="date">The day; 1 January of year 1 where there is none.</param>
    /// <returns>Whether the text is such a date. A day that no calendar has (30 February) is none; nor is one before year 1.</returns>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        var rest = text.AsSpan().Trim();
        if (rest.Length < 10) return false;
        if (!DateOnly.TryParseExact(rest[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        rest = rest[10..];
        if (rest.Length > 0 && (rest[0] is not ('T' or 't' or ' ') || !IsTime(rest[1..].TrimStart(' ')))) return false;
        date = day;
        return true;
    }

    // hh:mm, hh:mm:ss or hh:mm:ss.fff, then nothing, Z, or a zone such as +05:00, +0500 or +05.
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (!TakeNumber(ref text, 24) || !Take(ref text, ':') || !TakeNumber(ref text, 59)) return false;
        if (Take(ref text, ':'))
        {
            if (!TakeNumber(ref text, 60)) return false; // 60: a leap second
            if (Take(ref text, '.') || Take(ref text, ','))
            {
                var end = text.IndexOfAnyExceptInRange('0', '9');
                if (end == 0 || text.IsEmpty) return false;
                text = end < 0 ? [] : text[end..];
            }
        }

        text = text.TrimStart(' ');
        if (text.IsEmpty || text is "Z" or "z" or "UTC" or "GMT") return true;
        if (!Take(ref text, '+') && !Take(ref text, '-')) return false;
        if (!TakeNumber(ref text, 23)) return false;
        if (text.IsEmpty) return true;
        Take(ref text, ':');
        return TakeNumber(ref text, 59) && text.IsEmpty;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char c)
    {
        if (text.IsEmpty || text[0] != c) return false;
        text = text[1..];
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, int most)
    {
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1])) return false;
        var number = ((text[0] - '0') * 10) + text[1] - '0';
        text = text[2..];
        return number <= most;
    }
}
