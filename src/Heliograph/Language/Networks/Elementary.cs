namespace Heliograph.Language.Networks;

/// <summary>Elementary functions made of sums and products alone, so that every machine gives the same bits.</summary>
/// <remarks>Those of the runtime come from the system's library, whose last digit differs from system to system.</remarks>
internal static class Elementary
{
    private const double Widest = 600; // beyond it, the power is that of the bound
    private const double Ln2High = 6.93147180369123816490e-01; // its last 21 bits are 0, so that n·Ln2High is exact
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to a power; the relative error is below 1e-14. Powers beyond ±600 count as ±600.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -Widest, Widest);
        var twos = Math.Floor(x / (Ln2High + Ln2Low) + 0.5);
        var rest = x - twos * Ln2High - twos * Ln2Low; // within ±0.35
        var sum = 1.0;
        for (var n = 14; n > 0; n--) sum = 1 + rest * sum / n;
        return sum * BitConverter.Int64BitsToDouble((long)(twos + 1023) << 52);
    }

    /// <summary>The natural logarithm of a positive normal number; the error is below 1e-14 of the larger of it and 1.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var twos = (int)(bits >> 52) - 1023;
        var part = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000); // 1 up to 2
        if (part > 1.4142135623730951) (part, twos) = (part / 2, twos + 1);
        var ratio = (part - 1) / (part + 1); // within ±0.172
        var (square, sum) = (ratio * ratio, 0.0);
        for (var n = 21; n > 0; n -= 2) sum = 1.0 / n + square * sum;
        return twos * Ln2High + (2 * ratio * sum + twos * Ln2Low);
    }
}
