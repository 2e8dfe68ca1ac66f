namespace Heliograph.Language.Networks;

/// <summary>What the networks see of a word: numbers of rows in embedding tables, read off its letters alone.</summary>
/// <remarks>
/// Digits count as 0, curly quotation marks as straight ones. Everything depends on the form only, so that what follows
/// from it can be kept for the next time the word is met.
/// </remarks>
internal static class WordFeatures
{
    /// <summary>One row of the table of each: lower-cased form, form, prefixes of 2 and 3, suffixes of 2, 3 and 4, shape.</summary>
    public const int Slots = 8;

    /// <summary>Rows of the table of letter n-grams that a word has at most.</summary>
    public const int MaxGrams = 24;

    /// <summary>Rows of each table; the row is a hash, so unlike words may share one.</summary>
    public static readonly int[] Rows = [32768, 32768, 8192, 8192, 8192, 8192, 8192, 1024];

    /// <summary>Width of each table.</summary>
    public static readonly int[] Widths = [64, 32, 32, 32, 32, 32, 32, 32];

    /// <summary>Rows of the table of n-grams of 3 and 4 letters, whose mean is taken.</summary>
    public const int GramRows = 16384;

    /// <summary>Width of the table of n-grams.</summary>
    public const int GramWidth = 32;

    private const int MaxLength = 48; // letters looked at; a longer word is seen by its first and last

    /// <summary>Reads the features of a word.</summary>
    /// <param name="form">The word as written; not empty.</param>
    /// <param name="slots">Filled with one row a table. Length: <see cref="Slots"/>.</param>
    /// <param name="grams">Filled with rows of the n-gram table. Length: <see cref="MaxGrams"/> or more.</param>
    /// <returns>How many n-grams there are; 1 to <see cref="MaxGrams"/>.</returns>
    public static int Read(ReadOnlySpan<char> form, Span<int> slots, Span<int> grams)
    {
        Span<char> cased = stackalloc char[MaxLength];
        var length = Clip(form, cased);
        cased = cased[..length];
        Span<char> lower = stackalloc char[length];
        for (var i = 0; i < length; i++) lower[i] = char.ToLowerInvariant(cased[i]);

        slots[0] = Row(lower, 1, Rows[0]);
        slots[1] = Row(cased, 2, Rows[1]);
        slots[2] = Row(lower[..Math.Min(2, length)], 3, Rows[2]);
        slots[3] = Row(lower[..Math.Min(3, length)], 4, Rows[3]);
        slots[4] = Row(lower[^Math.Min(2, length)..], 5, Rows[4]);
        slots[5] = Row(lower[^Math.Min(3, length)..], 6, Rows[5]);
        slots[6] = Row(lower[^Math.Min(4, length)..], 7, Rows[6]);
        Span<char> shape = stackalloc char[length];
        slots[7] = Row(shape[..Shape(cased, shape)], 8, Rows[7]);
        return Grams(lower, grams);
    }

    /// <summary>How a form is looked up among the word vectors: lower case, digits as 0, straight quotation marks.</summary>
    /// <returns>How many characters of <paramref name="key"/> were written; 0 where the form is too long to have a vector.</returns>
    public static int Key(ReadOnlySpan<char> form, Span<char> key)
    {
        if (form.Length > key.Length) return 0;
        for (var i = 0; i < form.Length; i++)
        {
            key[i] = form[i] switch
            {
                >= '0' and <= '9' => '0',
                '’' or '‘' => '\'',
                '“' or '”' => '"',
                _ => char.ToLowerInvariant(form[i]),
            };
        }

        return form.Length;
    }

    /// <summary>A hash of a form, the same on every machine.</summary>
    public static ulong Hash(ReadOnlySpan<char> form, ulong seed)
    {
        var hash = seed * 0x9E3779B97F4A7C15 ^ 0xCBF29CE484222325;
        foreach (var c in form) hash = (hash ^ c) * 0x100000001B3;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ hash >> 29;
    }

    private static int Row(ReadOnlySpan<char> piece, ulong seed, int rows) => (int)(Hash(piece, seed) % (ulong)rows);

    private static int Clip(ReadOnlySpan<char> form, Span<char> cased)
    {
        if (form.Length <= MaxLength)
        {
            for (var i = 0; i < form.Length; i++) cased[i] = Plain(form[i]);
            return form.Length;
        }

        const int Half = MaxLength / 2;
        for (var i = 0; i < Half; i++)
        {
            cased[i] = Plain(form[i]);
            cased[^(i + 1)] = Plain(form[^(i + 1)]);
        }

        return MaxLength;
    }

    private static char Plain(char c) => c switch
    {
        >= '1' and <= '9' => '0',
        '’' or '‘' or '´' or '`' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        '–' => '-',
        _ => c,
    };

    private static int Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        const int Run = 3; // longer runs of one kind look alike
        var (length, run) = (0, 0);
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '0' : char.IsLetter(c) ? 'y' : c;
            run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
            if (run <= Run) shape[length++] = kind;
        }

        return length;
    }

    private static int Grams(ReadOnlySpan<char> lower, Span<int> grams)
    {
        Span<char> padded = stackalloc char[lower.Length + 2];
        padded[0] = '<';
        lower.CopyTo(padded[1..]);
        padded[^1] = '>';
        var count = 0;
        for (var size = 3; size <= 4; size++)
        {
            for (var i = 0; i + size <= padded.Length && count < MaxGrams; i++)
            {
                grams[count++] = Row(padded.Slice(i, size), 9, GramRows);
            }
        }

        return count;
    }
}
