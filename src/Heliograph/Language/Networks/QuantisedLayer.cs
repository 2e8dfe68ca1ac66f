namespace Heliograph.Language.Networks;

/// <summary>A linear layer with weights of 11 bits and a sign, one scale a column.</summary>
internal sealed unsafe class QuantisedLayer
{
    private readonly short* _weights;
    private readonly float* _columns;
    private readonly float* _bias;

    /// <summary>Reads the layer.</summary>
    public QuantisedLayer(ModelReader reader)
    {
        (Inputs, Outputs) = (reader.ReadInt32(), reader.ReadInt32());
        _columns = reader.CopyArray<float>(Outputs);
        _bias = reader.CopyArray<float>(Outputs);
        _weights = reader.CopyArray<short>((long)Inputs * Outputs);
    }

    /// <summary>Width of the input; even.</summary>
    public int Inputs { get; }

    /// <summary>Width of the output; a multiple of 32.</summary>
    public int Outputs { get; }

    /// <summary>Y = X·W + b.</summary>
    public void Apply(short* x, nint stride, float* scales, int rows, float* y)
    {
        for (var i = 0; i < rows; i++) new ReadOnlySpan<float>(_bias, Outputs).CopyTo(new(y + (nint)i * Outputs, Outputs));
        Add(x, stride, scales, rows, y, Outputs);
    }

    /// <summary>Y += X·W.</summary>
    public void Add(short* x, nint stride, float* scales, int rows, float* y, nint width) =>
        IntegerProduct.MultiplyAdd(x, stride, _weights, scales, _columns, y, width, rows, Inputs, Outputs);
}
