using System.Runtime.CompilerServices;

namespace Heliograph.Language;

/// <summary>A hash of a name that grows letter by letter, blind to accents, kinds of quote and kinds of gap.</summary>
internal struct NameKey
{
    private static readonly char[] KeepsCase = Table(false);
    private static readonly char[] FoldsCase = Table(true);

    private readonly char[] _letters;
    private ulong _hash;
    private bool _gap; // counts when letters or digits stand on both sides
    private bool _afterWord;

    private NameKey(char[] letters, ulong seed) => (_letters, _hash) = (letters, seed);

    /// <summary>The key of no letters yet, for which case makes no difference.</summary>
    public static NameKey Folded => new(FoldsCase, 0x9AE16A3B2F90404F);

    /// <summary>The key of no letters yet, for which case matters; never equal to a folded one but by chance.</summary>
    public static NameKey Cased => new(KeepsCase, 0xC949D7C7509E6557);

    /// <summary>The hash so far; its higher bits are the better mixed.</summary>
    public readonly ulong Hash => _hash;

    /// <summary>Whether a character parts words as white space does: a hyphen or a short dash.</summary>
    public static bool Parts(char c) => c is '-' or ' ' or '‐' or '‑' or '–';

    /// <summary>The plain small letter of a character.</summary>
    public static char Plain(char c) => c < FoldsCase.Length ? FoldsCase[c] : char.ToLowerInvariant(c);

    /// <summary>Adds a gap between words; several in a row are one.</summary>
    public void AddSpace() => _gap = true;

    /// <summary>Adds the letters of a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<char> token)
    {
        var (letters, hash, gap, afterWord) = (_letters, _hash, _gap, _afterWord);
        foreach (var c in token)
        {
            if (Parts(c))
            {
                gap = true;
                continue;
            }

            var letter = c < letters.Length ? letters[c] : Straight(c);
            var word = char.IsAsciiLetterOrDigit(letter) || letter >= 'À';
            if (gap && word && afterWord) hash = Mix(hash, ' ');
            hash = Mix(hash, letter);
            (gap, afterWord) = (false, word);
        }

        (_hash, _gap, _afterWord) = (hash, gap, afterWord);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, uint letter)
    {
        hash = (hash ^ letter) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }

    private static char Straight(char c) => c is '‘' or '’' or 'ʼ' or 'ʻ' or '′' ? '\'' : c;

    // The plain letter of each Latin letter, small if asked.
    private static char[] Table(bool small)
    {
        const string Accented = "àáâãäåāăąǎçćčďđèéêëēėęěğìíîïīıįłñńňòóôõöøōőǒřśşšșţťțùúûüūůűųýÿźżž";
        const string Plain = "aaaaaaaaaacccddeeeeeeeegiiiiiiilnnnooooooooorsssstttuuuuuuuuyyzzz";
        var letters = new char[0x250];
        for (var c = 0; c < letters.Length; c++) letters[c] = small ? char.ToLowerInvariant((char)c) : (char)c;
        for (var k = 0; k < Accented.Length; k++)
        {
            letters[Accented[k]] = Plain[k];
            var capital = char.ToUpperInvariant(Accented[k]);
            if (capital >= 0x80) letters[capital] = small ? Plain[k] : char.ToUpperInvariant(Plain[k]);
        }

        letters['İ'] = small ? 'i' : 'I';
        letters['´'] = letters['`'] = '\'';
        return letters;
    }
}
