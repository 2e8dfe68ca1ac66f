namespace Heliograph.Language.Networks;

/// <summary>How a word is written in capitals, which the encoder's pieces do not tell.</summary>
internal static class LetterCase
{
    /// <summary>How many ways there are.</summary>
    public const int Count = 6;

    /// <summary>The way of one word: 0 no letter, 1 small, 2 one capital alone, 3 a capital first, 4 capitals only, 5 capitals elsewhere.</summary>
    public static int Of(ReadOnlySpan<char> form)
    {
        var (letters, capitals, first) = (0, 0, false);
        foreach (var c in form)
        {
            if (!char.IsLetter(c)) continue;
            if (char.IsUpper(c))
            {
                if (letters == 0) first = true;
                capitals++;
            }

            letters++;
        }

        if (letters == 0) return 0;
        if (capitals == 0) return 1;
        if (capitals == letters) return letters == 1 ? 2 : 4;
        return first && capitals == 1 ? 3 : 5;
    }
}
