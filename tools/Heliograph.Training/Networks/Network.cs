using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Heliograph.Language.Networks;
using Heliograph.Training.Encoders;
using Heliograph.Training.Vectors;

namespace Heliograph.Training.Networks;

/// <summary>Words → bidirectional recurrent layers → tags, arcs, relations and names. The arithmetic of learning.</summary>
/// <remarks>With an encoder, the lowest layer takes in what it makes of each word, too.</remarks>
internal sealed unsafe class Network
{
    private const float NameWeight = 2; // names are rare among words
    private readonly NetworkSize _size;
    private readonly Encoder? _encoder;
    private readonly WordLayer _words;
    private readonly Recurrence[] _forward;
    private readonly Recurrence[] _backward;
    private readonly Dense _tags;
    private readonly Dense _treebankTags;
    private readonly Dense _nameHidden;
    private readonly Dense _nameBelow;
    private readonly Chain _names;
    private readonly Chain _entityNames; // the treebank's conventions: teaches the layers below, and is not shipped
    private readonly Chain? _speech; // source, cue and content of statements: teaches the encoder, and is not shipped
    private readonly Dense _arcDependent;
    private readonly Dense _arcHead;
    private readonly Dense _arcs;
    private readonly Dense _labelDependent;
    private readonly Dense _labelHead;
    private readonly Dense _labels;
    private readonly Weights _root;
    private readonly LabelCounts _counts;

    public Network(NetworkSize size, WordVectors vectors, LabelCounts counts, ulong seed, PretrainedEncoder? encoder = null)
    {
        (_size, _counts) = (size, counts);
        Parameters = new();
        if (encoder is not null) _encoder = new(Parameters, encoder);
        _words = new(Parameters, vectors);
        _forward = new Recurrence[size.Layers];
        _backward = new Recurrence[size.Layers];
        var wide = 2 * size.Hidden;
        for (var layer = 0; layer < size.Layers; layer++)
        {
            var inputs = layer == 0 ? InputWidth : wide;
            _forward[layer] = new(Parameters, $"layer{layer}.forward", inputs, size.Hidden, backwards: false);
            _backward[layer] = new(Parameters, $"layer{layer}.backward", inputs, size.Hidden, backwards: true);
        }

        _tags = new(Parameters, "tags", wide, counts.Tags.Width);
        _treebankTags = new(Parameters, "treebankTags", wide, counts.TreebankTags.Width);
        _nameHidden = new(Parameters, "nameHidden", wide, size.Name);
        _nameBelow = new(Parameters, "nameBelow", wide, size.Name, bias: false);
        _names = new(Parameters, "names", size.Name);
        _entityNames = new(Parameters, "entityNames", size.Name);
        if (encoder is not null) _speech = new(Parameters, "speech", wide);
        _arcDependent = new(Parameters, "arcDependent", wide, size.Arc);
        _arcHead = new(Parameters, "arcHead", wide, size.Arc);
        _arcs = new(Parameters, "arcs", size.Arc, size.Arc);
        _labelDependent = new(Parameters, "labelDependent", wide, size.Label);
        _labelHead = new(Parameters, "labelHead", wide, size.Label, bias: false);
        _labels = new(Parameters, "labels", size.Label, counts.Deprels.Width);
        _root = Parameters.Add("root", 2, Math.Max(size.Arc, size.Label)); // the root as a head: for arcs, for labels
        Parameters.Initialise(seed);
        _encoder?.Load();
        Parameters.BeginAverage();
    }

    public Parameters Parameters { get; }

    public WordLayer Words => _words;

    public Encoder? Encoder => _encoder;

    private int InputWidth => _words.Width + (_encoder is null ? 0 : Encoder.Width);

    private IEnumerable<Dense> Heads =>
        [_tags, _treebankTags, _nameHidden, _nameBelow, _names.Scores, _entityNames.Scores, _arcDependent, _arcHead, _arcs, _labelDependent, _labelHead, _labels, .. _speech is null ? [] : (Dense[])[_speech.Scores]];

