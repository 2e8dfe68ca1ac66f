using System.Numerics.Tensors;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Statements;

/// <summary>The tagger of statements as it learns: states and embeddings → one bidirectional recurrent layer → a chain of labels.</summary>
internal sealed unsafe class SpeechNet
{
    public const int Labels = NameDecoder.Labels;
    public const int Embedding = 64;
    private readonly int _states;
    private readonly int _hidden;
    private readonly int _table;
    private readonly Recurrence _forward;
    private readonly Recurrence _backward;
    private readonly Dense _scores;

    public SpeechNet(int states, int hidden, ulong seed)
    {
        (_states, _hidden) = (states, hidden);
        Parameters = new();
        _table = Parameters.AddTable("features", SpeechFeatures.Rows, Embedding);
        _forward = new(Parameters, "forward", states + Embedding, hidden, backwards: false);
        _backward = new(Parameters, "backward", states + Embedding, hidden, backwards: true);
        _scores = new(Parameters, "scores", 2 * hidden, Product.Width);
        Chain = new(Parameters, "pairs", Labels);
        Parameters.Initialise(seed);
        foreach (ref var value in Parameters.Tables[_table].Values.AsSpan()) value *= 0.3f;
        Parameters.Tables[_table].Values.CopyTo(Parameters.Tables[_table].Average, 0);
    }

    public Parameters Parameters { get; }

    public LabelChain Chain { get; }

    public int Hidden => _hidden;

    /// <summary>Some stretches of tokens, longest first, with the rows of features that are told of each token.</summary>
    internal sealed record Batch(SpeechStretch[] Stretches, int[][] Features, float Scale);

    public void Prepare(bool backward)
    {
        _forward.Prepare(backward);
        _backward.Prepare(backward);
        _scores.Prepare(backward);
    }

    /// <summary>Predicts, and where a gradient is given, learns.</summary>
    /// <returns>The loss, summed over tokens.</returns>
    public double Run(Batch batch, SpeechDrops drops, Gradient? gradient, byte[][]? predictions, Randomness random, Arena arena)
    {
        var layout = new Layout([.. batch.Stretches.Select(s => s.Length)]);
        var rows = layout.Rows;
        var x = arena.Take(rows, _states + Embedding);
        for (var s = 0; s < batch.Stretches.Length; s++)
        {
            for (var t = 0; t < layout.Lengths[s]; t++) Fill(batch.Stretches[s], t, batch.Features[s], x.Row(layout.Row(s, t)));
        }

        var inputMask = Dropout.Mask(arena, rows, x.Columns, drops.Input, random);
        Dropout.Apply(x, inputMask);
        var wide = 2 * _hidden;
        var h = arena.Take(rows, wide);
        var forward = _forward.Forward(layout, x, h.Values, wide, drops.Recurrent, random, arena);
        var backward = _backward.Forward(layout, x, h.Values + _hidden, wide, drops.Recurrent, random, arena);
        var up = arena.Take(rows, wide);
        h.All.CopyTo(up.All);
        var mask = Dropout.Mask(arena, rows, wide, drops.Output, random);
        Dropout.Apply(up, mask);
        var logits = _scores.Forward(up, arena);
        var loss = 0.0;
        for (var s = 0; s < batch.Stretches.Length; s++)
        {
            var stretch = batch.Stretches[s];
            var scores = new double[stretch.Length * Labels];
            for (var t = 0; t < stretch.Length; t++)
            {
                for (var l = 0; l < Labels; l++) scores[t * Labels + l] = logits.Row(layout.Row(s, t))[l];
            }

            if (predictions is not null) predictions[s] = Chain.Best(scores);
            if (gradient is null) continue;
            var slopes = new double[scores.Length];
            loss += Chain.Learn(scores, stretch.Labels, slopes, batch.Scale, gradient);
            for (var t = 0; t < stretch.Length; t++)
            {
                var row = logits.Row(layout.Row(s, t));
                row.Clear();
                for (var l = 0; l < Labels; l++) row[l] = (float)slopes[t * Labels + l];
            }
        }

        if (gradient is null) return loss;
        var dUp = arena.Take(rows, wide);
        _scores.Backward(up, logits, dUp, gradient, arena);
        Dropout.Apply(dUp, mask);
        var dx = arena.Take(rows, x.Columns);
        _forward.Backward(layout, x, forward, dUp.Values, wide, dx, gradient, arena);
        _backward.Backward(layout, x, backward, dUp.Values + _hidden, wide, dx, gradient, arena);
        Dropout.Apply(dx, inputMask);
        for (var s = 0; s < batch.Stretches.Length; s++)
        {
            for (var t = 0; t < layout.Lengths[s]; t++)
            {
                var slope = dx.Row(layout.Row(s, t))[_states..];
                foreach (var row in batch.Features[s].AsSpan(t * SpeechFeatures.Count, SpeechFeatures.Count))
                {
                    var target = gradient.Row(Parameters, _table, row);
                    TensorPrimitives.Add(target, slope, target);
                }
            }
        }

        return loss;
    }

    private void Fill(SpeechStretch stretch, int token, int[] features, Span<float> row)
    {
        var states = stretch.States(token);
        for (var i = 0; i < _states; i++) row[i] = states[i] * (1 / RecurrentLayer.StateScale);
        var sum = row[_states..];
        var values = Parameters.Tables[_table].Values.AsSpan();
        foreach (var feature in features.AsSpan(token * SpeechFeatures.Count, SpeechFeatures.Count))
        {
            TensorPrimitives.Add(sum, values.Slice(feature * Embedding, Embedding), sum);
        }
    }
}

/// <summary>How strongly values are dropped while the tagger learns.</summary>
internal sealed record SpeechDrops(float Input, float Recurrent, float Output)
{
    public static SpeechDrops None { get; } = new(0, 0, 0);
}
