namespace Heliograph.Training.Networks;

/// <summary>A matrix of floats in native memory, row by row. Lives as long as its arena is not reset.</summary>
internal readonly unsafe record struct Matrix(nint Address, int Rows, int Columns)
{
    /// <summary>The first value.</summary>
    public float* Values => (float*)Address;

    /// <summary>One row. Length: <see cref="Columns"/>.</summary>
    public Span<float> Row(int row) => new(Values + (nint)row * Columns, Columns);

    /// <summary>All values.</summary>
    public Span<float> All => new(Values, Rows * Columns);
}