    /// <summary>Packs the weights as they are now; to be called after each update.</summary>
    public void Prepare(bool backward)
    {
        foreach (var layer in _forward.Concat(_backward)) layer.Prepare(backward);
        foreach (var head in Heads) head.Prepare(backward);
        if (_encoder is not null) Parallel.ForEach(_encoder.Products, product => product.Prepare(backward));
    }

    /// <summary>Sentences to learn from, with what of their words is left out, and how strongly values are dropped.</summary>
    /// <param name="Sentences">The sentences, longest first.</param>
    /// <param name="Words">The features of their words.</param>
    /// <param name="Scale">What a word counts.</param>
    /// <param name="Pieces">The same words as the encoder takes them in, where there is one.</param>
    /// <param name="Order">For each word of <paramref name="Pieces"/> its sentence and place in it.</param>
    internal sealed record Batch(
        Sentence[] Sentences, WordLayer.Features[][] Words, float Scale, EncoderInput? Pieces = null, (int Sentence, int Place)[]? Order = null);

    internal sealed record Drops(float Input, float Between, float Recurrent, float Head, float Encoder)
    {
        public static Drops None { get; } = new(0, 0, 0, 0, 0);
    }

    /// <summary>Predicts, and where a gradient is given, learns.</summary>
    /// <param name="batch">Sentences, longest first.</param>
    /// <param name="drops">What is dropped.</param>
    /// <param name="gradient">The gradient is added here; null to predict only.</param>
    /// <param name="predictions">Filled where given: one a sentence.</param>
    /// <param name="random">Draws what is dropped.</param>
    /// <param name="arena">Memory; the caller resets it.</param>
    /// <returns>The loss, summed over words.</returns>
    public double Run(Batch batch, Drops drops, Gradient? gradient, Prediction[]? predictions, Randomness random, Arena arena)
    {
        var layout = new Layout([.. batch.Sentences.Select(s => s.Length)]);
        var rows = layout.Rows;
        var x = arena.Take(rows, InputWidth);
        ForEachWord(batch, layout, (word, row) => _words.Forward(word, x.Row(row)));
        Encoder.Trace? read = null;
        if (_encoder is not null)
        {
            var vectors = _encoder.Forward(batch.Pieces!, drops.Encoder, random, arena, out read);
            for (var i = 0; i < vectors.Rows; i++) vectors.Row(i).CopyTo(x.Row(Row(batch, layout, i))[_words.Width..]);
        }

        var inputMask = Dropout.Mask(arena, rows, InputWidth, drops.Input, random);
        Dropout.Apply(x, inputMask);

        var wide = 2 * _size.Hidden;
        var inputs = new Matrix[_size.Layers + 1];
        var masks = new Matrix[_size.Layers + 1];
        var traces = new (Recurrence.Trace, Recurrence.Trace)[_size.Layers];
        inputs[0] = x;
        for (var layer = 0; layer < _size.Layers; layer++)
        {
            var h = arena.Take(rows, wide);
            var forward = _forward[layer].Forward(layout, inputs[layer], h.Values, wide, drops.Recurrent, random, arena);
            var backward = _backward[layer].Forward(layout, inputs[layer], h.Values + _size.Hidden, wide, drops.Recurrent, random, arena);
            traces[layer] = (forward, backward);
            // The state is carried on undropped, so what goes up is a copy.
            var up = arena.Take(rows, wide);
            h.All.CopyTo(up.All);
            masks[layer + 1] = SentenceMask(layout, wide, drops.Between, random, arena);
            Dropout.Apply(up, masks[layer + 1]);
            inputs[layer + 1] = up;
        }

        var top = inputs[^1];
        var dTop = gradient is null ? default : arena.Take(rows, wide);
        var loss = 0.0;
        loss += Classify(_tags, top, dTop, batch, layout, s => s.HasTree ? s.Tags : null, _counts.Tags.Names.Length, gradient, predictions, p => p.Tags, arena);
        loss += Classify(_treebankTags, top, dTop, batch, layout, s => s.HasTree ? s.TreebankTags : null, _counts.TreebankTags.Names.Length, gradient, predictions, p => p.TreebankTags, arena);
        var below = inputs[^2];
        var dBelow = gradient is null ? default : arena.Take(rows, wide);
        loss += Names(top, dTop, below, dBelow, batch, layout, drops, gradient, predictions, random, arena);
        if (gradient is not null) loss += _speech?.Run(top, dTop, batch, layout, s => s.Speech, NameWeight, gradient, null, arena) ?? 0;
        loss += Trees(top, dTop, batch, layout, drops, gradient, predictions, random, arena);
        if (gradient is null) return loss;

        for (var layer = _size.Layers - 1; layer >= 0; layer--)
        {
            Dropout.Apply(dTop, masks[layer + 1]);
            var dx = arena.Take(rows, inputs[layer].Columns);
            _forward[layer].Backward(layout, inputs[layer], traces[layer].Item1, dTop.Values, wide, dx, gradient, arena);
            _backward[layer].Backward(layout, inputs[layer], traces[layer].Item2, dTop.Values + _size.Hidden, wide, dx, gradient, arena);
            if (layer == _size.Layers - 1) TensorPrimitives.Add(dx.All, dBelow.All, dx.All);
            dTop = dx;
        }

        Dropout.Apply(dTop, inputMask);
        ForEachWord(batch, layout, (word, row) => _words.Backward(word, dTop.Row(row), gradient));
        if (read is null) return loss;
        var dVectors = arena.Take(rows, Encoder.Width);
        for (var i = 0; i < rows; i++) dTop.Row(Row(batch, layout, i))[_words.Width..].CopyTo(dVectors.Row(i));
        _encoder!.Backward(read, dVectors, gradient, arena);
        return loss;
    }

