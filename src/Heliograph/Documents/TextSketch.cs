using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace Heliograph.Documents;

/// <summary>A few hundred bytes of a text that tell how much of its wording another text shares.</summary>
/// <remarks>
/// <para>The text is cut into shingles, each some words in a row, in small letters, without signs and blanks. Of every one of
/// <see cref="Marks"/> ways to number all shingles, the smallest number in the text is kept: two texts have the same one as often as they
/// share shingles. A. Broder, "On the resemblance and containment of documents", 1997. Of each number 16 bits are kept: P. Li and
/// A. C. König, "b-bit minwise hashing", 2010.</para>
/// <para>The standard error of <see cref="Resemblance"/> is 0.031 at most. What the words mean is not looked at: another outlet's account of the
/// same thing, in words of its own, resembles nothing. A text of fewer than <see cref="FewWords"/> words is one shingle.</para>
/// </remarks>
public sealed class TextSketch
{
    /// <summary>How many marks a sketch has.</summary>
    public const int Marks = 256;

    /// <summary>Texts of fewer words resemble only those that are the same word for word.</summary>
    public const int FewWords = 30;

    /// <summary>Keys by which texts that resemble one another find one another, and how many marks make up each.</summary>
    public const int Bands = 20;

    private const int Width = 3;       // words in a shingle; measured with 3, 4 and 5: docs/accuracy.md
    private const int MarksInBand = 2;
    private const ulong Spread = 0x9E3779B97F4A7C15; // 2^64 over the golden ratio

    // Measured: docs/accuracy.md, "Copies". Reports of one form share less of the shorter one than a reprint does, but those that are a few sentences nearly as much
    private const double LeastResemblance = 0.5;
    private const double LeastContainment = 0.78;
    private const double LeastContainmentOfBrief = 0.85;
    private const int Brief = 100; // shingles

    private readonly ushort[] _marks;

    private TextSketch(int shingles, ushort[] marks) => (Shingles, _marks) = (shingles, marks);

    /// <summary>How many different shingles the text has; 1 or more.</summary>
    public int Shingles { get; }

    /// <summary>Draws the sketch of a text.</summary>
    /// <param name="text">The text; case, signs, blanks and accents that stand alone count for nothing.</param>
    /// <returns>Null where the text has no word.</returns>
    public static TextSketch? Of(string text)
    {
        var words = ArrayPool<ulong>.Shared.Rent((text.Length / 2) + 1);
        var shingles = ArrayPool<uint>.Shared.Rent((text.Length / 2) + 1);
        try
        {
            var count = Words(text, words);
            if (count == 0) return null;
            var distinct = Distinct(shingles.AsSpan(0, Cut(words.AsSpan(0, count), shingles)));
            var marks = new ushort[Marks];
            Mark(shingles.AsSpan(0, distinct), marks);
            return new(distinct, marks);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(words);
            ArrayPool<uint>.Shared.Return(shingles);
        }
    }

