using System.Runtime.Intrinsics;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>The Gaussian error linear unit in the form with the hyperbolic tangent (Hendrycks and Gimpel 2016), which the library computes.</summary>
internal static unsafe class Gelu
{
    private const float Root = 0.7978845608f; // of 2/π
    private const float Cubic = 0.044715f;

    public static Matrix Forward(Matrix x, Arena arena)
    {
        var y = arena.Take(x.Rows, x.Columns);
        for (var i = 0; i < x.Rows * x.Columns; i += Vector512<float>.Count)
        {
            var v = Vector512.Load(x.Values + i);
            (v * 0.5f * (Vector512<float>.One + Tanh(v))).Store(y.Values + i);
        }

        return y;
    }

    /// <summary>Turns the slope of the result into that of the input, in place.</summary>
    public static void Backward(Matrix x, Matrix dy)
    {
        for (var i = 0; i < x.Rows * x.Columns; i += Vector512<float>.Count)
        {
            var v = Vector512.Load(x.Values + i);
            var tanh = Tanh(v);
            var inner = Vector512.Create(Root) * (Vector512<float>.One + v * v * (3 * Cubic));
            var slope = (Vector512<float>.One + tanh) * 0.5f + v * 0.5f * (Vector512<float>.One - tanh * tanh) * inner;
            (Vector512.Load(dy.Values + i) * slope).Store(dy.Values + i);
        }
    }

    private static Vector512<float> Tanh(Vector512<float> v) => Activation.Tanh(v * Root * (Vector512<float>.One + v * v * Cubic));
}
