using Heliograph.Language;

namespace Heliograph.Actors;

/// <summary>How many letters two words differ by: put in, left out, exchanged, or two neighbours swapped (Damerau and Levenshtein).</summary>
public static class SpellingDistance
{
    private const int Longest = 40; // letters; a longer word has no neighbours

    /// <summary>The distance of two words, blind to case and accents; <see cref="int.MaxValue"/> for very long ones.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > Longest || b.Length > Longest) return int.MaxValue;
        Span<int> twoBefore = stackalloc int[b.Length + 1];
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) before[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = NameKey.Plain(a[i - 1]) == NameKey.Plain(b[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && NameKey.Plain(a[i - 1]) == NameKey.Plain(b[j - 2]) && NameKey.Plain(a[i - 2]) == NameKey.Plain(b[j - 1]))
                {
                    row[j] = Math.Min(row[j], twoBefore[j - 2] + 1);
                }
            }

            var oldest = twoBefore;
            twoBefore = before;
            before = row;
            row = oldest;
        }

        return before[b.Length];
    }
}
