namespace Heliograph.Language;

/// <summary>Cuts a text into the syntactic words of Universal Dependencies.</summary>
internal static class Tokenizer
{
    /// <summary>Fills the columns with the tokens of a text.</summary>
    public static void Tokenize(string text, TokenColumns columns)
    {
        var opensParagraph = true;
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                var lines = 0;
                for (; i < text.Length && char.IsWhiteSpace(text[i]); i++) if (text[i] == '\n') lines++;
                opensParagraph |= lines > 1;
                continue;
            }

            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            AddChunk(text, i, end, columns, opensParagraph);
            opensParagraph = false;
            i = end;
        }
    }

    private static void AddChunk(string text, int start, int end, TokenColumns columns, bool opensParagraph)
    {
        var address = text.AsSpan(start, end - start).ContainsAny("@") || text.AsSpan(start, end - start).Contains("://", StringComparison.Ordinal);
        var i = start;
        while (i < end)
        {
            var stop = i + 1;
            var word = IsWord(text, i);
            if (word)
            {
                while (stop < end && (IsWord(text, stop) || (stop + 1 < end && IsWord(text, stop + 1) &&
                    (address || text[stop] is '.' or '_' || (text[stop] is ',' or ':' or '/' && char.IsAsciiDigit(text[stop + 1])))))) stop++;
                if (stop < end && text[stop] == '.' && text.AsSpan(i, stop - i).Contains('.') ) stop++;
            }
            else
            {
                while (stop < end && text[stop] == text[i] && text[i] is '.' or '-' or '!' or '?' or '*' or '=' or '_') stop++;
                if (char.IsHighSurrogate(text[i]) && stop < end && char.IsLowSurrogate(text[stop])) stop++;
            }

            var joined = false;
            if (word && stop < end && text[stop] is '\'' or '’' && stop + 1 < end && char.IsLetter(text[stop + 1]))
            {
                var tail = stop + 1;
                while (tail < end && char.IsLetter(text[tail])) tail++;
                if (tail - stop is 2 or 3)
                {
                    var cut = tail - stop == 2 && text[tail - 1] is 't' or 'T' && stop - i > 1 && text[stop - 1] is 'n' or 'N' ? stop - 1 : stop;
                    columns.Add(new(i, cut), false, opensParagraph);
                    opensParagraph = false;
                    (i, stop, joined) = (cut, tail, true);
                }
            }

            columns.Add(new(i, stop), joined, opensParagraph);
            opensParagraph = false;
            i = stop;
        }
    }

    private static bool IsWord(string text, int i) => char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
