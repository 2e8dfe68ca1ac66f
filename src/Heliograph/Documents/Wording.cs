using System.Globalization;
using System.Numerics;
using System.Text;

namespace Heliograph.Documents;

/// <summary>The words of a text, to tell whether another is a copy of it.</summary>
/// <remarks>
/// <para>Words are runs of letters and digits, in small letters; signs and blanks are left out. A shingle is three words in a row, or all words where there
/// are fewer than <see cref="FewWords"/>: so short a text is a copy only of the same words. A. Broder, "On the resemblance and containment of documents", 1997.</para>
/// <para>What a word means is not looked at: an account of the same thing in other words is no copy.</para>
/// </remarks>
public sealed class Wording
{
    /// <summary>Texts of fewer words are copies only of those that are the same word for word.</summary>
    public const int FewWords = 30;

    // Measured: docs/accuracy.md, "Copies"
    internal const double LeastResemblance = 0.45;
    internal const double LeastContainment = 0.7;
    private const double MostOthers = 0.1;        // of numbers and names, where nearly all is shared
    private const double NoneAllowed = 0.65;      // containment at which none would be allowed any more; half as many as is shared beyond it
    private const double MostOthersOfBrief = 0.05;
    private const int Brief = 100;                // shingles
    private const int LongestSlot = 12; // words; what is longer was put in or left out, and fills no form

    internal const ulong Spread = 0x9E3779B97F4A7C15; // 2^64 over the golden ratio
    private const int Width = 3; // words in a shingle; with 4 or 5 one garbled word costs more

    private readonly ulong[] _words;       // a number for each, in text order
    private readonly byte[] _particulars;  // what a word that fills a form weighs: 2 of a number, 1 of a name, 0 of others
    private readonly uint[] _places;       // the shingle that begins at each word
    private readonly uint[] _shingles;     // each once, sorted
    private readonly HashSet<uint> _repeated; // those that come several times

    private Wording(List<ulong> words, List<byte> particulars)
    {
        (_words, _particulars) = ([.. words], [.. particulars]);
        _places = Cut(_words);
        (_shingles, _repeated) = Distinct(_places);
    }

    /// <summary>The different shingles, as numbers, sorted; at least one.</summary>
    internal ReadOnlySpan<uint> Shingles => _shingles;

    private int ShingleWidth => _words.Length - _places.Length + 1;

    /// <summary>Reads the words of a text.</summary>
    /// <param name="text">The text; accents that stand alone and signs without width count for nothing.</param>
    /// <returns>Null where it has no word.</returns>
    public static Wording? Of(string text)
    {
        var (words, particulars) = (new List<ulong>(text.Length / 6), new List<byte>(text.Length / 6));
        var (word, particular, begins) = (0UL, (byte)0, true);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : ' ';
            if (IsIgnored(letter)) continue;
            if (IsWord(text, at))
            {
                if (char.IsDigit(letter)) particular = 2;
                else if (word == 0 && !begins && char.IsUpper(letter)) particular = 1;
                word = (word ^ char.ToLowerInvariant(letter)) * Spread;
                continue;
            }

            if (word != 0)
            {
                words.Add(word);
                particulars.Add(particular);
                (word, particular, begins) = (0, 0, false);
            }

            begins |= letter is '.' or '!' or '?' or ':' or ';' or '\n' or '"' or '“' or '”' or '•'; // a capital says nothing there
        }

