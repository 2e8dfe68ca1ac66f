using System.Numerics.Tensors;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>One layer of the encoder: attention, then two dense layers, each added to what came in and normalised.</summary>
internal sealed class EncoderLayer
{
    private readonly Dense _states;
    private readonly Dense _context;
    private readonly Dense _inner;
    private readonly Dense _outer;
    private readonly Normalisation _first;
    private readonly Normalisation _second;

    public EncoderLayer(Parameters parameters, string name)
    {
        const int Width = PretrainedEncoder.Width;
        _states = new(parameters, name + ".states", Width, 3 * Width);
        _context = new(parameters, name + ".context", Width, Width);
        _first = new(parameters, name + ".first", Width);
        _inner = new(parameters, name + ".inner", Width, PretrainedEncoder.Inner);
        _outer = new(parameters, name + ".outer", PretrainedEncoder.Inner, Width);
        _second = new(parameters, name + ".second", Width);
    }

    /// <summary>The layers whose weights are packed for products.</summary>
    public IEnumerable<Dense> Products => [_states, _context, _inner, _outer];

    /// <summary>Takes over what was trained before.</summary>
    public void Load(PretrainedEncoder from, int layer)
    {
        const int Width = PretrainedEncoder.Width;
        string[] names = ["query", "key", "value"];
        for (var part = 0; part < names.Length; part++)
        {
            var matrix = from.Matrix(layer, part);
            for (var i = 0; i < Width; i++) matrix.AsSpan(i * Width, Width).CopyTo(_states.Values[(i * 3 * Width + part * Width)..]);
            from.Vector(layer, $"attention.self.{names[part]}.bias").CopyTo(_states.Bias[(part * Width)..]);
        }

        Load(_context, from.Matrix(layer, 3), from.Vector(layer, "attention.output.dense.bias"));
        Load(_inner, from.Matrix(layer, 4), from.Vector(layer, "intermediate.dense.bias"));
        Load(_outer, from.Matrix(layer, 5), from.Vector(layer, "output.dense.bias"));
        from.Vector(layer, "attention.output.LayerNorm.weight").CopyTo(_first.Gamma);
        from.Vector(layer, "attention.output.LayerNorm.bias").CopyTo(_first.Beta);
        from.Vector(layer, "output.LayerNorm.weight").CopyTo(_second.Gamma);
        from.Vector(layer, "output.LayerNorm.bias").CopyTo(_second.Beta);
    }

    /// <summary>What the way back needs.</summary>
    internal sealed record Trace(
        Matrix Input, Matrix States, Matrix[] Shares, Matrix Context, Matrix FirstMask, Normalisation.Trace First, Matrix Middle,
        Matrix Inner, Matrix Bent, Matrix SecondMask, Normalisation.Trace Second);

    public Matrix Forward(Matrix x, IReadOnlyList<(int Start, int Length)> windows, float drop, Randomness random, Arena arena, out Trace trace)
    {
        var room = arena.Take(x.Rows + Attention.Beyond, _states.Outputs);
        var states = room with { Rows = x.Rows };
        _states.Forward(x, states);
        var context = arena.Take(x.Rows, x.Columns);
        var shares = Attention.Forward(states, windows, context, arena);
        var added = Added(_context.Forward(context, arena), x, drop, random, arena, out var firstMask);
        var middle = _first.Forward(added, arena, out var first);
        var inner = _inner.Forward(middle, arena);
        var bent = Gelu.Forward(inner, arena);
        added = Added(_outer.Forward(bent, arena), middle, drop, random, arena, out var secondMask);
        var y = _second.Forward(added, arena, out var second);
        trace = new(x, states, shares, context, firstMask, first, middle, inner, bent, secondMask, second);
        return y;
    }

    /// <summary>Turns the slope of the result, which is overwritten, into that of the input.</summary>
    public Matrix Backward(Trace trace, IReadOnlyList<(int Start, int Length)> windows, Matrix dy, Gradient gradient, Arena arena)
    {
        _second.Backward(trace.Second, dy, gradient);
        var dMiddle = Copy(dy, arena);
        Dropout.Apply(dy, trace.SecondMask);
        var dInner = arena.Take(dy.Rows, _inner.Outputs);
        _outer.Backward(trace.Bent, dy, dInner, gradient, arena);
        Gelu.Backward(trace.Inner, dInner);
        _inner.Backward(trace.Middle, dInner, dMiddle, gradient, arena);

        _first.Backward(trace.First, dMiddle, gradient);
        var dx = Copy(dMiddle, arena);
        Dropout.Apply(dMiddle, trace.FirstMask);
        var dContext = arena.Take(dy.Rows, dy.Columns);
        _context.Backward(trace.Context, dMiddle, dContext, gradient, arena);
        var dStates = arena.Take(dy.Rows, _states.Outputs);
        Attention.Backward(trace.States, windows, trace.Shares, dContext, dStates, arena);
        _states.Backward(trace.Input, dStates, dx, gradient, arena);
        return dx;
    }

    private static Matrix Added(Matrix own, Matrix x, float drop, Randomness random, Arena arena, out Matrix mask)
    {
        mask = Dropout.Mask(arena, own.Rows, own.Columns, drop, random);
        Dropout.Apply(own, mask);
        TensorPrimitives.Add(own.All, x.All, own.All);
        return own;
    }

    private static Matrix Copy(Matrix values, Arena arena)
    {
        var copy = arena.Take(values.Rows, values.Columns);
        values.All.CopyTo(copy.All);
        return copy;
    }

    private static void Load(Dense layer, float[] matrix, float[] bias)
    {
        matrix.CopyTo(layer.Values);
        bias.CopyTo(layer.Bias);
    }
}
