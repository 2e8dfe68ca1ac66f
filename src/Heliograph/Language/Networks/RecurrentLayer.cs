using System.Runtime.Intrinsics;

namespace Heliograph.Language.Networks;

/// <summary>A bidirectional recurrent layer: a long short-term memory whose forget gate is one minus its input gate.</summary>
/// <remarks>
/// i = σ(zᵢ), o = σ(zₒ), g = tanh(z_g), c = (1 − i) c′ + i g, h = o tanh(c), with z = W x + U h′ + b in that order.
/// |h| stays below tanh 1, so that states are kept as whole numbers with one scale for all.
/// </remarks>
internal sealed unsafe class RecurrentLayer
{
    /// <summary>A state of 1 as a whole number; |h| &lt; 0.762 keeps it below 1,000.</summary>
    public const float StateScale = 1300f;

    private readonly QuantisedLayer?[] _inputs;
    private readonly QuantisedLayer[] _recurrent;

    /// <summary>Reads the layer.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="hidden">Width of one direction.</param>
    /// <param name="first">Whether the layer takes its gates ready-made from the word encoder.</param>
    public RecurrentLayer(ModelReader reader, int hidden, bool first)
    {
        Hidden = hidden;
        _inputs = new QuantisedLayer?[2];
        _recurrent = new QuantisedLayer[2];
        for (var direction = 0; direction < 2; direction++)
        {
            if (!first) _inputs[direction] = new(reader);
            _recurrent[direction] = new(reader);
        }
    }

    /// <summary>Width of one direction.</summary>
    public int Hidden { get; }

    /// <summary>Multiply-adds for a word.</summary>
    public long MultiplyAdds => 2L * Hidden * 3 * Hidden + _inputs.Sum(input => input is null ? 0 : (long)input.Inputs * input.Outputs);

    /// <summary>Reads sentences in both directions.</summary>
    /// <param name="batch">Where the words stand.</param>
    /// <param name="gates">Of the first layer: one row a word, three gates forward, three backward. Otherwise room for them.</param>
    /// <param name="below">States of the layer below; null for the first layer.</param>
    /// <param name="states">Filled: one row a word, forward then backward.</param>
    /// <param name="workspace">Memory.</param>
    public void Run(SentenceBatch batch, float* gates, short* below, short* states, Workspace workspace)
    {
        var scales = workspace.Floats(Workspace.Area.StateScales, batch.Rows);
        new Span<float>(scales, batch.Rows).Fill(1 / StateScale);
        for (var direction = 0; direction < 2; direction++)
        {
            var width = below is null ? 6 * Hidden : 3 * Hidden;
            var own = gates + (below is null ? direction * 3 * Hidden : 0);
            if (below is not null) _inputs[direction]!.Apply(below, 2 * Hidden, scales, batch.Rows, gates);
            Run(direction, batch, own, width, states + direction * Hidden, scales, workspace);
        }
    }

    private void Run(int direction, SentenceBatch batch, float* gates, nint width, short* states, float* scales, Workspace workspace)
    {
        var cells = workspace.Floats(Workspace.Area.Cells, batch.Sentences * Hidden);
        new Span<float>(cells, batch.Sentences * Hidden).Clear();
        var places = batch.Places;
        for (var step = 0; step < places; step++)
        {
            var place = direction == 0 ? step : places - 1 - step;
            var from = direction == 0 ? place - 1 : place + 1;
            var (at, count) = (batch.Offset(place), batch.Active(place));
            if (step > 0)
            {
                var carried = Math.Min(count, batch.Active(from));
                _recurrent[direction].Add(states + (nint)batch.Offset(from) * 2 * Hidden, 2 * Hidden, scales, carried, gates + at * width, width);
            }

            for (var b = 0; b < count; b++)
            {
                Cell(gates + (at + b) * width, cells + (nint)b * Hidden, states + (nint)(at + b) * 2 * Hidden);
            }
        }
    }

    private void Cell(float* gates, float* cell, short* state)
    {
        for (var i = 0; i < Hidden; i += 16)
        {
            var input = Activation.Sigmoid(Vector512.Load(gates + i));
            var output = Activation.Sigmoid(Vector512.Load(gates + Hidden + i));
            var candidate = Activation.Tanh(Vector512.Load(gates + 2 * Hidden + i));
            var old = Vector512.Load(cell + i);
            var now = Vector512.FusedMultiplyAdd(input, candidate - old, old);
            now.Store(cell + i);
            IntegerProduct.Round(output * Activation.Tanh(now) * Vector512.Create(StateScale)).Store(state + i);
        }
    }
}