        return words.Count == 0 ? null : new(words, particulars);
    }

    /// <summary>How much of what either text says both say, from 0 to 1: the shingles they share over all of both.</summary>
    public double Resemblance(Wording other)
    {
        var shared = Shared(other).Count;
        return shared / (double)(_shingles.Length + other._shingles.Length - shared);
    }

    /// <summary>How much of the shorter text the longer one holds, from 0 to 1.</summary>
    public double Containment(Wording other) => Shared(other).Count / (double)Math.Min(_shingles.Length, other._shingles.Length);

    /// <summary>Whether one text is a reprint of the other, or both of a third: cut, with another head or foot, with slips.</summary>
    /// <remarks>
    /// Most of the shorter one must stand in the other, and near half of all that both say. Reports of one form (weather, markets, appointments)
    /// share as much, but where they differ by a few words these are numbers and names: of such slots there may be hardly any. Which text was first
    /// cannot be told. Of a digest, only what makes up about half of it is taken for a copy.
    /// </remarks>
    public bool IsCopy(Wording other)
    {
        var shared = Shared(other);
        var least = Math.Min(_shingles.Length, other._shingles.Length);
        var containment = shared.Count / (double)least;
        if (containment < LeastContainment || shared.Count < LeastResemblance * (_shingles.Length + other._shingles.Length - shared.Count)) return false;
        var most = Math.Min(least < Brief ? MostOthersOfBrief : MostOthers, (containment - NoneAllowed) / 2);
        return OtherParticulars(shared, other) <= most && other.OtherParticulars(shared, this) <= most;
    }

    // SplitMix64: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", 2014
    internal static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    // Of the numbers and names in what both texts share and in the slots between, those in slots that the other text has nowhere. What a
    // text says twice tells nothing of where one is in it
    private double OtherParticulars(HashSet<uint> shared, Wording other)
    {
        var known = other._words.ToHashSet();
        var (kept, others, inSlot, slot, isInside, reach) = (0, 0, 0, 0, false, 0);
        for (var i = 0; i < _words.Length; i++)
        {
            if (i < _places.Length && shared.Contains(_places[i]) && !_repeated.Contains(_places[i]) && !other._repeated.Contains(_places[i])) reach = i + ShingleWidth;
            if (i < reach)
            {
                if (isInside && slot <= LongestSlot) others += inSlot;
                (isInside, slot, inSlot) = (true, 0, 0);
                kept += Math.Min((byte)1, _particulars[i]);
                continue;
            }

            slot++;
            if (!known.Contains(_words[i])) inSlot += _particulars[i];
        }

        return others / (double)Math.Max(1, kept + others);
    }

    private HashSet<uint> Shared(Wording other)
    {
        var shared = new HashSet<uint>();
        for (int i = 0, j = 0; i < _shingles.Length && j < other._shingles.Length;)
        {
            var order = _shingles[i].CompareTo(other._shingles[j]);
            if (order == 0) shared.Add(_shingles[i]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared;
    }

    // Accents of their own, soft hyphens, marks of direction: in a word they are not seen
    private static bool IsIgnored(char letter) =>
        !char.IsAscii(letter) && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    // Either half of a letter beyond the first plane is one
    private static bool IsWord(string text, int at)
    {
        if (at >= text.Length) return false;
        if (char.IsLetterOrDigit(text[at])) return true;
        if (!char.IsSurrogate(text[at])) return false;
        var start = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return start >= 0 && Rune.TryGetRuneAt(text, start, out var rune) && Rune.IsLetterOrDigit(rune);
    }

    private static uint[] Cut(ReadOnlySpan<ulong> words)
    {
        var width = words.Length < FewWords ? words.Length : Width;
        var shingles = new uint[words.Length - width + 1];
        for (var i = 0; i < shingles.Length; i++)
        {
            var shingle = 0UL;
            foreach (var word in words.Slice(i, width)) shingle = (BitOperations.RotateLeft(shingle, 29) ^ Mixed(word)) * Spread;
            shingles[i] = (uint)(Mixed(shingle) >> 32);
        }

        return shingles;
    }

    private static (uint[] Shingles, HashSet<uint> Repeated) Distinct(ReadOnlySpan<uint> shingles)
    {
        var sorted = shingles.ToArray();
        Array.Sort(sorted);
        var (count, repeated) = (1, new HashSet<uint>());
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
            else repeated.Add(sorted[i]);
        }

        return (sorted[..count], repeated);
    }
}
