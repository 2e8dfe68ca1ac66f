using System.Runtime.CompilerServices;
using Heliograph.Language;

namespace Heliograph.Actors;

/// <summary>A hash of a name, blind to case, accents, dots, apostrophes, kinds of gap, and a "the" before it.</summary>
/// <remarks>Two different names have the same key with a chance of one in 2⁶⁴. Allocates nothing.</remarks>
internal static class AliasKey
{
    private const ulong Seed = 0xCBF29CE484222325;

    /// <summary>The key of a name; 0 where it has no letter or digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<char> name)
    {
        var key = default(Builder);
        key.Add(name);
        return key.Value;
    }

    /// <summary>The key of a name's first word, up to a gap or a hyphen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong OfFirst(ReadOnlySpan<char> name)
    {
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        for (var i = 1; i < name.Length; i++)
        {
            if (name[i] == ' ' || NameKey.Parts(name[i])) return Of(name[..i]);
        }

        return Of(name);
    }

    /// <summary>Whether a name is written in capitals only, dots and digits aside: "TTP", "U.N.", "M23".</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsAcronym(ReadOnlySpan<char> name)
    {
        var capitals = 0;
        foreach (var c in name)
        {
            if (char.IsUpper(c)) capitals++;
            else if (char.IsLower(c) || char.IsWhiteSpace(c)) return false;
        }

        return capitals > 0;
    }

    /// <summary>Whether the way a name is written may mean an acronym: in capitals, or from four letters as a name ("Nato").</summary>
    public static bool MayBeAcronym(ReadOnlySpan<char> written) =>
        IsAcronym(written) || (written.Length >= 4 && char.IsUpper(written[0]) && !written.Contains(' '));

    /// <summary>A key that grows word by word.</summary>
    public struct Builder
    {
        private ulong _hash;
        private bool _gap;
        private bool _begun;

        /// <summary>The key so far; 0 where there is no letter or digit yet.</summary>
        public readonly ulong Value => _begun ? (_hash ^ Seed) | 1 : 0;

        /// <summary>Adds words; a gap between what was added before and these is told by <see cref="AddGap"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(ReadOnlySpan<char> words)
        {
            if (!_begun && !_gap && words.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) words = words[4..];
            foreach (var c in words)
            {
                if (char.IsAsciiLetterOrDigit(c))
                {
                    if (_gap && _begun) Mix(' ');
                    (_gap, _begun) = (false, true);
                    Mix(char.IsAsciiLetterUpper(c) ? (uint)(c | ' ') : c);
                    continue;
                }

                if (c is '.' or '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´') continue;
                var letter = NameKey.Plain(c);
                if (!char.IsLetterOrDigit(letter) && letter != '&')
                {
                    _gap = true;
                    continue;
                }

                if (_gap && _begun) Mix(' ');
                (_gap, _begun) = (false, true);
                Mix(letter);
            }
        }

        /// <summary>Parts what comes next from what was added.</summary>
        public void AddGap() => _gap = true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Mix(uint letter)
        {
            _hash = (_hash ^ letter) * 0x9E3779B97F4A7C15;
            _hash ^= _hash >> 32;
        }
    }
}
