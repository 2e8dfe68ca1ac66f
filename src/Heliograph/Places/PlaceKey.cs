using System.Buffers;

namespace Heliograph.Places;

/// <summary>The key of a place's name, by which the tables are sorted: small plain letters and digits, words parted by one space.</summary>
/// <remarks>Accents, capitals, stops and apostrophes make no difference; hyphens, slashes and commas part words as white
/// space does: "Ta'izz" and "Ta‘izz" are both <c>taizz</c>; a leading "the" is left out. Letters of other scripts stay, in small letters.</remarks>
public static class PlaceKey
{
    /// <summary>The longest key that is made; what comes after is cut off. Unit: UTF-16 code units.</summary>
    public const int MaxLength = 120;

    // The plain letter of each letter from U+00C0 to U+024F, and from U+1E00 to U+1EFF; '?': two letters; '.': none.
    private const string Latin =
        "aaaaaa?ceeeeiiiidnooooo.ouuuuy??aaaaaa?ceeeeiiiidnooooo.ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        ".b........d....e..f.....kk......oo.............uu............................aaiioouuuuuuuuuu.aa" +
        "aa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "................";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\n\r-\u00a0\u2010\u2011\u2012\u2013\u2014/,");

    /// <summary>The key of a name; empty where the name has neither letter nor digit.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[MaxLength];
        return key[..Write(name, key)].ToString();
    }

    /// <summary>Writes the key of a name and returns its length.</summary>
    /// <param name="name">The name as a text has it.</param>
    /// <param name="key">Where to write; at least <see cref="MaxLength"/> long.</param>
    public static int Write(ReadOnlySpan<char> name, Span<char> key)
    {
        var (length, gap) = (0, false);
        foreach (var c in name)
        {
            if (Gaps.Contains(c) || char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            var (first, second) = Letters(c);
            if (first == default) continue;
            if (length + 3 > MaxLength) break;
            if (gap && length > 0) key[length++] = ' ';
            gap = false;
            key[length++] = first;
            if (second != default) key[length++] = second;
        }

        while (key[..length].StartsWith("the "))
        {
            key[4..length].CopyTo(key);
            length -= 4;
        }

        return length;
    }

    private static (char First, char Second) Letters(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return (char.ToLowerInvariant(c), default);
        var plain = c switch
        {
            >= '\u00c0' and < '\u0250' => Latin[c - '\u00c0'],
            >= '\u1e00' and < '\u1f00' => LatinAdditional[c - '\u1e00'],
            'ə' => 'e',
            _ => char.IsLetter(c) && !IsSign(c) ? char.ToLowerInvariant(c) : default,
        };
        return plain switch
        {
            '.' => default,
            '?' => Pair(c),
            _ => (plain, default),
        };
    }

    // Half rings and turned commas count as letters in Unicode, and as nothing in a name.
    private static bool IsSign(char c) => c is >= '\u02b0' and < '\u0300';

    private static (char First, char Second) Pair(char c) => char.ToLowerInvariant(c) switch
    {
        'ß' or 'ẞ' => ('s', 's'),
        'æ' => ('a', 'e'),
        'œ' => ('o', 'e'),
        'þ' => ('t', 'h'),
        _ => default,
    };
}
