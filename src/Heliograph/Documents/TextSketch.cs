using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Heliograph.Documents;

/// <summary>Half a kilobyte of a text that tells how much of its wording another text shares, near enough to look at no others.</summary>
/// <remarks>
/// Of every one of <see cref="Marks"/> ways to number all shingles (<see cref="Wording"/>), the smallest number in the text is kept: two texts have
/// the same one as often as they share shingles. A. Broder, "On the resemblance and containment of documents", 1997. Of each number 16 bits are kept: P. Li
/// and A. C. König, "b-bit minwise hashing", 2010. The standard error of <see cref="Resemblance"/> is 0.031 at most.
/// </remarks>
public sealed class TextSketch
{
    /// <summary>How many marks a sketch has.</summary>
    public const int Marks = 256;

    /// <summary>How many keys it has, by which texts that resemble one another find one another.</summary>
    public const int Bands = 20;

    private const int MarksInBand = 2; // of two copies that just resemble each other enough, 99 in 100 share a key

    // Three standard errors below what Wording asks, so that no copy is passed over
    private const double LeastResemblance = Wording.LeastResemblance - 0.09;
    private const double LeastContainment = Wording.LeastContainment - 0.09;

    private readonly ushort[] _marks;

    private TextSketch(int shingles, ushort[] marks) => (Shingles, _marks) = (shingles, marks);

    /// <summary>How many different shingles the text has; 1 or more.</summary>
    public int Shingles { get; }

    /// <summary>Draws the sketch of a text.</summary>
    /// <param name="wording">Its words.</param>
    public static TextSketch Of(Wording wording)
    {
        var marks = new ushort[Marks];
        Mark(wording.Shingles, marks);
        return new(wording.Shingles.Length, marks);
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

    /// <summary>Whether one text may be a copy of the other; <see cref="Wording.IsCopy"/> tells.</summary>
    public bool MayBeCopy(TextSketch other) => Resemblance(other) >= LeastResemblance && Containment(other) >= LeastContainment;

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

    // Each mark numbers the shingles by another mixing (the last steps of MurmurHash3, public domain), as many at a time as the machine's vectors hold
    private static void Mark(ReadOnlySpan<uint> shingles, Span<ushort> marks)
    {
        Span<uint> seeds = stackalloc uint[Vector<uint>.Count];
        for (var first = 0; first < Marks; first += seeds.Length)
        {
            for (var i = 0; i < seeds.Length; i++) seeds[i] = (uint)(Wording.Mixed((ulong)(first + i + 1) * Wording.Spread) >> 32);
            var seed = new Vector<uint>(seeds);
            var least = new Vector<uint>(uint.MaxValue);
            foreach (var shingle in shingles)
            {
                var number = new Vector<uint>(shingle) ^ seed;
                number = (number ^ (number >>> 16)) * new Vector<uint>(0x85EBCA6B);
                number = (number ^ (number >>> 13)) * new Vector<uint>(0xC2B2AE35);
                least = Vector.Min(least, number ^ (number >>> 16));
            }

            for (var i = 0; i < seeds.Length; i++) marks[first + i] = (ushort)least[i];
        }
    }
}
