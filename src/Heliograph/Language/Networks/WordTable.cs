namespace Heliograph.Language.Networks;

/// <summary>Embeddings as bytes with one scale a row, left where they lie in the file.</summary>
internal sealed unsafe class WordTable
{
    private readonly float* _scales;
    private readonly sbyte* _values;

    /// <summary>Reads the table.</summary>
    public WordTable(ModelReader reader)
    {
        (Rows, Width) = (reader.ReadInt32(), reader.ReadInt32());
        _scales = reader.ReadArray<float>(Rows);
        _values = reader.ReadArray<sbyte>((long)Rows * Width);
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Values in a row.</summary>
    public int Width { get; }

    /// <summary>Adds a row, times a factor.</summary>
    public void Add(int row, float factor, Span<float> sum)
    {
        var scale = _scales[row] * factor;
        var values = _values + (nint)row * Width;
        for (var i = 0; i < sum.Length; i++) sum[i] += values[i] * scale;
    }
}
