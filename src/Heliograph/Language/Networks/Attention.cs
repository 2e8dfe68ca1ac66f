using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Heliograph.Language.Networks;

/// <summary>What each piece of a window takes from all of them, head by head (Vaswani et al. 2017).</summary>
/// <remarks>
/// Floats, but each sum runs in one order: scores feature by feature with sixteen keys side by side, what is taken key by key. So
/// every machine gives the same bits, and a window's result does not depend on others.
/// </remarks>
internal static unsafe class Attention
{
    /// <summary>Features of a head.</summary>
    public const int HeadWidth = 32;

    private const int Keys = 32; // scored side by side
    private const int Queries = 4; // read at once
    private const float Scale = 0.17677669f; // 1 / √32
    private const float Never = -1e30f;

    /// <summary>Runs all heads over one window.</summary>
    /// <param name="qkv">One row a piece: queries, keys and values of all heads.</param>
    /// <param name="rows">Pieces of the window.</param>
    /// <param name="width">Features of all heads together.</param>
    /// <param name="taken">Filled: one row a piece of <paramref name="width"/> values.</param>
    /// <param name="workspace">Memory.</param>
    public static void Run(float* qkv, int rows, int width, float* taken, Workspace workspace)
    {
        var padded = (rows + Keys - 1) / Keys * Keys;
        var turned = workspace.Floats(Workspace.Area.TurnedKeys, HeadWidth * padded);
        var scores = workspace.Floats(Workspace.Area.AttentionScores, Queries * padded);
        var stride = 3 * width;
        for (var head = 0; head < width; head += HeadWidth)
        {
            Turn(qkv + width + head, stride, rows, padded, turned);
            var values = qkv + 2 * width + head;
            for (var i = 0; i < rows; i += Queries)
            {
                var query = qkv + (nint)i * stride + head;
                var result = taken + (nint)i * width + head;
                if (i + Queries <= rows)
                {
                    Score4(query, stride, turned, padded, scores);
                    for (var q = 0; q < Queries; q++) Weigh(scores + q * padded, rows, padded);
                    Take4(scores, padded, values, stride, rows, result, width);
                    continue;
                }

                for (var q = i; q < rows; q++, query += stride, result += width)
                {
                    Score(query, turned, padded, scores);
                    Weigh(scores, rows, padded);
                    Take(scores, values, stride, rows, result);
                }
            }
        }
    }

    // Keys by columns, so that one vector holds a feature of sixteen of them.
    private static void Turn(float* keys, nint stride, int rows, int padded, float* turned)
    {
        for (var j = 0; j < rows; j++, keys += stride)
        {
            for (var d = 0; d < HeadWidth; d++) turned[d * padded + j] = keys[d] * Scale;
        }

        for (var d = 0; d < HeadWidth; d++) new Span<float>(turned + d * padded + rows, padded - rows).Clear();
    }