    /// <summary>A sketch as it was kept.</summary>
    /// <param name="shingles">What <see cref="Shingles"/> was.</param>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    /// <exception cref="FormatException">These are not the bytes of a sketch.</exception>
    public static TextSketch Of(int shingles, ReadOnlySpan<byte> bytes)
    {
        if (shingles < 1 || bytes.Length != Marks * sizeof(ushort))
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"found a sketch of {bytes.Length} bytes and {shingles} shingles, expected {Marks * sizeof(ushort)} bytes and one shingle or more"));
        }

        var marks = new ushort[Marks];
        for (var i = 0; i < Marks; i++) marks[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]);
        return new(shingles, marks);
    }

    /// <summary>The marks, two bytes each, the lower one first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Marks * sizeof(ushort)];
        for (var i = 0; i < Marks; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * sizeof(ushort)), _marks[i]);
        return bytes;
    }

    /// <summary>How much of what either text says both say, from 0 to 1: shared shingles over all of both; an estimate.</summary>
    public double Resemblance(TextSketch other) => 1 - (TensorPrimitives.HammingDistance<ushort>(_marks, other._marks) / (double)Marks);

    /// <summary>How much of the shorter text the longer one holds, from 0 to 1; an estimate.</summary>
    public double Containment(TextSketch other)
    {
        var resemblance = Resemblance(other);
        return Math.Min(1, resemblance * ((double)Shingles + other.Shingles) / ((1 + resemblance) * Math.Min(Shingles, other.Shingles)));
    }

    /// <summary>Whether one text looks like a reprint of the other, or both of a third: cut, with a new head, a few words changed.</summary>
    /// <remarks>Which of them was first it cannot tell. A digest of several reports resembles none of them.</remarks>
    public bool IsCopy(TextSketch other) => Resemblance(other) >= LeastResemblance
        && Containment(other) >= (Math.Min(Shingles, other.Shingles) < Brief ? LeastContainmentOfBrief : LeastContainment);

    /// <summary>The keys by which it is found: two texts that resemble each other share one of them nearly always, others hardly ever.</summary>
    /// <returns><see cref="Bands"/> numbers, each different.</returns>
    public ImmutableArray<long> Keys()
    {
        var keys = new long[Bands];
        for (var band = 0; band < Bands; band++)
        {
            keys[band] = band;
            foreach (var mark in _marks.AsSpan(band * MarksInBand, MarksInBand)) keys[band] = (keys[band] << 16) | mark;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(keys);
    }

    // A number for each word, whatever its case; how many there are
    private static int Words(string text, ulong[] words)
    {
        var (count, word) = (0, 0UL);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsAsciiLetterOrDigit(letter)) word = (word ^ char.ToLowerInvariant(letter)) * Spread;
            else if (!char.IsAscii(letter) && IsIgnored(letter)) continue;
            else if (!char.IsAscii(letter) && IsLetter(text, at)) word = (word ^ char.ToLowerInvariant(letter)) * Spread;
            else if (word != 0) (words[count++], word) = (word, 0);
        }

        if (word != 0) words[count++] = word;
        return count;
    }

    // Accents of their own, soft hyphens, marks of direction: in a word they are not seen
    private static bool IsIgnored(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    // Either half of a letter beyond the first plane is one
    private static bool IsLetter(string text, int at)
    {
        if (char.IsLetterOrDigit(text[at])) return true;
        if (!char.IsSurrogate(text[at])) return false;
        var start = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return start >= 0 && Rune.TryGetRuneAt(text, start, out var rune) && Rune.IsLetterOrDigit(rune);
    }

    private static int Cut(ReadOnlySpan<ulong> words, Span<uint> shingles)
    {
        var width = words.Length < FewWords ? words.Length : Width;
        var count = words.Length - width + 1;
        for (var i = 0; i < count; i++)
        {
            var shingle = 0UL;
            foreach (var word in words.Slice(i, width)) shingle = (BitOperations.RotateLeft(shingle, 29) ^ Mixed(word)) * Spread;
            shingles[i] = (uint)(Mixed(shingle) >> 32);
        }

        return count;
    }

    // SplitMix64: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", 2014
    private static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    private static int Distinct(Span<uint> shingles)
    {
        shingles.Sort();
        var count = 1;
        for (var i = 1; i < shingles.Length; i++)
        {
            if (shingles[i] != shingles[i - 1]) shingles[count++] = shingles[i];
        }

        return count;
    }

    // Each mark numbers the shingles by another mixing (the last steps of MurmurHash3, public domain), as many at a time as the machine's vectors hold
    private static void Mark(ReadOnlySpan<uint> shingles, ushort[] marks)
    {
        Span<uint> seeds = stackalloc uint[Vector<uint>.Count];
        for (var first = 0; first < Marks; first += seeds.Length)
        {
            for (var i = 0; i < seeds.Length; i++) seeds[i] = (uint)(Mixed((ulong)(first + i + 1) * Spread) >> 32);
            var seed = new Vector<uint>(seeds);
            var least = new Vector<uint>(uint.MaxValue);
            foreach (var shingle in shingles)
            {
                var number = new Vector<uint>(shingle) ^ seed;
                number = (number ^ (number >> 16)) * new Vector<uint>(0x85EBCA6B);
                number = (number ^ (number >> 13)) * new Vector<uint>(0xC2B2AE35);
                least = Vector.Min(least, number ^ (number >> 16));
            }

            for (var i = 0; i < seeds.Length; i++) marks[first + i] = (ushort)least[i];
        }
    }
}
