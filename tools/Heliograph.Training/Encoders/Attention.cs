using System.Numerics.Tensors;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>Attention of twelve heads over the rows of each window (Vaswani et al. 2017), and its slopes.</summary>
internal static unsafe class Attention
{
    private const int Width = PretrainedEncoder.Width;
    private const int Head = Width / PretrainedEncoder.Heads; // a panel of the products is just as wide
    private const int Rows = 3 * Width; // query, key and value of a row side by side
    private static readonly float Scale = 1 / MathF.Sqrt(Head);

    /// <summary>Values beyond a window's last row that its products may read, and do not use.</summary>
    public const int Beyond = Product.Width;

    /// <summary>The context of every row; fills in the shares that each row gives the others, for the way back.</summary>
    /// <param name="states">Query, key and value of each row; <see cref="Beyond"/> more rows lie behind it.</param>
    /// <param name="windows">Rows of each window.</param>
    /// <param name="context">Filled.</param>
    /// <param name="arena">Memory.</param>
    /// <returns>One matrix a window and head: one row a row of the window.</returns>
    public static Matrix[] Forward(Matrix states, IReadOnlyList<(int Start, int Length)> windows, Matrix context, Arena arena)
    {
        var shares = new Matrix[windows.Count * PretrainedEncoder.Heads];
        for (var w = 0; w < windows.Count; w++)
        {
            var (start, length) = windows[w];
            var padded = (length + Product.Width - 1) / Product.Width * Product.Width;
            var keys = arena.Take(Head, padded);
            var values = arena.Take(length, Head);
            for (var head = 0; head < PretrainedEncoder.Heads; head++)
            {
                var at = states.Values + (nint)start * Rows + head * Head;
                var share = arena.Take(length, padded);
                Product.Pack(at + Width, Head, padded, Rows, true, keys.Values);
                Product.Multiply(at, Rows, 1, keys.Values, share.Values, padded, length, Head, padded, false);
                for (var i = 0; i < length; i++)
                {
                    var row = share.Row(i)[..length];
                    TensorPrimitives.Multiply(row, Scale, row);
                    TensorPrimitives.SoftMax(row, row);
                    share.Row(i)[length..].Clear();
                }

                Product.Pack(at + 2 * Width, length, Head, Rows, false, values.Values);
                Product.Multiply(share.Values, padded, 1, values.Values, context.Values + (nint)start * Width + head * Head, Width, length, length, Head, false);
                shares[w * PretrainedEncoder.Heads + head] = share;
            }
        }

        return shares;
    }

    /// <summary>Fills in the slopes of queries, keys and values from those of the context.</summary>
    public static void Backward(
        Matrix states, IReadOnlyList<(int Start, int Length)> windows, Matrix[] shares, Matrix dContext, Matrix dStates, Arena arena)
    {
        for (var w = 0; w < windows.Count; w++)
        {
            var (start, length) = windows[w];
            var padded = shares[w * PretrainedEncoder.Heads].Columns;
            var slopes = arena.Take(length, padded);
            var turned = arena.Take(Head, padded);
            var packed = arena.Take(length, Head);
            for (var head = 0; head < PretrainedEncoder.Heads; head++)
            {
                var share = shares[w * PretrainedEncoder.Heads + head];
                var at = states.Values + (nint)start * Rows + head * Head;
                var slope = dStates.Values + (nint)start * Rows + head * Head;
                var up = dContext.Values + (nint)start * Width + head * Head;

                Product.Pack(up, length, Head, Width, false, packed.Values);
                Product.Multiply(share.Values, 1, padded, packed.Values, slope + 2 * Width, Rows, length, length, Head, false);

                Product.Pack(at + 2 * Width, Head, padded, Rows, true, turned.Values);
                Product.Multiply(up, Width, 1, turned.Values, slopes.Values, padded, length, Head, padded, false);
                for (var i = 0; i < length; i++)
                {
                    var d = slopes.Row(i)[..length];
                    var p = share.Row(i)[..length];
                    var mean = TensorPrimitives.Dot<float>(d, p);
                    TensorPrimitives.Subtract(d, mean, d);
                    TensorPrimitives.Multiply(d, p, d);
                    TensorPrimitives.Multiply(d, Scale, d);
                }

                Product.Pack(at + Width, length, Head, Rows, false, packed.Values);
                Product.Multiply(slopes.Values, padded, 1, packed.Values, slope, Rows, length, length, Head, false);
                Product.Pack(at, length, Head, Rows, false, packed.Values);
                Product.Multiply(slopes.Values, 1, padded, packed.Values, slope + Width, Rows, length, length, Head, false);
            }
        }
    }
}
