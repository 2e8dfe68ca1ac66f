namespace Heliograph.Reading;

/// <summary>How long a text is, in words and signs, before anything is read in it.</summary>
/// <remarks>
/// A run of letters and digits counts as one for every sixteen of them, white space as one for every sixty-four, any other character as one: no
/// fewer than the tokens that the language layer makes of it, but for the few words that it parts inside ("cannot"). It asks no
/// model, so that a text ends at the same place whatever reads it.
/// </remarks>
public static class TextLength
{
    private const int Word = 16;  // UTF-16 code units of a run that count as one
    private const int Space = 64; // the same of white space

    /// <summary>Where a text ends that may hold so many words and signs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many it may hold; 1 or more.</param>
    /// <returns>Its length where it holds no more; otherwise where to cut it, at white space if there is any nearby. Unit: UTF-16 code units.</returns>
    public static int End(string text, int most)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var (end, unit) = (i + 1, 1);
            if (char.IsWhiteSpace(text[i])) unit = Space;
            else if (char.IsLetterOrDigit(text[i])) unit = Word;
            while (unit > 1 && end < text.Length && end < i + unit && (unit == Space ? char.IsWhiteSpace(text[end]) : char.IsLetterOrDigit(text[end]))) end++;
            if (unit < Space || end == i + unit) count++;
            if (count > most) return Nearby(text, i);
            i = end;
        }

        return text.Length;
    }

    private static int Nearby(string text, int end)
    {
        const int Farthest = 1_000;
        for (var i = end; i > 0 && i > end - Farthest; i--)
        {
            if (char.IsWhiteSpace(text[i - 1])) return i;
        }

        return end > 0 && char.IsSurrogatePair(text[end - 1], text[end]) ? end - 1 : end;
    }
}
