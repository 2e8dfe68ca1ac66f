namespace Heliograph.Times;

/// <summary>Reads dates that are written in digits only: 2021-08-15, 15/08/2021, 15.08.2021.</summary>
internal static class NumericDate
{
    /// <summary>The date that starts here, as year, month and day in one number (20210815).</summary>
    /// <returns>The number, −1 where the digits are no date or may be read in two ways (08/09/2021), and where the date
    /// ends; null where no date stands.</returns>
    public static (long Value, int End)? Read(string text, int start, int limit)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '/' or '.')) return null;
        var first = Digits(text, start, limit);
        var at = start + first;
        if (first is not (1 or 2 or 4) || at >= limit || text[at] is not ('-' or '/' or '.')) return null;
        var sign = text[at];
        var second = Digits(text, at + 1, limit);
        var next = at + 1 + second;
        if (second is not (1 or 2) || next >= limit || text[next] != sign) return null;
        var third = Digits(text, next + 1, limit);
        var end = next + 1 + third;
        if (end < limit && text[end] == sign) return null;
        var (a, b) = (Value(text, start, first), Value(text, at + 1, second));
        if (first == 4) return third is 1 or 2 && sign != '.' ? (Date(a, b, Value(text, next + 1, third)), end) : null;
        if (third != 4) return null;
        var year = Value(text, next + 1, third);
        if (sign == '.' || a > 12 || a == b) return (Date(year, b, a), end);
        return (b > 12 ? Date(year, a, b) : -1, end);
    }

    private static long Date(int year, int month, int day) =>
        Calendar.Days(year, month, day, day) is null ? -1 : 10000L * year + 100 * month + day;

    private static int Digits(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && end - start < 5 && char.IsAsciiDigit(text[end])) end++;
        return end - start;
    }

    private static int Value(string text, int start, int length)
    {
        var value = 0;
        foreach (var digit in text.AsSpan(start, length)) value = 10 * value + (digit - '0');
        return value;
    }
}