    // Scores to shares that sum to one.
    private static void Weigh(float* scores, int rows, int padded)
    {
        new Span<float>(scores + rows, padded - rows).Fill(Never);
        var highest = Vector512.Load(scores);
        for (var j = 16; j < padded; j += 16) highest = Vector512.MaxNative(highest, Vector512.Load(scores + j));
        var most = Vector512.Create(Highest(highest));
        for (var j = 0; j < padded; j += 16) Activation.Exp(Vector512.Load(scores + j) - most).Store(scores + j);
        new Span<float>(scores + rows, padded - rows).Clear();
        var sum = Vector512<float>.Zero;
        for (var j = 0; j < padded; j += 16) sum += Vector512.Load(scores + j);
        var share = Vector512.Create(1 / LayerNorm.Sum(sum));
        for (var j = 0; j < padded; j += 16) (Vector512.Load(scores + j) * share).Store(scores + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Highest(Vector512<float> lanes)
    {
        var eight = Vector256.MaxNative(lanes.GetLower(), lanes.GetUpper());
        var four = Vector128.MaxNative(eight.GetLower(), eight.GetUpper());
        return Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3]));
    }

    private static void Score4(float* query, nint stride, float* turned, int padded, float* scores)
    {
        for (var j = 0; j < padded; j += Keys)
        {
            var x0 = Vector512<float>.Zero;
            var y0 = Vector512<float>.Zero;
            var x1 = Vector512<float>.Zero;
            var y1 = Vector512<float>.Zero;
            var x2 = Vector512<float>.Zero;
            var y2 = Vector512<float>.Zero;
            var x3 = Vector512<float>.Zero;
            var y3 = Vector512<float>.Zero;
            var keys = turned + j;
            for (var d = 0; d < HeadWidth; d++, keys += padded)
            {
                var left = Vector512.Load(keys);
                var right = Vector512.Load(keys + 16);
                var q0 = Vector512.Create(query[d]);
                x0 = Vector512.FusedMultiplyAdd(q0, left, x0);
                y0 = Vector512.FusedMultiplyAdd(q0, right, y0);
                var q1 = Vector512.Create(query[stride + d]);
                x1 = Vector512.FusedMultiplyAdd(q1, left, x1);
                y1 = Vector512.FusedMultiplyAdd(q1, right, y1);
                var q2 = Vector512.Create(query[2 * stride + d]);
                x2 = Vector512.FusedMultiplyAdd(q2, left, x2);
                y2 = Vector512.FusedMultiplyAdd(q2, right, y2);
                var q3 = Vector512.Create(query[3 * stride + d]);
                x3 = Vector512.FusedMultiplyAdd(q3, left, x3);
                y3 = Vector512.FusedMultiplyAdd(q3, right, y3);
            }

            x0.Store(scores + j);
            y0.Store(scores + j + 16);
            x1.Store(scores + padded + j);
            y1.Store(scores + padded + j + 16);
            x2.Store(scores + 2 * padded + j);
            y2.Store(scores + 2 * padded + j + 16);
            x3.Store(scores + 3 * padded + j);
            y3.Store(scores + 3 * padded + j + 16);
        }
    }

    private static void Score(float* query, float* turned, int padded, float* scores)
    {
        for (var j = 0; j < padded; j += 16)
        {
            var x = Vector512<float>.Zero;
            for (var d = 0; d < HeadWidth; d++) x = Vector512.FusedMultiplyAdd(Vector512.Create(query[d]), Vector512.Load(turned + d * padded + j), x);
            x.Store(scores + j);
        }
    }

    private static void Take4(float* shares, int padded, float* values, nint stride, int rows, float* taken, nint width)
    {
        var x0 = Vector512<float>.Zero;
        var y0 = Vector512<float>.Zero;
        var x1 = Vector512<float>.Zero;
        var y1 = Vector512<float>.Zero;
        var x2 = Vector512<float>.Zero;
        var y2 = Vector512<float>.Zero;
        var x3 = Vector512<float>.Zero;
        var y3 = Vector512<float>.Zero;
        for (var j = 0; j < rows; j++, values += stride)
        {
            var left = Vector512.Load(values);
            var right = Vector512.Load(values + 16);
            var s0 = Vector512.Create(shares[j]);
            x0 = Vector512.FusedMultiplyAdd(s0, left, x0);
            y0 = Vector512.FusedMultiplyAdd(s0, right, y0);
            var s1 = Vector512.Create(shares[padded + j]);
            x1 = Vector512.FusedMultiplyAdd(s1, left, x1);
            y1 = Vector512.FusedMultiplyAdd(s1, right, y1);
            var s2 = Vector512.Create(shares[2 * padded + j]);
            x2 = Vector512.FusedMultiplyAdd(s2, left, x2);
            y2 = Vector512.FusedMultiplyAdd(s2, right, y2);
            var s3 = Vector512.Create(shares[3 * padded + j]);
            x3 = Vector512.FusedMultiplyAdd(s3, left, x3);
            y3 = Vector512.FusedMultiplyAdd(s3, right, y3);
        }

        x0.Store(taken);
        y0.Store(taken + 16);
        x1.Store(taken + width);
        y1.Store(taken + width + 16);
        x2.Store(taken + 2 * width);
        y2.Store(taken + 2 * width + 16);
        x3.Store(taken + 3 * width);
        y3.Store(taken + 3 * width + 16);
    }

    private static void Take(float* shares, float* values, nint stride, int rows, float* taken)
    {
        var x = Vector512<float>.Zero;
        var y = Vector512<float>.Zero;
        for (var j = 0; j < rows; j++, values += stride)
        {
            var share = Vector512.Create(shares[j]);
            x = Vector512.FusedMultiplyAdd(share, Vector512.Load(values), x);
            y = Vector512.FusedMultiplyAdd(share, Vector512.Load(values + 16), y);
        }

        x.Store(taken);
        y.Store(taken + 16);
    }
}
