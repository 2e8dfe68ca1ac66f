using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heliograph.Language;

/// <summary>A small network that judges one place in a text from hashed features: a sum of rows, one hidden layer, one score a class.</summary>
/// <remarks>Arithmetic is whole numbers up to the hidden layer, and floats added in a fixed order after it.</remarks>
internal sealed class BoundaryScorer
{
    /// <summary>How many units the hidden layer has: one row of the table.</summary>
    public const int Width = 32;

    private readonly WeightTable _rows;
    private readonly float[] _bias;
    private readonly float[] _output;
    private readonly float _scale;
    private readonly int _shift;

    /// <param name="file">Holds the sections rows (signed bytes, <see cref="Width"/> a row, a power of two of rows) and
    /// floats (the scale of a row's unit; the hidden bias; for each class its bias and its weights).</param>
    public BoundaryScorer(WeightFile file)
    {
        _rows = file.Next();
        var floats = file.Next().As<float>();
        _scale = floats[0];
        _bias = floats.Slice(1, Width).ToArray();
        _output = floats[(1 + Width)..].ToArray();
        _shift = Shift(_rows.Bytes.Length / Width);
    }

    /// <summary>How far to shift a feature's hash down to reach its row.</summary>
    /// <param name="rows">The number of rows; a power of two.</param>
    public static int Shift(int rows) => 32 - System.Numerics.BitOperations.Log2((uint)rows);

    /// <summary>Scores each class; the highest is the verdict.</summary>
    /// <param name="features">Hashes of what was seen; at most 200, so that the sums stay in 16 bits.</param>
    /// <param name="scores">One per class; overwritten.</param>
    [SkipLocalsInit]
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ref var rows = ref MemoryMarshal.GetReference(_rows.As<sbyte>());
        var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var feature in features)
        {
            var row = Vector256.LoadUnsafe(ref rows, (nuint)(feature >> _shift) * Width);
            var (first, second) = Vector256.Widen(row);
            low += first;
            high += second;
        }

        Span<short> sums = stackalloc short[Width];
        low.CopyTo(sums);
        high.CopyTo(sums[16..]);
        Span<float> hidden = stackalloc float[Width];
        for (var i = 0; i < Width; i++) hidden[i] = Math.Max(0, sums[i] * _scale + _bias[i]);
        for (var k = 0; k < scores.Length; k++) scores[k] = Output(hidden, k);
    }

    private float Output(ReadOnlySpan<float> hidden, int k)
    {
        ref var weights = ref _output[k * (Width + 1)];
        ref var values = ref MemoryMarshal.GetReference(hidden);
        var sum = Vector256<float>.Zero;
        for (nuint i = 0; i < Width; i += 8) sum += Vector256.LoadUnsafe(ref values, i) * Vector256.LoadUnsafe(ref weights, i + 1);
        var score = weights;
        for (var i = 0; i < 8; i++) score += sum[i];
        return score;
    }
}
