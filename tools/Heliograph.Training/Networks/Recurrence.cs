using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Heliograph.Language.Networks;

namespace Heliograph.Training.Networks;

/// <summary>One direction of a recurrent layer: a long short-term memory whose forget gate is one minus its input gate.</summary>
/// <remarks>
/// i = σ(zᵢ), o = σ(zₒ), g = tanh(z_g), c = (1 − i) c′ + i g, h = o tanh(c), with z = W x + U h′ + b. Coupling the gates
/// saves a quarter of the arithmetic (Greff et al. 2017) and keeps c within −1 … 1.
/// </remarks>
internal sealed unsafe class Recurrence(Parameters parameters, string name, int inputs, int hidden, bool backwards)
{
    private readonly Dense _input = new(parameters, name + ".input", inputs, 3 * hidden);
    private readonly Dense _recurrent = new(parameters, name + ".recurrent", hidden, 3 * hidden, bias: false);

    /// <summary>What the way back needs from the way there.</summary>
    internal sealed record Trace(Matrix Gates, Matrix Cells, Matrix Tanh, Matrix Previous, Matrix PreviousCells, Matrix Mask);

    public void Prepare(bool backward)
    {
        _input.Prepare(backward);
        _recurrent.Prepare(backward);
    }

    /// <summary>Reads the words of each sentence in turn, or from the last to the first.</summary>
    /// <param name="layout">Where the words stand.</param>
    /// <param name="x">Input, one row a word.</param>
    /// <param name="h">The first value of this direction in the output.</param>
    /// <param name="stride">From one row of the output to the next.</param>
    /// <param name="drop">Share of the state that each sentence does without.</param>
    /// <param name="random">Draws what is dropped.</param>
    /// <param name="arena">Memory.</param>
    public Trace Forward(Layout layout, Matrix x, float* h, int stride, float drop, Randomness random, Arena arena)
    {
        var gates = _input.Forward(x, arena);
        var cells = arena.Take(x.Rows, hidden);
        var tanh = arena.Take(x.Rows, hidden);
        var previous = arena.Take(x.Rows, hidden);
        var previousCells = arena.Take(x.Rows, hidden);
        var mask = Dropout.Mask(arena, layout.Active[0], hidden, drop, random);
        for (var step = 0; step < layout.Active.Length; step++)
        {
            var (t, from) = Places(layout, step);
            var (rows, at) = (layout.Active[t], layout.Offsets[t]);
            var carried = from < 0 || from >= layout.Active.Length ? 0 : Math.Min(rows, layout.Active[from]);
            for (var b = 0; b < carried; b++)
            {
                var source = layout.Offsets[from] + b;
                TensorPrimitives.Multiply(new ReadOnlySpan<float>(h + (nint)source * stride, hidden), mask.Row(b), previous.Row(at + b));
                cells.Row(source).CopyTo(previousCells.Row(at + b));
            }

            if (carried > 0)
            {
                _recurrent.Forward(previous.Values + (nint)at * hidden, hidden, carried, gates.Values + (nint)at * 3 * hidden, 3 * hidden, add: true);
            }

            for (var b = at; b < at + rows; b++)
            {
                Cell(gates.Values + (nint)b * 3 * hidden, previousCells.Values + (nint)b * hidden, cells.Values + (nint)b * hidden,
                    tanh.Values + (nint)b * hidden, h + (nint)b * stride);
            }
        }

        return new(gates, cells, tanh, previous, previousCells, mask);
    }

    /// <summary>The way back.</summary>
    /// <param name="layout">As on the way there.</param>
    /// <param name="x">As on the way there.</param>
    /// <param name="trace">What the way there left.</param>
    /// <param name="dh">The gradient of the output, at this direction's first value.</param>
    /// <param name="stride">From one row of it to the next.</param>
    /// <param name="dx">The gradient of the input is added here; none where its address is 0.</param>
    /// <param name="gradient">The gradient of the weights is added here.</param>
    /// <param name="arena">Memory.</param>
    public void Backward(Layout layout, Matrix x, Trace trace, float* dh, int stride, Matrix dx, Gradient gradient, Arena arena)
    {
        var dz = arena.Take(x.Rows, 3 * hidden);
        var state = arena.Take(layout.Active[0], hidden);
        var cell = arena.Take(layout.Active[0], hidden);
        for (var step = layout.Active.Length - 1; step >= 0; step--)
        {
            var (t, from) = Places(layout, step);
            var (rows, at) = (layout.Active[t], layout.Offsets[t]);
            for (var b = 0; b < rows; b++)
            {
                CellBackward(trace, at + b, dh + (nint)(at + b) * stride, state.Values + (nint)b * hidden, cell.Values + (nint)b * hidden,
                    dz.Values + (nint)(at + b) * 3 * hidden);
            }

            var carried = from < 0 || from >= layout.Active.Length ? 0 : Math.Min(rows, layout.Active[from]);
            if (carried > 0) _recurrent.BackwardInput(dz.Values + (nint)at * 3 * hidden, 3 * hidden, carried, state.Values, hidden, add: false);
            for (var b = 0; b < carried; b++) TensorPrimitives.Multiply(state.Row(b), trace.Mask.Row(b), state.Row(b));
            for (var b = carried; b < rows; b++)
            {
                state.Row(b).Clear();
                cell.Row(b).Clear();
            }
        }

        _recurrent.BackwardWeights(trace.Previous.Values, hidden, dz.Values, 3 * hidden, x.Rows, gradient, arena);
        _input.Backward(x, dz, dx, gradient, arena);
    }

    // The place a step reads, and the place whose state it goes on from.
    private (int Place, int From) Places(Layout layout, int step) =>
        backwards ? (layout.Active.Length - 1 - step, layout.Active.Length - step) : (step, step - 1);

    private void Cell(float* gates, float* before, float* cell, float* tanh, float* h)
    {
        for (var i = 0; i < hidden; i += 16)
        {
            var input = Activation.Sigmoid(Vector512.Load(gates + i));
            var output = Activation.Sigmoid(Vector512.Load(gates + hidden + i));
            var candidate = Activation.Tanh(Vector512.Load(gates + 2 * hidden + i));
            var old = Vector512.Load(before + i);
            var now = old + input * (candidate - old);
            var squashed = Activation.Tanh(now);
            input.Store(gates + i);
            output.Store(gates + hidden + i);
            candidate.Store(gates + 2 * hidden + i);
            now.Store(cell + i);
            squashed.Store(tanh + i);
            (output * squashed).Store(h + i);
        }
    }

    private void CellBackward(Trace trace, int row, float* dh, float* state, float* cell, float* dz)
    {
        var gates = trace.Gates.Values + (nint)row * 3 * hidden;
        var tanh = trace.Tanh.Values + (nint)row * hidden;
        var before = trace.PreviousCells.Values + (nint)row * hidden;
        var one = Vector512<float>.One;
        for (var i = 0; i < hidden; i += 16)
        {
            var d = Vector512.Load(dh + i) + Vector512.Load(state + i);
            var input = Vector512.Load(gates + i);
            var output = Vector512.Load(gates + hidden + i);
            var candidate = Vector512.Load(gates + 2 * hidden + i);
            var squashed = Vector512.Load(tanh + i);
            var dc = Vector512.Load(cell + i) + d * output * (one - squashed * squashed);
            (dc * (candidate - Vector512.Load(before + i)) * input * (one - input)).Store(dz + i);
            (d * squashed * output * (one - output)).Store(dz + hidden + i);
            (dc * input * (one - candidate * candidate)).Store(dz + 2 * hidden + i);
            (dc * (one - input)).Store(cell + i);
        }
    }
}
