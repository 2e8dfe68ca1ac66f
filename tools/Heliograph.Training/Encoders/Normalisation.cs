using System.Numerics.Tensors;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>Layer normalisation (Ba, Kiros and Hinton 2016): each row to mean 0 and variance 1, then times gamma plus beta.</summary>
internal sealed unsafe class Normalisation
{
    private const float Epsilon = 1e-12f;
    private readonly Parameters _parameters;
    private readonly Weights _gamma;
    private readonly Weights _beta;

    public Normalisation(Parameters parameters, string name, int width)
    {
        _parameters = parameters;
        (_gamma, _beta) = (parameters.Add(name + ".gamma", 1, width), parameters.Add(name + ".beta", 1, width));
    }

    /// <summary>What the way back needs: the rows with mean 0 and variance 1, and one over the deviation of each.</summary>
    internal readonly record struct Trace(Matrix Standard, Matrix Inverse);

    public Span<float> Gamma => new(_parameters.Values + _gamma.Offset, _gamma.Columns);

    public Span<float> Beta => new(_parameters.Values + _beta.Offset, _beta.Columns);

    public Matrix Forward(Matrix x, Arena arena, out Trace trace)
    {
        var y = arena.Take(x.Rows, x.Columns);
        trace = new(arena.Take(x.Rows, x.Columns), arena.Take(1, x.Rows));
        for (var i = 0; i < x.Rows; i++)
        {
            var standard = trace.Standard.Row(i);
            var mean = TensorPrimitives.Sum<float>(x.Row(i)) / x.Columns;
            TensorPrimitives.Subtract(x.Row(i), mean, standard);
            var inverse = 1 / MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(standard) / x.Columns + Epsilon);
            TensorPrimitives.Multiply(standard, inverse, standard);
            trace.Inverse.Values[i] = inverse;
            TensorPrimitives.MultiplyAdd(standard, Gamma, Beta, y.Row(i));
        }

        return y;
    }

    /// <summary>Turns the slope of the result into that of the input, in place.</summary>
    public void Backward(Trace trace, Matrix dy, Gradient gradient)
    {
        var dGamma = new Span<float>(gradient.Dense + _gamma.Offset, dy.Columns);
        var dBeta = new Span<float>(gradient.Dense + _beta.Offset, dy.Columns);
        for (var i = 0; i < dy.Rows; i++)
        {
            var d = dy.Row(i);
            var standard = trace.Standard.Row(i);
            TensorPrimitives.MultiplyAdd(d, standard, dGamma, dGamma);
            TensorPrimitives.Add(dBeta, d, dBeta);
            TensorPrimitives.Multiply(d, Gamma, d);
            var mean = TensorPrimitives.Sum<float>(d) / dy.Columns;
            var along = TensorPrimitives.Dot<float>(d, standard) / dy.Columns;
            TensorPrimitives.Subtract(d, mean, d);
            TensorPrimitives.MultiplyAdd(standard, -along, d, d);
            TensorPrimitives.Multiply(d, trace.Inverse.Values[i], d);
        }
    }
}
