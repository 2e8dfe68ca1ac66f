using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heliograph.Language;

/// <summary>A small network that judges one place in a text from hashed features.</summary>
/// <remarks>
/// The rows of the features that it knows are added up; one hidden layer follows, and one score a class. Arithmetic is
/// whole numbers up to the hidden layer, and floats added in a fixed order after it.
/// </remarks>
internal sealed class BoundaryScorer
{
    /// <summary>How many units the hidden layer has: one row of the table.</summary>
    public const int Width = 32;

    private readonly WeightTable _marks;
    private readonly WeightTable _rows;
    private readonly float[] _bias;
    private readonly float[] _output;
    private readonly float _scale;
    private readonly int _shift;

    /// <param name="file">Holds the sections marks (ushort, one a row; a power of two of rows), rows (signed bytes,
    /// <see cref="Width"/> a row) and floats (the scale of a row's unit; the hidden bias; for each class its bias and
    /// its weights).</param>
    public BoundaryScorer(WeightFile file)
    {
        _marks = file.Next();
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

    /// <summary>The row of a feature; −1 where it has none.</summary>
    /// <param name="feature">The feature's hash.</param>
    /// <param name="shift">See <see cref="Shift"/>.</param>
    /// <param name="marks">For each row, the <see cref="Mark"/> of the feature that it belongs to; 0 where it is free.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Row(uint feature, int shift, ReadOnlySpan<ushort> marks)
    {
        var row = (int)(feature >> shift);
        var mark = Mark(feature);
        if (marks[row] == mark) return row;
        return marks[row ^ 1] == mark ? row ^ 1 : -1;
    }

    /// <summary>What tells a feature from the others that share its row; not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Mark(uint feature) => (ushort)(feature | 1);

    /// <summary>Scores each class; the highest is the verdict.</summary>
    /// <param name="features">Hashes of what was seen; at most 200, so that the sums stay in 16 bits.</param>
    /// <param name="scores">One per class; overwritten.</param>
    [SkipLocalsInit]
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ref var rows = ref MemoryMarshal.GetReference(_rows.As<sbyte>());
        var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
        var marks = _marks.As<ushort>();
        foreach (var feature in features)
        {
            var row = Row(feature, _shift, marks);
            if (row < 0) continue;
            var (first, second) = Vector256.Widen(Vector256.LoadUnsafe(ref rows, (nuint)row * Width));
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
        for (nuint i = 0; i < Width; i += 8)
        {
            sum += Vector256.LoadUnsafe(ref values, i) * Vector256.LoadUnsafe(ref weights, i + 1);
        }

        var score = weights;
        for (var i = 0; i < 8; i++) score += sum[i];
        return score;
    }
}
