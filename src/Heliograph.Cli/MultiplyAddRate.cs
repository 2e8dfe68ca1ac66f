using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Heliograph.Cli;

/// <summary>Measures how many multiplications with addition (of 32-bit floats) this machine can do in a second.</summary>
/// <remarks>
/// Runs fused multiply-adds on as many independent sums as registers hold, so that neither memory nor the wait for a
/// result slows it: the most that arithmetic can reach here, on the widest vectors that the machine speeds up.
/// </remarks>
internal static class MultiplyAddRate
{
    private const int Sums = 12; // independent chains: more than latency times units of any core of today
    private const int Steps = 100_000;

    /// <summary>The width of the vectors used. Unit: bits.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Multiply-adds a second on the calling thread, each lane of a vector counted as one.</summary>
    /// <param name="duration">How long to measure; the best stretch of it counts.</param>
    public static double Measure(TimeSpan duration)
    {
        var best = 0.0;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration)
        {
            var start = Stopwatch.GetTimestamp();
            _ = VectorBits switch { 512 => Run512(1.0001f), 256 => Run256(1.0001f), _ => Run128(1.0001f) };
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            best = Math.Max(best, (double)Sums * Steps * VectorBits / 32 / seconds);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run512(float value)
    {
        var (x, y) = (Vector512.Create(value), Vector512.Create(1e-9f));
        var (a, b, c, d, e, f, g, h, i, j, k, l) = (y, y, y, y, y, y, y, y, y, y, y, y);
        for (var step = 0; step < Steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(x, y, a);
            b = Vector512.FusedMultiplyAdd(x, y, b);
            c = Vector512.FusedMultiplyAdd(x, y, c);
            d = Vector512.FusedMultiplyAdd(x, y, d);
            e = Vector512.FusedMultiplyAdd(x, y, e);
            f = Vector512.FusedMultiplyAdd(x, y, f);
            g = Vector512.FusedMultiplyAdd(x, y, g);
            h = Vector512.FusedMultiplyAdd(x, y, h);
            i = Vector512.FusedMultiplyAdd(x, y, i);
            j = Vector512.FusedMultiplyAdd(x, y, j);
            k = Vector512.FusedMultiplyAdd(x, y, k);
            l = Vector512.FusedMultiplyAdd(x, y, l);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run256(float value)
    {
        var (x, y) = (Vector256.Create(value), Vector256.Create(1e-9f));
        var (a, b, c, d, e, f, g, h, i, j, k, l) = (y, y, y, y, y, y, y, y, y, y, y, y);
        for (var step = 0; step < Steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(x, y, a);
            b = Vector256.FusedMultiplyAdd(x, y, b);
            c = Vector256.FusedMultiplyAdd(x, y, c);
            d = Vector256.FusedMultiplyAdd(x, y, d);
            e = Vector256.FusedMultiplyAdd(x, y, e);
            f = Vector256.FusedMultiplyAdd(x, y, f);
            g = Vector256.FusedMultiplyAdd(x, y, g);
            h = Vector256.FusedMultiplyAdd(x, y, h);
            i = Vector256.FusedMultiplyAdd(x, y, i);
            j = Vector256.FusedMultiplyAdd(x, y, j);
            k = Vector256.FusedMultiplyAdd(x, y, k);
            l = Vector256.FusedMultiplyAdd(x, y, l);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run128(float value)
    {
        var (x, y) = (Vector128.Create(value), Vector128.Create(1e-9f));
        var (a, b, c, d, e, f, g, h, i, j, k, l) = (y, y, y, y, y, y, y, y, y, y, y, y);
        for (var step = 0; step < Steps; step++)
        {
            a = Vector128.FusedMultiplyAdd(x, y, a);
            b = Vector128.FusedMultiplyAdd(x, y, b);
            c = Vector128.FusedMultiplyAdd(x, y, c);
            d = Vector128.FusedMultiplyAdd(x, y, d);
            e = Vector128.FusedMultiplyAdd(x, y, e);
            f = Vector128.FusedMultiplyAdd(x, y, f);
            g = Vector128.FusedMultiplyAdd(x, y, g);
            h = Vector128.FusedMultiplyAdd(x, y, h);
            i = Vector128.FusedMultiplyAdd(x, y, i);
            j = Vector128.FusedMultiplyAdd(x, y, j);
            k = Vector128.FusedMultiplyAdd(x, y, k);
            l = Vector128.FusedMultiplyAdd(x, y, l);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
