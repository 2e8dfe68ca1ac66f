using Heliograph.Documents;

namespace Heliograph.Times;

/// <summary>Cuts the tokens of a document into words, numbers and signs, however they were tokenised: "mid-2014" is three.</summary>
internal static class TimeAtoms
{
    private const int MaxDigits = 18; // more would not fit

    /// <summary>The atoms of a document, in text order. Time: linear.</summary>
    public static List<TimeAtom> Of(Document document)
    {
        var atoms = new List<TimeAtom>(document.Tokens.Length + 16);
        for (var token = 0; token < document.Tokens.Length; token++) Cut(document.Text, document.Tokens[token], token, atoms);
        return atoms;
    }

    private static void Cut(string text, TextSpan span, int token, List<TimeAtom> atoms)
    {
        var form = span.In(text);
        if (TimeWords.Find(form) is { Part: not TimeWord.None } whole)
        {
            atoms.Add(new(whole.Part, whole.Number, 0, span.Start, span.End, token));
            return;
        }

        if (!form.ContainsAnyInRange('0', '9') && !MayJoin(form))
        {
            var part = char.IsDigit(form[0]) ? TimeWord.Number : TimeWord.None;
            atoms.Add(new(part, -1, form.Length, span.Start, span.End, token));
            return;
        }

        for (var at = span.Start; at < span.End;)
        {
            var atom = Read(text, at, span.End, token);
            atoms.Add(atom);
            at = atom.End;
        }
    }

    // "mid-October", "three-week"
    private static bool MayJoin(ReadOnlySpan<char> form) => form.Length > 2 && form.ContainsAny('-', '–', '/');

    private static TimeAtom Read(string text, int start, int limit, int token)
    {
        if (NumericDate.Read(text, start, limit) is var (value, dateEnd)) return new(TimeWord.NumericDate, value, 0, start, dateEnd, token);
        var end = start;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < limit && char.IsAsciiDigit(text[end])) end++;
            var digits = end - start;
            if (end + 1 < limit && text[end] is ',' or '.' or ':' && char.IsAsciiDigit(text[end + 1])) return Grouped(text, start, end, limit, token);
            return new(TimeWord.Number, Value(text.AsSpan(start, digits)), digits, start, end, token);
        }

        while (end < limit && char.IsLetter(text[end])) end++;
        if (end == start) end++;
        var (part, number) = TimeWords.Find(text.AsSpan(start, end - start));
        return new(part, number, 0, start, end, token);
    }

    // "1,500" and "3.5" are numbers but no days or years; "10:30" is a time of day
    private static TimeAtom Grouped(string text, int start, int end, int limit, int token)
    {
        var isClock = text[end] == ':';
        var value = Value(text.AsSpan(start, end - start));
        if (text[end] == '.') value = -1;
        while (end + 1 < limit && text[end] is ',' or '.' or ':' && char.IsAsciiDigit(text[end + 1]))
        {
            var group = ++end;
            while (end < limit && char.IsAsciiDigit(text[end])) end++;
            if (text[group - 1] == ',' && end - group == 3 && value is >= 0 and < 1_000_000_000_000) value = 1000 * value + Value(text.AsSpan(group, 3));
            else value = -1;
        }

        return new(isClock ? TimeWord.Clock : TimeWord.Grouped, value, 0, start, end, token);
    }

    private static long Value(ReadOnlySpan<char> digits)
    {
        if (digits.Length > MaxDigits) return -1;
        var value = 0L;
        foreach (var digit in digits) value = 10 * value + (digit - '0');
        return value;
    }
}