    // Where the encoder's i-th word stands.
    private static int Row(Batch batch, Layout layout, int i) => layout.Row(batch.Order![i].Sentence, batch.Order[i].Place);

    private static void ForEachWord(Batch batch, Layout layout, Action<WordLayer.Features, int> act)
    {
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            for (var t = 0; t < batch.Words[s].Length; t++) act(batch.Words[s][t], layout.Row(s, t));
        }
    }

    // The same values are dropped at every word of a sentence (Gal and Ghahramani 2016).
    private static Matrix SentenceMask(Layout layout, int columns, float drop, Randomness random, Arena arena)
    {
        var mask = arena.Take(layout.Rows, columns);
        var sentences = Dropout.Mask(arena, layout.Active[0], columns, drop, random);
        for (var t = 0; t < layout.Active.Length; t++)
        {
            for (var b = 0; b < layout.Active[t]; b++) sentences.Row(b).CopyTo(mask.Row(layout.Row(b, t)));
        }

        return mask;
    }

    private static double Classify(
        Dense head, Matrix input, Matrix dInput, Batch batch, Layout layout, Func<Sentence, byte[]?> gold, int labels,
        Gradient? gradient, Prediction[]? predictions, Func<Prediction, byte[]> predicted, Arena arena)
    {
        var logits = head.Forward(input, arena);
        var loss = 0.0;
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var right = gold(batch.Sentences[s]);
            for (var t = 0; t < layout.Lengths[s]; t++)
            {
                var row = logits.Row(layout.Row(s, t));
                var scores = row[..labels];
                if (predictions is not null) predicted(predictions[s])[t] = (byte)TensorPrimitives.IndexOfMax<float>(scores);
                if (gradient is null) continue;
                row[labels..].Clear();
                if (right is null) scores.Clear();
                else loss += CrossEntropy(scores, right[t], batch.Scale);
            }
        }

        if (gradient is not null) head.Backward(input, logits, dInput, gradient, arena);
        return loss;
    }

    // Turns scores into their gradient; returns the loss. A label out of range (unseen in training) teaches nothing.
    private static double CrossEntropy(Span<float> scores, int right, float scale)
    {
        if (right >= scores.Length)
        {
            scores.Clear();
            return 0;
        }

        TensorPrimitives.SoftMax(scores, scores);
        var loss = -Math.Log(Math.Max(scores[right], 1e-20));
        scores[right] -= 1;
        TensorPrimitives.Multiply(scores, scale, scores);
        return loss;
    }

    private double Names(
        Matrix top, Matrix dTop, Matrix below, Matrix dBelow, Batch batch, Layout layout, Drops drops, Gradient? gradient, Prediction[]? predictions,
        Randomness random, Arena arena)
    {
        // Names ask for less of the tree and more of the words: they see the layer below, too.
        var hidden = _nameHidden.Forward(top, arena);
        _nameBelow.Forward(below.Values, below.Columns, below.Rows, hidden.Values, hidden.Columns, add: true);
        var mask = Rectified(hidden, drops.Head, random, arena);
        var dHidden = gradient is null ? default : arena.Take(hidden.Rows, hidden.Columns);
        var loss = _names.Run(hidden, dHidden, batch, layout, s => s.Names, NameWeight, gradient, predictions, arena);
        loss += _entityNames.Run(hidden, dHidden, batch, layout, s => s.EntityNames, NameWeight, gradient, null, arena);
        if (gradient is null) return loss;
        HiddenBackward(_nameHidden, top, hidden, mask, dHidden, dTop, gradient, arena);
        _nameBelow.Backward(below, dHidden, dBelow, gradient, arena);
        return loss;
    }

    // A layer with rectified outputs, some dropped.
    private static Matrix Hidden(Dense layer, Matrix input, float drop, Randomness random, Arena arena, out Matrix mask)
    {
        var hidden = layer.Forward(input, arena);
        mask = Rectified(hidden, drop, random, arena);
        return hidden;
    }

    private static Matrix Rectified(Matrix hidden, float drop, Randomness random, Arena arena)
    {
        TensorPrimitives.Max(hidden.All, 0f, hidden.All);
        var mask = Dropout.Mask(arena, hidden.Rows, hidden.Columns, drop, random);
        Dropout.Apply(hidden, mask);
        return mask;
    }

    private static void HiddenBackward(
        Dense layer, Matrix input, Matrix hidden, Matrix mask, Matrix dHidden, Matrix dInput, Gradient gradient, Arena arena)
    {
        Dropout.Apply(dHidden, mask);
        Rectify(hidden, dHidden);
        layer.Backward(input, dHidden, dInput, gradient, arena);
    }

    private static void Rectify(Matrix hidden, Matrix dHidden)
    {
        var count = hidden.Rows * hidden.Columns;
        for (var i = 0; i < count; i += 16)
        {
            var positive = Vector512.GreaterThan(Vector512.Load(hidden.Values + i), Vector512<float>.Zero);
            (Vector512.Load(dHidden.Values + i) & positive).Store(dHidden.Values + i);
        }
    }

    private double Trees(
        Matrix top, Matrix dTop, Batch batch, Layout layout, Drops drops, Gradient? gradient, Prediction[]? predictions, Randomness random, Arena arena)
    {
        var dependents = Hidden(_arcDependent, top, drops.Head, random, arena, out var dependentMask);
        var heads = Hidden(_arcHead, top, drops.Head, random, arena, out var headMask);
        var turned = _arcs.Forward(dependents, arena);
        var labelDependents = _labelDependent.Forward(top, arena);
        var labelHeads = _labelHead.Forward(top, arena);
        var joined = arena.Take(layout.Rows, _size.Label); // dependent + head of each word, for its label
        var headRows = new int[layout.Rows];
        var (dTurned, dHeads) = gradient is null ? default : (arena.Take(layout.Rows, _size.Arc), arena.Take(layout.Rows, _size.Arc));
        var root = Parameters.Values + _root.Offset;
        var rootHead = new ReadOnlySpan<float>(root, _size.Arc);
        var rootLabel = new ReadOnlySpan<float>(root + _root.Columns, _size.Label);
        var dRootHead = gradient is null ? default : new Span<float>(gradient.Dense + _root.Offset, _size.Arc);
        var dRootLabel = gradient is null ? default : new Span<float>(gradient.Dense + _root.Offset + _root.Columns, _size.Label);

        var loss = 0.0;
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var sentence = batch.Sentences[s];
            var length = sentence.Length;
            var scores = new float[length + 1];
            var heading = sentence.Heads;
            if (predictions is not null) predictions[s].Heads = new int[length];
            for (var t = 0; t < length; t++)
            {
                var row = layout.Row(s, t);
                var query = turned.Row(row);
                scores[0] = TensorPrimitives.Dot(query, rootHead);
                for (var h = 0; h < length; h++)
                {
                    scores[h + 1] = h == t ? -1e9f : TensorPrimitives.Dot(query, heads.Row(layout.Row(s, h)));
                }

                predictions?[s].Arcs.AsSpan(t * (length + 1), length + 1).Clear();
                if (predictions is not null) scores.CopyTo(predictions[s].Arcs, t * (length + 1));
                if (gradient is null || !sentence.HasTree) continue;
                loss += CrossEntropy(scores, sentence.Heads[t], batch.Scale);
                var dQuery = dTurned.Row(row);
                TensorPrimitives.MultiplyAdd(rootHead, scores[0], dQuery, dQuery);
                TensorPrimitives.MultiplyAdd(query, scores[0], dRootHead, dRootHead);
                for (var h = 0; h < length; h++)
                {
                    if (scores[h + 1] == 0) continue;
                    var at = layout.Row(s, h);
                    TensorPrimitives.MultiplyAdd(heads.Row(at), scores[h + 1], dQuery, dQuery);
                    TensorPrimitives.MultiplyAdd(query, scores[h + 1], dHeads.Row(at), dHeads.Row(at));
                }
            }

            if (predictions is not null)
            {
                heading = predictions[s].Heads;
                SpanningTree.Decode(predictions[s].Arcs, heading, new int[length]);
            }

            for (var t = 0; t < length; t++)
            {
                var row = layout.Row(s, t);
                headRows[row] = heading[t] == 0 ? -1 : layout.Row(s, heading[t] - 1);
                var head = heading[t] == 0 ? rootLabel : labelHeads.Row(headRows[row]);
                TensorPrimitives.Add(labelDependents.Row(row), head, joined.Row(row));
            }
        }

        TensorPrimitives.Max(joined.All, 0f, joined.All);
        var labelMask = Dropout.Mask(arena, joined.Rows, joined.Columns, drops.Head, random);
        Dropout.Apply(joined, labelMask);
        var dJoined = gradient is null ? default : arena.Take(joined.Rows, joined.Columns);
        loss += Classify(_labels, joined, dJoined, batch, layout, s => s.HasTree ? s.Deprels : null, _counts.Deprels.Names.Length, gradient, predictions, p => p.Deprels, arena);
        if (gradient is null) return loss;

        Dropout.Apply(dJoined, labelMask);
        Rectify(joined, dJoined);
        var dLabelHeads = arena.Take(layout.Rows, _size.Label);
        for (var row = 0; row < layout.Rows; row++)
        {
            var target = headRows[row] < 0 ? dRootLabel : dLabelHeads.Row(headRows[row]);
            TensorPrimitives.Add(target, dJoined.Row(row), target);
        }

        _labelDependent.Backward(top, dJoined, dTop, gradient, arena);
        _labelHead.Backward(top, dLabelHeads, dTop, gradient, arena);
        var dDependents = arena.Take(layout.Rows, _size.Arc);
        _arcs.Backward(dependents, dTurned, dDependents, gradient, arena);
        HiddenBackward(_arcDependent, top, dependents, dependentMask, dDependents, dTop, gradient, arena);
        HiddenBackward(_arcHead, top, heads, headMask, dHeads, dTop, gradient, arena);
        return loss;
    }
}
