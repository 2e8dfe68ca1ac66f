using System.Numerics.Tensors;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Statements;

/// <summary>The tagger of statements as it learns: states and embeddings → bidirectional recurrent layers → a chain of labels.</summary>
internal sealed unsafe class SpeechNet
{
    public const int Labels = NameDecoder.Labels;
    public const int Embedding = 64;
    private readonly int _states;
    private readonly int _hidden;
    private readonly int _table;
    private readonly (Recurrence Forward, Recurrence Backward)[] _layers;
    private readonly Dense _scores;

    public SpeechNet(int states, int hidden, int layers, ulong seed)
    {
        (_states, _hidden) = (states, hidden);
        Parameters = new();
        _table = Parameters.AddTable("features", SpeechFeatures.Rows, Embedding);
        _layers = new (Recurrence, Recurrence)[layers];
        for (var i = 0; i < layers; i++)
        {
            var inputs = i == 0 ? states + Embedding : 2 * hidden;
            _layers[i] = (new(Parameters, $"{i}.forward", inputs, hidden, backwards: false), new(Parameters, $"{i}.backward", inputs, hidden, backwards: true));
        }

        _scores = new(Parameters, "scores", layers * 2 * hidden, Product.Width);
        Chain = new(Parameters, "pairs", Labels);
        Parameters.Initialise(seed);
        foreach (ref var value in Parameters.Tables[_table].Values.AsSpan()) value *= 0.3f;
        Parameters.BeginAverage();
    }

    public Parameters Parameters { get; }

    public LabelChain Chain { get; }

    public int Hidden => _hidden;

    public int Layers => _layers.Length;

    /// <summary>Some stretches of tokens, longest first, with the rows of features that are told of each token.</summary>
    internal sealed record Batch(SpeechStretch[] Stretches, int[][] Features, float Scale);

    public void Prepare(bool backward)
    {
        foreach (var layer in _layers)
        {
            layer.Forward.Prepare(backward);
            layer.Backward.Prepare(backward);
        }

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
        var up = arena.Take(rows, _layers.Length * wide);
        var mask = Dropout.Mask(arena, rows, up.Columns, drops.Output, random);
        var inputs = new Matrix[_layers.Length];
        var traces = new (Recurrence.Trace Forward, Recurrence.Trace Backward)[_layers.Length];
        var masks = new Matrix[_layers.Length];
        for (var i = 0; i < _layers.Length; i++)
        {
            inputs[i] = i == 0 ? x : Part(up, (i - 1) * wide, wide, arena);
            masks[i] = i == 0 ? inputMask : Dropout.Mask(arena, rows, wide, drops.Between, random);
            if (i > 0) Dropout.Apply(inputs[i], masks[i]);
            traces[i] = (
                _layers[i].Forward.Forward(layout, inputs[i], up.Values + i * wide, up.Columns, drops.Recurrent, random, arena),
                _layers[i].Backward.Forward(layout, inputs[i], up.Values + i * wide + _hidden, up.Columns, drops.Recurrent, random, arena));
        }

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
        var dUp = arena.Take(rows, up.Columns);
        _scores.Backward(up, logits, dUp, gradient, arena);
        Dropout.Apply(dUp, mask);
        var dx = arena.Take(rows, x.Columns);
        for (var i = _layers.Length - 1; i >= 0; i--)
        {
            var below = i == 0 ? dx : arena.Take(rows, wide);
            _layers[i].Forward.Backward(layout, inputs[i], traces[i].Forward, dUp.Values + i * wide, dUp.Columns, below, gradient, arena);
            _layers[i].Backward.Backward(layout, inputs[i], traces[i].Backward, dUp.Values + i * wide + _hidden, dUp.Columns, below, gradient, arena);
            Dropout.Apply(below, masks[i]);
            for (var row = 0; row < rows && i > 0; row++)
            {
                var target = dUp.Row(row).Slice((i - 1) * wide, wide);
                TensorPrimitives.Add(target, below.Row(row), target);
            }
        }

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

    private static Matrix Part(Matrix whole, int first, int count, Arena arena)
    {
        var part = arena.Take(whole.Rows, count);
        for (var i = 0; i < whole.Rows; i++) whole.Row(i).Slice(first, count).CopyTo(part.Row(i));
        return part;
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
internal sealed record SpeechDrops(float Input, float Recurrent, float Between, float Output)
{
    public static SpeechDrops None { get; } = new(0, 0, 0, 0);
}
