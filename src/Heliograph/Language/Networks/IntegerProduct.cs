using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Heliograph.Language.Networks;

/// <summary>Products of matrices of 16-bit whole numbers, the arithmetic that all networks spend their time in.</summary>
/// <remarks>
/// Whole numbers sum to the same bits in any order, so every machine gives the same result whatever its vector width,
/// and one instruction does twice the work of its floating-point twin. The right side is packed in panels of 32 columns
/// by pairs of rows. Sums fit 32 bits while depth × the largest magnitude of each side does: with 1,023 × 2,047 up to a
/// depth of 1,024, with the 8,000 × 127 of <see cref="ByteLayer"/> up to 2,048.
/// </remarks>
internal static unsafe class IntegerProduct
{
    /// <summary>Columns of a panel.</summary>
    public const int Width = 32;

    /// <summary>Where an element of the right matrix stands when packed.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="depth">Rows of the matrix; even.</param>
    public static int Place(int row, int column, int depth) =>
        column / Width * (depth * Width) + row / 2 * (2 * Width) + column % Width * 2 + row % 2;

    /// <summary>C += (A·B) × row scale × column scale.</summary>
    /// <param name="a">The left matrix; row i starts at i × stride. Depth is even.</param>
    /// <param name="stride">From one row of A to the next.</param>
    /// <param name="b">The right matrix, packed.</param>
    /// <param name="scales">One a row of A.</param>
    /// <param name="columns">One a column of B.</param>
    /// <param name="c">The result; row i starts at i × width.</param>
    /// <param name="width">From one row of C to the next.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="depth">Columns of A, rows of B; even, at most what keeps sums within 32 bits.</param>
    /// <param name="count">Columns of B and C; a multiple of <see cref="Width"/>.</param>
    public static void MultiplyAdd(
        short* a, nint stride, short* b, float* scales, float* columns, float* c, nint width, int rows, int depth, int count)
    {
        var pairs = depth / 2;
        for (var j = 0; j < count; j += Width, b += (nint)depth * Width)
        {
            var i = 0;
            for (; i + 8 <= rows; i += 8) Kernel8(a + i * stride, stride, b, pairs, scales + i, columns + j, c + i * width + j, width);
            if (i + 4 <= rows)
            {
                Kernel4(a + i * stride, stride, b, pairs, scales + i, columns + j, c + i * width + j, width);
                i += 4;
            }

            for (; i < rows; i++) Kernel1(a + i * stride, stride, b, pairs, scales + i, columns + j, c + i * width + j, width);
        }
    }

    /// <summary>The sum of products of two rows.</summary>
    /// <param name="a">The first.</param>
    /// <param name="b">The second.</param>
    /// <param name="depth">Their length; a multiple of 32, at most 1,024.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(short* a, short* b, int depth)
    {
        var sum = Vector512<int>.Zero;
        for (var k = 0; k < depth; k += 32) sum += MultiplyAddAdjacent(Vector512.Load(a + k), Vector512.Load(b + k));
        return Vector512.Sum(sum);
    }

    /// <summary>Turns a row into whole numbers and tells the scale that turns them back.</summary>
    /// <param name="x">The row.</param>
    /// <param name="quantised">Filled: whole numbers from −<paramref name="largest"/> to <paramref name="largest"/>.</param>
    /// <param name="count">Its length; a multiple of 16.</param>
    /// <param name="largest">What the largest magnitude becomes.</param>
    public static float Quantise(float* x, short* quantised, int count, float largest = 1000)
    {
        var highest = Vector512<float>.Zero;
        for (var i = 0; i < count; i += 16) highest = Vector512.MaxNative(highest, Vector512.Abs(Vector512.Load(x + i)));
        var most = 0f;
        for (var i = 0; i < 16; i++) most = Math.Max(most, highest[i]);
        if (most == 0)
        {
            new Span<short>(quantised, count).Clear();
            return 0;
        }

        var factor = Vector512.Create(largest / most);
        for (var i = 0; i < count; i += 16) Round(Vector512.Load(x + i) * factor).Store(quantised + i);
        return most / largest;
    }

