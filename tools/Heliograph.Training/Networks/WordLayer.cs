using System.Numerics.Tensors;
using Heliograph.Language;
using Heliograph.Language.Networks;
using Heliograph.Training.Vectors;

namespace Heliograph.Training.Networks;

/// <summary>Turns words into vectors: the pretrained vector, then embeddings of form, affixes and shape, then the mean of the n-grams'.</summary>
internal sealed class WordLayer
{
    private readonly WordVectors _vectors;
    private readonly Dictionary<string, int> _vectorRows;
    private readonly Parameters _parameters;
    private readonly int[] _tables;
    private readonly int _grams;
    private readonly int _classes;

    public WordLayer(Parameters parameters, WordVectors vectors)
    {
        (_parameters, _vectors) = (parameters, vectors);
        _vectorRows = vectors.Words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i);
        _tables = [.. Enumerable.Range(0, WordFeatures.Slots).Select(i => parameters.AddTable($"slot{i}", WordFeatures.Rows[i], WordFeatures.Widths[i]))];
        _grams = parameters.AddTable("grams", WordFeatures.GramRows, WordFeatures.GramWidth);
        _classes = parameters.AddTable("classes", Gazetteer.Classes, ClassWidth);
        LettersWidth = vectors.Dimensions + WordFeatures.Widths.Sum() + WordFeatures.GramWidth;
    }

    /// <summary>Width of an embedding of what the gazetteer knows of a word; it stands last.</summary>
    public const int ClassWidth = 32;

    /// <summary>Width of what depends on the word's letters alone.</summary>
    public int LettersWidth { get; }

    public int Width => LettersWidth + ClassWidth;

    /// <summary>The table of embeddings of what the gazetteer knows.</summary>
    public Table ClassTable => _parameters.Tables[_classes];

    public WordVectors Vectors => _vectors;

    /// <summary>What is left out of a word: 1 = vector and forms, 2 = forms only.</summary>
    internal readonly record struct Features(int Vector, int[] Slots, int[] Grams, byte Class, byte Drop);

    public Features Read(string form, byte known, byte drop)
    {
        Span<int> slots = stackalloc int[WordFeatures.Slots];
        Span<int> grams = stackalloc int[WordFeatures.MaxGrams];
        var count = WordFeatures.Read(form, slots, grams);
        return new(_vectorRows.GetValueOrDefault(WordVectors.Key(form), -1), slots.ToArray(), grams[..count].ToArray(), known, drop);
    }

    public void Forward(Features word, Span<float> x)
    {
        if (word.Vector >= 0 && word.Drop != 1)
        {
            _vectors.Values.AsSpan(word.Vector * _vectors.Dimensions, _vectors.Dimensions).CopyTo(x);
        }

        var at = _vectors.Dimensions;
        for (var slot = 0; slot < WordFeatures.Slots; slot++)
        {
            var width = WordFeatures.Widths[slot];
            if (!(word.Drop > 0 && slot < 2))
            {
                _parameters.Tables[_tables[slot]].Values.AsSpan(word.Slots[slot] * width, width).CopyTo(x[at..]);
            }

            at += width;
        }

        var mean = x.Slice(at, WordFeatures.GramWidth);
        foreach (var row in word.Grams)
        {
            TensorPrimitives.Add(mean, _parameters.Tables[_grams].Values.AsSpan(row * WordFeatures.GramWidth, WordFeatures.GramWidth), mean);
        }

        TensorPrimitives.Multiply(mean, GramScale(word), mean);
        ClassTable.Values.AsSpan(word.Class * ClassWidth, ClassWidth).CopyTo(x[LettersWidth..]);
    }

    public void Backward(Features word, Span<float> dx, Gradient gradient)
    {
        var at = _vectors.Dimensions;
        for (var slot = 0; slot < WordFeatures.Slots; slot++)
        {
            var width = WordFeatures.Widths[slot];
            if (!(word.Drop > 0 && slot < 2))
            {
                var row = gradient.Row(_parameters, _tables[slot], word.Slots[slot]);
                TensorPrimitives.Add(row, dx.Slice(at, width), row);
            }

            at += width;
        }

        var mean = dx.Slice(at, WordFeatures.GramWidth);
        TensorPrimitives.Multiply(mean, GramScale(word), mean);
        foreach (var gram in word.Grams)
        {
            var row = gradient.Row(_parameters, _grams, gram);
            TensorPrimitives.Add(row, mean, row);
        }

        var known = gradient.Row(_parameters, _classes, word.Class);
        TensorPrimitives.Add(known, dx.Slice(LettersWidth, ClassWidth), known);
    }

    // Divided by the root of the count, so that long and short words weigh alike.
    private static float GramScale(Features word) => 1 / MathF.Sqrt(word.Grams.Length);
}
