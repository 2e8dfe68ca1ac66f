using System.Runtime.CompilerServices;

namespace Heliograph.Language;

/// <summary>What the tokenizer sees of a place between two characters of a chunk (a run without white space).</summary>
internal ref struct TokenFeatures
{
    /// <summary>How many features a place has.</summary>
    public const int Count = 26;

    private const int LongestPart = 16; // characters of a word or a part of a chunk that count

    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;
    private readonly int _end;
    private readonly uint _flags;
    private readonly uint _before;
    private readonly uint _after;
    private readonly uint _afterShape;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the chunk begins.</param>
    /// <param name="end">Where it ends.</param>
    public TokenFeatures(ReadOnlySpan<char> text, int start, int end)
    {
        _text = text;
        (_start, _end) = (start, end);
        _flags = Flags(text[start..Math.Min(end, start + 512)]);
        _before = Before(text, start);
        (_after, _afterShape) = After(text, end);
    }

    /// <summary>Fills the features of one place.</summary>
    /// <param name="place">The character after the place; inside the chunk, and not its first.</param>
    /// <param name="tokenStart">Where the token that runs up to the place begins.</param>
    /// <param name="features">Overwritten.</param>
    [SkipLocalsInit]
    public readonly void Fill(int place, int tokenStart, Span<uint> features)
    {
        Span<uint> c = stackalloc uint[9]; // folded characters at -5 … +3
        Span<uint> s = stackalloc uint[9]; // their classes
        for (var k = 0; k < 9; k++)
        {
            var at = place + k - 5;
            var inside = at >= _start && at < _end;
            c[k] = inside ? Letters.Fold(_text[at]) : 0;
            s[k] = inside ? Letters.ClassOf(_text[at]) : Letters.None;
        }

        var (leftStart, rightEnd) = (place, place);
        while (leftStart > _start && place - leftStart < LongestPart && Letters.IsWord(_text[leftStart - 1])) leftStart--;
        while (rightEnd < _end && rightEnd - place < LongestPart && Letters.IsWord(_text[rightEnd])) rightEnd++;
        var left = Letters.HashFolded(_text[leftStart..place]);
        var right = Letters.HashFolded(_text[place..rightEnd]);
        var token = Letters.HashFolded(_text[Math.Max(tokenStart, place - LongestPart)..place]);
        var leftPart = place - _start <= LongestPart ? Letters.HashFolded(_text[_start..place]) : 1;
        var rightPart = _end - place <= LongestPart ? Letters.HashFolded(_text[place.._end]) : 1;
        var near = Hashing.Of(0, s[3], s[4], s[5], s[6]);
        var pair = Hashing.Of(0, c[4], c[5]);
        uint leftOver = (uint)Math.Min(place - _start, 6), rightOver = (uint)Math.Min(_end - place, 6);

        features[0] = Hashing.Of(1, c[4], c[5]);
        features[1] = Hashing.Of(2, c[3], c[4], c[5]);
        features[2] = Hashing.Of(3, c[4], c[5], c[6]);
        features[3] = Hashing.Of(4, c[3], c[4], c[5], c[6]);
        features[4] = Hashing.Of(5, c[2], c[3], c[4], s[5]);
        features[5] = Hashing.Of(6, s[4], c[5], c[6], c[7]);
        features[6] = Hashing.Of(7, near, Hashing.Of(0, s[0], s[1], s[2]), s[7], s[8]);
        features[7] = Hashing.Of(8, near, s[2], s[7]);
        features[8] = Hashing.Of(9, near, s[2]);
        features[9] = Hashing.Of(10, near, s[7]);
        features[10] = Hashing.Of(11, near);
        features[11] = Hashing.Of(12, left, c[5]);
        features[12] = Hashing.Of(13, right, c[4]);
        features[13] = Hashing.Of(14, left, c[4], c[5], right);
        features[14] = Hashing.Of(15, token, c[5]);
        features[15] = Hashing.Of(16, leftPart, c[5]);
        features[16] = Hashing.Of(17, rightPart, c[4]);
        features[17] = Hashing.Of(18, LeftShape(place), RightShape(place));
        features[18] = Hashing.Of(19, _flags, near);
        features[19] = Hashing.Of(20, _flags, c[4], c[5]);
        features[20] = Hashing.Of(21, pair, _afterShape, rightOver);
        features[21] = Hashing.Of(22, token, _after, rightPart);
        features[22] = Hashing.Of(23, _before, token, c[5]);
        features[23] = Hashing.Of(24, pair, leftOver, rightOver);
        features[24] = Hashing.Of(25, s[4], s[5], Math.Min((uint)(place - tokenStart), 6), rightOver);
        features[25] = Hashing.Of(26, token, rightPart, _afterShape);
    }

    // The classes of the runs to the left of the place, nearest first; at most six.
    private readonly uint LeftShape(int place)
    {
        var (hash, runs, last) = (0u, 0, Letters.None);
        for (var i = place - 1; i >= _start && runs < 6 && place - i < 24; i--)
        {
            var found = Letters.ClassOf(_text[i]);
            if (found == last) continue;
            (hash, last, runs) = (Hashing.Mix(hash, found), found, runs + 1);
        }

        return hash;
    }

    private readonly uint RightShape(int place)
    {
        var (hash, runs, last) = (0u, 0, Letters.None);
        for (var i = place; i < _end && runs < 6 && i - place < 24; i++)
        {
            var found = Letters.ClassOf(_text[i]);
            if (found == last) continue;
            (hash, last, runs) = (Hashing.Mix(hash, found), found, runs + 1);
        }

        return hash;
    }

    private static uint Flags(ReadOnlySpan<char> chunk)
    {
        var flags = chunk.Contains('@') ? 1u : 0;
        if (chunk.Contains("://", StringComparison.Ordinal)) flags |= 2;
        if (chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) flags |= 2;
        var (letters, digits, dots, dashes, slashes) = (false, false, 0, 0, 0);
        foreach (var c in chunk)
        {
            letters |= Letters.ClassOf(c) is Letters.Small or Letters.Capital;
            digits |= Letters.ClassOf(c) == Letters.Digit;
            if (c == '.') dots++;
            else if (c == '-') dashes++;
            else if (c is '/' or '_') slashes++;
        }

        return flags | (letters ? 4u : 0) | (digits ? 8u : 0) | ((uint)Math.Min(dots, 3) << 4) |
            ((uint)Math.Min(dashes, 3) << 6) | ((uint)Math.Min(slashes, 3) << 8);
    }

    // The word or sign before the chunk; 0 where a line or the text begins.
    private static uint Before(ReadOnlySpan<char> text, int start)
    {
        if (start < 2 || text[start - 1] == '\n') return 0;
        var end = start - 1;
        var first = end;
        while (first > 0 && end - first < LongestPart && !char.IsWhiteSpace(text[first - 1])) first--;
        return Letters.HashFolded(text[first..end]);
    }

    // The word or sign after the chunk and its shape; 0 where a line or the text ends.
    private static (uint Word, uint Shape) After(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] == '\n' || char.IsWhiteSpace(text[end + 1])) return (0, 0);
        var (first, last) = (end + 1, end + 2);
        var word = Letters.IsWord(text[first]);
        while (word && last < text.Length && last - first < LongestPart && Letters.IsWord(text[last])) last++;
        uint shape = Letters.ClassOf(text[first]);
        if (last - first > 1) shape = shape * 256 + Letters.ClassOf(text[last - 1]);
        return (Letters.HashFolded(text[first..last]), shape);
    }
}
