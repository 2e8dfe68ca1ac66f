using System.Runtime.Intrinsics;

namespace Heliograph.Language.Networks;

/// <summary>One layer of the encoder: attention, then two linear layers with GELU between, each added to what went in and normalised.</summary>
internal sealed unsafe class EncoderLayer
{
    private readonly int _width;
    private readonly ByteLayer _projected; // queries, keys and values of all heads
    private readonly ByteLayer _output;
    private readonly LayerNorm _attended;
    private readonly ByteLayer _inner;
    private readonly ByteLayer _outer;
    private readonly LayerNorm _normalised;

    /// <summary>Reads the layer.</summary>
    public EncoderLayer(ModelReader reader, int width, int inner)
    {
        _width = width;
        _projected = new(reader, width, 3 * width);
        _output = new(reader, width, width);
        _attended = new(reader, width);
        _inner = new(reader, width, inner);
        _outer = new(reader, inner, width);
        _normalised = new(reader, width);
    }

    /// <summary>Multiply-adds for a piece, attention left out.</summary>
    public long MultiplyAdds => new[] { _projected, _output, _inner, _outer }.Sum(layer => (long)layer.Inputs * layer.Outputs);

    /// <summary>Rewrites the pieces of some windows that lie one behind the other.</summary>
    /// <param name="x">One row a piece.</param>
    /// <param name="windows">Pieces of each window.</param>
    /// <param name="rows">Pieces of all.</param>
    /// <param name="workspace">Memory.</param>
    public void Run(float* x, ReadOnlySpan<int> windows, int rows, Workspace workspace)
    {
        var quantised = workspace.Shorts(Workspace.Area.EncoderQuantised, rows * Math.Max(_width, _inner.Outputs));
        var scales = workspace.Floats(Workspace.Area.EncoderScales, rows);
        var room = workspace.Floats(Workspace.Area.EncoderInner, rows * Math.Max(_projected.Outputs, _inner.Outputs));
        var taken = workspace.Floats(Workspace.Area.EncoderTaken, rows * _width);
        Quantise(x, _width, rows, quantised, scales);
        _projected.Apply(quantised, scales, rows, room, workspace);
        var first = 0;
        foreach (var window in windows)
        {
            Attention.Run(room + (nint)first * _projected.Outputs, window, _width, taken + (nint)first * _width, workspace);
            first += window;
        }

        Quantise(taken, _width, rows, quantised, scales);
        AddTo(x, _output, quantised, scales, rows, workspace);
        _attended.Apply(x, rows);

        Quantise(x, _width, rows, quantised, scales);
        _inner.Apply(quantised, scales, rows, room, workspace);
        for (var i = 0; i < rows; i++) Gelu(room + (nint)i * _inner.Outputs, _inner.Outputs);
        Quantise(room, _inner.Outputs, rows, quantised, scales);
        AddTo(x, _outer, quantised, scales, rows, workspace);
        _normalised.Apply(x, rows);
    }

    // X += Y·W + b
    private static void AddTo(float* x, ByteLayer layer, short* y, float* scales, int rows, Workspace workspace)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = x + (nint)i * layer.Outputs;
            for (var j = 0; j < layer.Outputs; j += 16) (Vector512.Load(row + j) + Vector512.Load(layer.Bias + j)).Store(row + j);
        }

        layer.Add(y, scales, rows, x, workspace);
    }

    private static void Quantise(float* x, int width, int rows, short* quantised, float* scales)
    {
        for (var i = 0; i < rows; i++) scales[i] = IntegerProduct.Quantise(x + (nint)i * width, quantised + (nint)i * width, width, ByteLayer.MostValue);
    }

    // 0.5 x (1 + tanh u) with u = √(2/π) (x + 0.044715 x³) is x σ(2u) (Hendrycks and Gimpel 2016).
    private static void Gelu(float* x, int count)
    {
        for (var i = 0; i < count; i += 16)
        {
            var value = Vector512.Load(x + i);
            var cube = Vector512.FusedMultiplyAdd(value * value, Vector512.Create(2 * 0.7978845608f * 0.044715f), Vector512.Create(2 * 0.7978845608f));
            (value * Activation.Sigmoid(value * cube)).Store(x + i);
        }
    }
}