    /// <summary>The nearest whole numbers of values between −32,768 and 32,767.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Round(Vector512<float> x)
    {
        // Adding 1.5 * 2^23 leaves the rounded number in the low bits.
        var whole = (x + Vector512.Create(12582912f)).AsInt32() - Vector512.Create(0x4B400000);
        return Vector256.Narrow(whole.GetLower(), whole.GetUpper());
    }

    /// <summary>Sixteen sums of two neighbouring products each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> MultiplyAddAdjacent(Vector512<short> a, Vector512<short> b)
    {
        if (Avx512BW.IsSupported) return Avx512BW.MultiplyAddAdjacent(a, b);
        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.MultiplyAddAdjacent(a.GetLower(), b.GetLower()), Avx2.MultiplyAddAdjacent(a.GetUpper(), b.GetUpper()));
        }

        return Vector512.Create(
            Vector256.Create(Quarter(a.GetLower().GetLower(), b.GetLower().GetLower()), Quarter(a.GetLower().GetUpper(), b.GetLower().GetUpper())),
            Vector256.Create(Quarter(a.GetUpper().GetLower(), b.GetUpper().GetLower()), Quarter(a.GetUpper().GetUpper(), b.GetUpper().GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Quarter(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyAddAdjacent(a, b);
        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.AddPairwise(
                AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()), AdvSimd.MultiplyWideningUpper(a, b));
        }

        var sums = Vector128<int>.Zero;
        for (var i = 0; i < 4; i++) sums = sums.WithElement(i, a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1]);
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<int> sums, Vector512<float> columns, float scale, float* c) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(sums), columns * Vector512.Create(scale), Vector512.Load(c)).Store(c);

    private static void Kernel8(short* a, nint stride, short* b, int pairs, float* scales, float* columns, float* c, nint width)
    {
        var x0 = Vector512<int>.Zero;
        var y0 = Vector512<int>.Zero;
        var x1 = Vector512<int>.Zero;
        var y1 = Vector512<int>.Zero;
        var x2 = Vector512<int>.Zero;
        var y2 = Vector512<int>.Zero;
        var x3 = Vector512<int>.Zero;
        var y3 = Vector512<int>.Zero;
        var x4 = Vector512<int>.Zero;
        var y4 = Vector512<int>.Zero;
        var x5 = Vector512<int>.Zero;
        var y5 = Vector512<int>.Zero;
        var x6 = Vector512<int>.Zero;
        var y6 = Vector512<int>.Zero;
        var x7 = Vector512<int>.Zero;
        var y7 = Vector512<int>.Zero;
        for (var k = 0; k < pairs; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 32);
            var v0 = Vector512.Create(((int*)(a + 0 * stride))[k]).AsInt16();
            x0 += MultiplyAddAdjacent(v0, left);
            y0 += MultiplyAddAdjacent(v0, right);
            var v1 = Vector512.Create(((int*)(a + 1 * stride))[k]).AsInt16();
            x1 += MultiplyAddAdjacent(v1, left);
            y1 += MultiplyAddAdjacent(v1, right);
            var v2 = Vector512.Create(((int*)(a + 2 * stride))[k]).AsInt16();
            x2 += MultiplyAddAdjacent(v2, left);
            y2 += MultiplyAddAdjacent(v2, right);
            var v3 = Vector512.Create(((int*)(a + 3 * stride))[k]).AsInt16();
            x3 += MultiplyAddAdjacent(v3, left);
            y3 += MultiplyAddAdjacent(v3, right);
            var v4 = Vector512.Create(((int*)(a + 4 * stride))[k]).AsInt16();
            x4 += MultiplyAddAdjacent(v4, left);
            y4 += MultiplyAddAdjacent(v4, right);
            var v5 = Vector512.Create(((int*)(a + 5 * stride))[k]).AsInt16();
            x5 += MultiplyAddAdjacent(v5, left);
            y5 += MultiplyAddAdjacent(v5, right);
            var v6 = Vector512.Create(((int*)(a + 6 * stride))[k]).AsInt16();
            x6 += MultiplyAddAdjacent(v6, left);
            y6 += MultiplyAddAdjacent(v6, right);
            var v7 = Vector512.Create(((int*)(a + 7 * stride))[k]).AsInt16();
            x7 += MultiplyAddAdjacent(v7, left);
            y7 += MultiplyAddAdjacent(v7, right);
            b += 64;
        }

        var first = Vector512.Load(columns);
        var second = Vector512.Load(columns + 16);
        Add(x0, first, scales[0], c + 0 * width);
        Add(y0, second, scales[0], c + 0 * width + 16);
        Add(x1, first, scales[1], c + 1 * width);
        Add(y1, second, scales[1], c + 1 * width + 16);
        Add(x2, first, scales[2], c + 2 * width);
        Add(y2, second, scales[2], c + 2 * width + 16);
        Add(x3, first, scales[3], c + 3 * width);
        Add(y3, second, scales[3], c + 3 * width + 16);
        Add(x4, first, scales[4], c + 4 * width);
        Add(y4, second, scales[4], c + 4 * width + 16);
        Add(x5, first, scales[5], c + 5 * width);
        Add(y5, second, scales[5], c + 5 * width + 16);
        Add(x6, first, scales[6], c + 6 * width);
        Add(y6, second, scales[6], c + 6 * width + 16);
        Add(x7, first, scales[7], c + 7 * width);
        Add(y7, second, scales[7], c + 7 * width + 16);
    }

    private static void Kernel4(short* a, nint stride, short* b, int pairs, float* scales, float* columns, float* c, nint width)
    {
        var x0 = Vector512<int>.Zero;
        var y0 = Vector512<int>.Zero;
        var x1 = Vector512<int>.Zero;
        var y1 = Vector512<int>.Zero;
        var x2 = Vector512<int>.Zero;
        var y2 = Vector512<int>.Zero;
        var x3 = Vector512<int>.Zero;
        var y3 = Vector512<int>.Zero;
        for (var k = 0; k < pairs; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 32);
            var v0 = Vector512.Create(((int*)(a + 0 * stride))[k]).AsInt16();
            x0 += MultiplyAddAdjacent(v0, left);
            y0 += MultiplyAddAdjacent(v0, right);
            var v1 = Vector512.Create(((int*)(a + 1 * stride))[k]).AsInt16();
            x1 += MultiplyAddAdjacent(v1, left);
            y1 += MultiplyAddAdjacent(v1, right);
            var v2 = Vector512.Create(((int*)(a + 2 * stride))[k]).AsInt16();
            x2 += MultiplyAddAdjacent(v2, left);
            y2 += MultiplyAddAdjacent(v2, right);
            var v3 = Vector512.Create(((int*)(a + 3 * stride))[k]).AsInt16();
            x3 += MultiplyAddAdjacent(v3, left);
            y3 += MultiplyAddAdjacent(v3, right);
            b += 64;
        }

        var first = Vector512.Load(columns);
        var second = Vector512.Load(columns + 16);
        Add(x0, first, scales[0], c + 0 * width);
        Add(y0, second, scales[0], c + 0 * width + 16);
        Add(x1, first, scales[1], c + 1 * width);
        Add(y1, second, scales[1], c + 1 * width + 16);
        Add(x2, first, scales[2], c + 2 * width);
        Add(y2, second, scales[2], c + 2 * width + 16);
        Add(x3, first, scales[3], c + 3 * width);
        Add(y3, second, scales[3], c + 3 * width + 16);
    }

    private static void Kernel1(short* a, nint stride, short* b, int pairs, float* scales, float* columns, float* c, nint width)
    {
        var x0 = Vector512<int>.Zero;
        var y0 = Vector512<int>.Zero;
        for (var k = 0; k < pairs; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 32);
            var v0 = Vector512.Create(((int*)(a + 0 * stride))[k]).AsInt16();
            x0 += MultiplyAddAdjacent(v0, left);
            y0 += MultiplyAddAdjacent(v0, right);
            b += 64;
        }

        var first = Vector512.Load(columns);
        var second = Vector512.Load(columns + 16);
        Add(x0, first, scales[0], c + 0 * width);
        Add(y0, second, scales[0], c + 0 * width + 16);
    }
}
