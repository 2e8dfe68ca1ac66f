using System.Numerics.Tensors;

namespace Heliograph.Training.Networks;

/// <summary>Leaves values out at random while learning, so that nothing leans on one of them.</summary>
internal static class Dropout
{
    /// <summary>A matrix of zeros (share <paramref name="drop"/>) and of what keeps the sum (the rest).</summary>
    public static Matrix Mask(Arena arena, int rows, int columns, float drop, Randomness random)
    {
        var mask = arena.Take(rows, columns);
        var all = mask.All;
        if (drop <= 0)
        {
            all.Fill(1);
            return mask;
        }

        var keep = 1 / (1 - drop);
        var bound = (uint)(drop * (1 << 21));
        for (var i = 0; i < all.Length; i += 3)
        {
            var bits = random.Next();
            for (var j = i; j < Math.Min(i + 3, all.Length); j++, bits >>= 21) all[j] = ((uint)bits & 0x1FFFFF) < bound ? 0 : keep;
        }

        return mask;
    }

    /// <summary>Multiplies in place.</summary>
    public static void Apply(Matrix values, Matrix mask) => TensorPrimitives.Multiply(values.All, mask.All, values.All);
}
