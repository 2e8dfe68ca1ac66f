using Heliograph.Language;

namespace Heliograph.Actors;

/// <summary>The consonants of a person's first and last name: the same for "Hussein Haqqani" and "Husain Haqani".</summary>
internal static class NameSkeleton
{
    private const int Longest = 40; // letters of a word

    /// <summary>The key of a full name's consonants; 0 of a single word, or of words with fewer than two consonants.</summary>
    public static ulong Of(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        var first = name.IndexOf(' ');
        if (first < 0) return 0;
        var key = default(AliasKey.Builder);
        if (!Add(ref key, name[..first])) return 0;
        key.AddGap();
        return Add(ref key, name[(name.LastIndexOf(' ') + 1)..]) ? key.Value : 0;
    }

    // Doubled letters once; what stands for vowels, and "h" behind another letter, not at all.
    private static bool Add(ref AliasKey.Builder key, ReadOnlySpan<char> word)
    {
        if (word.Length > Longest) return false;
        Span<char> letters = stackalloc char[Longest];
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var letter = NameKey.Plain(word[i]);
            if (letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or '-' or '\'' or '’' || (letter == 'h' && i > 0)) continue;
            if (count > 0 && letters[count - 1] == letter) continue;
            letters[count++] = letter is 'q' or 'c' ? 'k' : letter is 'z' ? 's' : letter;
        }

        key.Add(letters[..count]);
        return count >= 2;
    }
}
