using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Heliograph.Language.Networks;

/// <summary>Brings a row to mean 0 and variance 1, then scales and shifts each column (Ba, Kiros and Hinton 2016).</summary>
/// <remarks>Sums run in sixteen lanes whose halves are added in a fixed order; the rest is exact division and square root.</remarks>
internal sealed unsafe class LayerNorm(ModelReader reader, int width)
{
    private const float Least = 1e-12f; // added to the variance, as in BERT

    private readonly float* _gamma = reader.CopyArray<float>(width);
    private readonly float* _beta = reader.CopyArray<float>(width);

    /// <summary>Rewrites some rows that lie one behind the other.</summary>
    public void Apply(float* x, int rows)
    {
        for (var i = 0; i < rows; i++, x += width) Apply(x);
    }

    /// <summary>The sum of sixteen lanes, in the same order on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> lanes)
    {
        var eight = lanes.GetLower() + lanes.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }

    private void Apply(float* x)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < width; i += 16) sum += Vector512.Load(x + i);
        var mean = Vector512.Create(Sum(sum) / width);
        var squares = Vector512<float>.Zero;
        for (var i = 0; i < width; i += 16)
        {
            var rest = Vector512.Load(x + i) - mean;
            squares = Vector512.FusedMultiplyAdd(rest, rest, squares);
        }

        var scale = Vector512.Create(1 / MathF.Sqrt(Sum(squares) / width + Least));
        for (var i = 0; i < width; i += 16)
        {
            var rest = (Vector512.Load(x + i) - mean) * scale;
            Vector512.FusedMultiplyAdd(rest, Vector512.Load(_gamma + i), Vector512.Load(_beta + i)).Store(x + i);
        }
    }
}
