using System.Runtime.Intrinsics;

namespace Heliograph.Training.Networks;

/// <summary>Matrix products for training: one side packed into panels of 32 columns, the other read with any strides.</summary>
/// <remarks>Each sum runs over the inner dimension in order, one multiply-add after the other: the same bits everywhere.</remarks>
internal static unsafe class Product
{
    /// <summary>Columns of a panel. Every matrix on the right has a multiple of it.</summary>
    public const int Width = 32;

    /// <summary>Packs a matrix into panels.</summary>
    /// <param name="source">The matrix, or where <paramref name="transposed"/> the matrix to be turned.</param>
    /// <param name="rows">Rows of the packed matrix.</param>
    /// <param name="columns">Columns of the packed matrix; a multiple of <see cref="Width"/>.</param>
    /// <param name="stride">From one row of the source to the next.</param>
    /// <param name="transposed">Whether element (i, j) of the packed matrix stands at (j, i) of the source.</param>
    /// <param name="packed">Filled. Length: rows × columns.</param>
    public static void Pack(float* source, int rows, int columns, int stride, bool transposed, float* packed)
    {
        for (var j = 0; j < columns; j += Width)
        {
            for (var i = 0; i < rows; i++, packed += Width)
            {
                if (transposed)
                {
                    for (var n = 0; n < Width; n++) packed[n] = source[(nint)(j + n) * stride + i];
                }
                else
                {
                    Vector512.Load(source + (nint)i * stride + j).Store(packed);
                    Vector512.Load(source + (nint)i * stride + j + 16).Store(packed + 16);
                }
            }
        }
    }

    /// <summary>Turns a matrix: element (i, j) comes to stand at j × rows + i.</summary>
    public static void Turn(float* source, int rows, int columns, int stride, float* turned)
    {
        const int Tile = 16;
        for (var i = 0; i < rows; i += Tile)
        {
            for (var j = 0; j < columns; j += Tile)
            {
                var (right, low) = (Math.Min(columns, j + Tile), Math.Min(rows, i + Tile));
                for (var n = j; n < right; n++)
                {
                    for (var m = i; m < low; m++) turned[(nint)n * rows + m] = source[(nint)m * stride + n];
                }
            }
        }
    }

    /// <summary>C = A·B, or C += A·B.</summary>
    /// <param name="a">The left matrix; element (i, k) stands at i × row + k × column.</param>
    /// <param name="row">From one row of A to the next.</param>
    /// <param name="column">From one column of A to the next.</param>
    /// <param name="b">The right matrix, packed.</param>
    /// <param name="c">The result; element (i, j) stands at i × stride + j.</param>
    /// <param name="stride">From one row of C to the next.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="add">Whether to add to what stands in C.</param>
    public static void Multiply(
        float* a, nint row, nint column, float* b, float* c, nint stride, int rows, int depth, int columns, bool add)
    {
        for (var j = 0; j < columns; j += Width, b += (nint)depth * Width)
        {
            var i = 0;
            for (; i + 8 <= rows; i += 8) Kernel8(a + i * row, row, column, b, depth, c + i * stride + j, stride, add);
            if (i + 4 <= rows)
            {
                Kernel4(a + i * row, row, column, b, depth, c + i * stride + j, stride, add);
                i += 4;
            }

            for (; i < rows; i++) Kernel1(a + i * row, row, column, b, depth, c + i * stride + j, stride, add);
        }
    }

    private static void Kernel8(float* a, nint row, nint column, float* b, int depth, float* c, nint stride, bool add)
    {
        var x0 = add ? Vector512.Load(c + 0 * stride) : Vector512<float>.Zero;
        var y0 = add ? Vector512.Load(c + 0 * stride + 16) : Vector512<float>.Zero;
        var x1 = add ? Vector512.Load(c + 1 * stride) : Vector512<float>.Zero;
        var y1 = add ? Vector512.Load(c + 1 * stride + 16) : Vector512<float>.Zero;
        var x2 = add ? Vector512.Load(c + 2 * stride) : Vector512<float>.Zero;
        var y2 = add ? Vector512.Load(c + 2 * stride + 16) : Vector512<float>.Zero;
        var x3 = add ? Vector512.Load(c + 3 * stride) : Vector512<float>.Zero;
        var y3 = add ? Vector512.Load(c + 3 * stride + 16) : Vector512<float>.Zero;
        var x4 = add ? Vector512.Load(c + 4 * stride) : Vector512<float>.Zero;
        var y4 = add ? Vector512.Load(c + 4 * stride + 16) : Vector512<float>.Zero;
        var x5 = add ? Vector512.Load(c + 5 * stride) : Vector512<float>.Zero;
        var y5 = add ? Vector512.Load(c + 5 * stride + 16) : Vector512<float>.Zero;
        var x6 = add ? Vector512.Load(c + 6 * stride) : Vector512<float>.Zero;
        var y6 = add ? Vector512.Load(c + 6 * stride + 16) : Vector512<float>.Zero;
        var x7 = add ? Vector512.Load(c + 7 * stride) : Vector512<float>.Zero;
        var y7 = add ? Vector512.Load(c + 7 * stride + 16) : Vector512<float>.Zero;
        for (var k = 0; k < depth; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 16);
            var v0 = Vector512.Create(a[0 * row]);
            x0 = Vector512.FusedMultiplyAdd(v0, left, x0);
            y0 = Vector512.FusedMultiplyAdd(v0, right, y0);
            var v1 = Vector512.Create(a[1 * row]);
            x1 = Vector512.FusedMultiplyAdd(v1, left, x1);
            y1 = Vector512.FusedMultiplyAdd(v1, right, y1);
            var v2 = Vector512.Create(a[2 * row]);
            x2 = Vector512.FusedMultiplyAdd(v2, left, x2);
            y2 = Vector512.FusedMultiplyAdd(v2, right, y2);
            var v3 = Vector512.Create(a[3 * row]);
            x3 = Vector512.FusedMultiplyAdd(v3, left, x3);
            y3 = Vector512.FusedMultiplyAdd(v3, right, y3);
            var v4 = Vector512.Create(a[4 * row]);
            x4 = Vector512.FusedMultiplyAdd(v4, left, x4);
            y4 = Vector512.FusedMultiplyAdd(v4, right, y4);
            var v5 = Vector512.Create(a[5 * row]);
            x5 = Vector512.FusedMultiplyAdd(v5, left, x5);
            y5 = Vector512.FusedMultiplyAdd(v5, right, y5);
            var v6 = Vector512.Create(a[6 * row]);
            x6 = Vector512.FusedMultiplyAdd(v6, left, x6);
            y6 = Vector512.FusedMultiplyAdd(v6, right, y6);
            var v7 = Vector512.Create(a[7 * row]);
            x7 = Vector512.FusedMultiplyAdd(v7, left, x7);
            y7 = Vector512.FusedMultiplyAdd(v7, right, y7);
            a += column;
            b += Width;
        }

