using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Lists of names that the name finder knows, and the places where a text holds one.</summary>
/// <remarks>
/// The lists are <c>given-names.tsv</c>, <c>family-names.tsv</c>, <c>places.tsv</c> with <c>cities.tsv</c>, and
/// <c>organisations.tsv</c>. Accents, the kind of quote, gaps beside a sign, and whether a hyphen or white space parts two words make
/// no difference; otherwise a name matches letter by letter, however the tokenizer cut it. A name that is written in
/// another case than in its list counts only if it has two words or at least <see cref="ShortestUncased"/> letters
/// and is no common word (<c>common-words.tsv</c>). Misses by design: names in another script. Time: linear in the
/// text; matching allocates nothing. Safe to share between threads.
/// </remarks>
internal sealed class Gazetteer
{
    /// <summary>How many values a token's class may have: 0 to 60.</summary>
    public const int Classes = 61;

    /// <summary>The list of given names, as a bit of a mask.</summary>
    public const int Given = 1;

    /// <summary>The list of family names, as a bit of a mask.</summary>
    public const int Family = 2;

    /// <summary>The lists of places, as a bit of a mask.</summary>
    public const int Place = 4;

    /// <summary>The list of organisations, as a bit of a mask.</summary>
    public const int Organisation = 8;

    /// <summary>A name of one word and fewer letters matches only in the case of its list. Unit: UTF-16 code units.</summary>
    public const int ShortestUncased = 4;

    private const int LongestMatch = 12; // tokens

    private readonly NameTable _names;

    private Gazetteer(NameTable names) => _names = names;

    /// <summary>Reads the lists that ship with the library.</summary>
    public static Gazetteer Load()
    {
        var names = new NameTable();
        names.AddCommonWords("common-words.tsv");
        names.AddNames("given-names.tsv", Given);
        names.AddNames("family-names.tsv", Family);
        names.AddNames("places.tsv", Place);
        names.AddNames("cities.tsv", Place);
        names.AddNames("organisations.tsv", Organisation);
        return new(names);
    }

    /// <summary>The class of a token inside a match.</summary>
    /// <param name="mask">The lists that hold the name: the sum of one or more of the four bits, 1 to 15.</param>
    /// <param name="begins">Whether the token is the match's first.</param>
    /// <param name="cased">Whether the text has the capitals and small letters of the list.</param>
    public static byte ClassOf(int mask, bool begins, bool cased) =>
        (byte)(1 + (mask - 1) * 4 + (begins ? 0 : 2) + (cased ? 0 : 1));

    /// <summary>Says of each token whether it stands in a listed name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, or those of some of its sentences, in order.</param>
    /// <param name="classes">
    /// Overwritten, one element a token: 0 outside any name, otherwise <c>1 + (mask - 1) * 4 + (begins ? 0 : 2) +
    /// (cased ? 0 : 1)</c>, as <see cref="ClassOf"/> has it. Of names that overlap, the one that begins first counts,
    /// and of those that begin together the longest.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="classes"/> is shorter than <paramref name="tokens"/>.</exception>
    public void Match(string text, ReadOnlySpan<TextSpan> tokens, Span<byte> classes)
    {
        if (classes.Length < tokens.Length)
        {
            throw new ArgumentException(
                $"Gazetteer.Match: {classes.Length} classes for {tokens.Length} tokens; give at least one element a token.", nameof(classes));
        }

        for (var i = 0; i < tokens.Length;)
        {
            var (length, mask, cased) = LongestAt(text, tokens[i..]);
            if (length == 0)
            {
                classes[i++] = 0;
                continue;
            }

            for (var k = 0; k < length; k++) classes[i + k] = ClassOf(mask, k == 0, cased);
            i += length;
        }
    }

    private (int Length, int Mask, bool Cased) LongestAt(string text, ReadOnlySpan<TextSpan> tokens)
    {
        (int, int, bool) found = default;
        var folded = NameKey.Folded;
        if (tokens[0].Length == 0 || NameKey.Parts(text[tokens[0].Start])) return found;
        for (var k = 0; k < tokens.Length && k < LongestMatch; k++)
        {
            if (k > 0 && tokens[k].Start > tokens[k - 1].End) folded.AddSpace();
            folded.Add(tokens[k].In(text));
            var seen = _names.Find(folded);
            if ((seen & (NameTable.IsName | NameTable.IsPrefix)) == 0) break;
            if ((seen & NameTable.IsName) != 0 && !NameKey.Parts(text[tokens[k].End - 1]))
            {
                var exact = _names.Find(CasedKey(text, tokens[..(k + 1)])) & NameTable.Lists;
                if (exact != 0) found = (k + 1, exact, true);
                else if ((seen & NameTable.Lists) != 0) found = (k + 1, seen & NameTable.Lists, false);
            }

            if ((seen & NameTable.IsPrefix) == 0) break;
        }

        return found;
    }

    private static NameKey CasedKey(string text, ReadOnlySpan<TextSpan> tokens)
    {
        var key = NameKey.Cased;
        for (var k = 0; k < tokens.Length; k++)
        {
            if (k > 0 && tokens[k].Start > tokens[k - 1].End) key.AddSpace();
            key.Add(tokens[k].In(text));
        }

        return key;
    }
}
