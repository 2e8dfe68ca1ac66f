using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Heliograph.Training.Networks;

/// <summary>A matrix of weights, packed for both ways once an update, with the arithmetic of a linear layer.</summary>
internal sealed unsafe class Dense
{
    private readonly Parameters _parameters;
    private readonly Weights _weights;
    private readonly Weights? _bias;
    private float* _forward;
    private float* _backward;

    /// <param name="parameters">Where the weights live.</param>
    /// <param name="name">Their name.</param>
    /// <param name="inputs">Width of the input; a multiple of 32 where a gradient flows back to it.</param>
    /// <param name="outputs">Width of the output; a multiple of 32.</param>
    /// <param name="bias">Whether a bias is added.</param>
    public Dense(Parameters parameters, string name, int inputs, int outputs, bool bias = true)
    {
        _parameters = parameters;
        _weights = parameters.Add(name, inputs, outputs);
        if (bias) _bias = parameters.Add(name + ".bias", 1, outputs);
    }

    public int Inputs => _weights.Rows;

    public int Outputs => _weights.Columns;

    /// <summary>The weights, input by input, to be set before learning.</summary>
    public Span<float> Values => new(_parameters.Values + _weights.Offset, Inputs * Outputs);

    /// <summary>The bias, to be set before learning.</summary>
    public Span<float> Bias => new(_parameters.Values + _bias!.Offset, Outputs);

    /// <summary>Packs the weights as they are now.</summary>
    public void Prepare(bool backward)
    {
        var size = (nuint)(Inputs * Outputs * sizeof(float));
        var values = _parameters.Values + _weights.Offset;
        if (_forward == null) _forward = (float*)NativeMemory.AlignedAlloc(size, 64);
        Product.Pack(values, Inputs, Outputs, Outputs, false, _forward);
        if (!backward || Inputs % Product.Width != 0) return;
        if (_backward == null) _backward = (float*)NativeMemory.AlignedAlloc(size, 64);
        Product.Pack(values, Outputs, Inputs, Outputs, true, _backward);
    }

    /// <summary>Y = X·W + b, or Y += X·W.</summary>
    public void Forward(float* x, int stride, int rows, float* y, int yStride, bool add = false)
    {
        if (!add && _bias is not null)
        {
            for (var i = 0; i < rows; i++) new ReadOnlySpan<float>(_parameters.Values + _bias.Offset, Outputs).CopyTo(new(y + (nint)i * yStride, Outputs));
        }

        Product.Multiply(x, stride, 1, _forward, y, yStride, rows, Inputs, Outputs, add || _bias is not null);
    }

    public Matrix Forward(Matrix x, Arena arena)
    {
        var y = arena.Take(x.Rows, Outputs);
        Forward(x, y);
        return y;
    }

    public void Forward(Matrix x, Matrix y) => Forward(x.Values, x.Columns, x.Rows, y.Values, y.Columns);

    /// <summary>dX = dY·Wᵀ, or dX += dY·Wᵀ.</summary>
    public void BackwardInput(float* dy, int stride, int rows, float* dx, int xStride, bool add) =>
        Product.Multiply(dy, stride, 1, _backward, dx, xStride, rows, Outputs, Inputs, add);

    /// <summary>dW += Xᵀ·dY; db += the sum of dY's rows.</summary>
    public void BackwardWeights(float* x, int xStride, float* dy, int stride, int rows, Gradient gradient, Arena arena)
    {
        var packed = arena.Take(rows, Outputs);
        Product.Pack(dy, rows, Outputs, stride, false, packed.Values);
        var turned = arena.Take(Inputs, rows); // a product that walks down columns would take twice the time
        Product.Turn(x, rows, Inputs, xStride, turned.Values);
        Product.Multiply(turned.Values, rows, 1, packed.Values, gradient.Dense + _weights.Offset, Outputs, Inputs, rows, Outputs, true);
        if (_bias is null) return;
        var bias = new Span<float>(gradient.Dense + _bias.Offset, Outputs);
        for (var i = 0; i < rows; i++) TensorPrimitives.Add(bias, new ReadOnlySpan<float>(dy + (nint)i * stride, Outputs), bias);
    }

    public void Backward(Matrix x, Matrix dy, Matrix dx, Gradient gradient, Arena arena)
    {
        BackwardWeights(x.Values, x.Columns, dy.Values, dy.Columns, x.Rows, gradient, arena);
        if (dx.Address != 0) BackwardInput(dy.Values, dy.Columns, dy.Rows, dx.Values, dx.Columns, true);
    }
}