        x0.Store(c + 0 * stride);
        y0.Store(c + 0 * stride + 16);
        x1.Store(c + 1 * stride);
        y1.Store(c + 1 * stride + 16);
        x2.Store(c + 2 * stride);
        y2.Store(c + 2 * stride + 16);
        x3.Store(c + 3 * stride);
        y3.Store(c + 3 * stride + 16);
        x4.Store(c + 4 * stride);
        y4.Store(c + 4 * stride + 16);
        x5.Store(c + 5 * stride);
        y5.Store(c + 5 * stride + 16);
        x6.Store(c + 6 * stride);
        y6.Store(c + 6 * stride + 16);
        x7.Store(c + 7 * stride);
        y7.Store(c + 7 * stride + 16);
    }

    private static void Kernel4(float* a, nint row, nint column, float* b, int depth, float* c, nint stride, bool add)
    {
        var x0 = add ? Vector512.Load(c + 0 * stride) : Vector512<float>.Zero;
        var y0 = add ? Vector512.Load(c + 0 * stride + 16) : Vector512<float>.Zero;
        var x1 = add ? Vector512.Load(c + 1 * stride) : Vector512<float>.Zero;
        var y1 = add ? Vector512.Load(c + 1 * stride + 16) : Vector512<float>.Zero;
        var x2 = add ? Vector512.Load(c + 2 * stride) : Vector512<float>.Zero;
        var y2 = add ? Vector512.Load(c + 2 * stride + 16) : Vector512<float>.Zero;
        var x3 = add ? Vector512.Load(c + 3 * stride) : Vector512<float>.Zero;
        var y3 = add ? Vector512.Load(c + 3 * stride + 16) : Vector512<float>.Zero;
        for (var k = 0; k < depth; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 16);
            var v0 = Vector512.Create(a[0 * row]);
            x0 = Vector512.FusedMultiplyAdd(v0, left, x0);
            y0 = Vector512.FusedMultiplyAdd(v0, right, y0);
            var v1 = Vector512.Create(a[1 * row]);
            x1 = Vector512.FusedMultiplyAdd(v1, left, x1);
            y1 = Vector512.FusedMultiplyAdd(v1, right, y1);
            var v2 = Vector512.Create(a[2 * row]);
            x2 = Vector512.FusedMultiplyAdd(v2, left, x2);
            y2 = Vector512.FusedMultiplyAdd(v2, right, y2);
            var v3 = Vector512.Create(a[3 * row]);
            x3 = Vector512.FusedMultiplyAdd(v3, left, x3);
            y3 = Vector512.FusedMultiplyAdd(v3, right, y3);
            a += column;
            b += Width;
        }

        x0.Store(c + 0 * stride);
        y0.Store(c + 0 * stride + 16);
        x1.Store(c + 1 * stride);
        y1.Store(c + 1 * stride + 16);
        x2.Store(c + 2 * stride);
        y2.Store(c + 2 * stride + 16);
        x3.Store(c + 3 * stride);
        y3.Store(c + 3 * stride + 16);
    }

    private static void Kernel1(float* a, nint row, nint column, float* b, int depth, float* c, nint stride, bool add)
    {
        var x0 = add ? Vector512.Load(c + 0 * stride) : Vector512<float>.Zero;
        var y0 = add ? Vector512.Load(c + 0 * stride + 16) : Vector512<float>.Zero;
        for (var k = 0; k < depth; k++)
        {
            var left = Vector512.Load(b);
            var right = Vector512.Load(b + 16);
            var v0 = Vector512.Create(a[0 * row]);
            x0 = Vector512.FusedMultiplyAdd(v0, left, x0);
            y0 = Vector512.FusedMultiplyAdd(v0, right, y0);
            a += column;
            b += Width;
        }

        x0.Store(c + 0 * stride);
        y0.Store(c + 0 * stride + 16);
    }
}
