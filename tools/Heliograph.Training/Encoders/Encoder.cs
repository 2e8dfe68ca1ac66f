using System.Numerics.Tensors;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>A pretrained encoder that is taught on: words in their windows to one vector a word, a mix of what all layers make of its first piece.</summary>
/// <remarks>Embeddings of pieces and places stay as they were; those of letter case, which the encoder never saw, begin at nothing.</remarks>
internal sealed unsafe class Encoder
{
    public const int Width = PretrainedEncoder.Width;

    /// <summary>Share of values that are left out behind each half of a layer while learning.</summary>
    public const float Drop = 0.1f;

    private readonly Parameters _parameters;
    private readonly PretrainedEncoder _pretrained;
    private readonly float[] _places; // with what is added for a text that stands alone
    private readonly int _cases;
    private readonly Normalisation _norm;
    private readonly EncoderLayer[] _layers = new EncoderLayer[PretrainedEncoder.Layers];
    private readonly Weights _mix;

    public Encoder(Parameters parameters, PretrainedEncoder pretrained)
    {
        (_parameters, _pretrained) = (parameters, pretrained);
        Pieces = new(pretrained.Vocabulary);
        _places = [.. pretrained.Positions];
        for (var i = 0; i < _places.Length; i += Width) TensorPrimitives.Add(_places.AsSpan(i, Width), pretrained.TokenType, _places.AsSpan(i, Width));
        _cases = parameters.AddTable("cases", LetterCase.Count, Width);
        _norm = new(parameters, "encoder.norm", Width);
        for (var i = 0; i < _layers.Length; i++) _layers[i] = new(parameters, $"encoder{i}");
        parameters.SlowCount = parameters.Count;
        _mix = parameters.Add("encoder.mix", 1, PretrainedEncoder.Layers);
    }

    /// <summary>How words are cut.</summary>
    public WordPieces Pieces { get; }

    public PretrainedEncoder Pretrained => _pretrained;

    /// <summary>Embeddings of places, with what is added for a text that stands alone.</summary>
    public ReadOnlySpan<float> Places => _places;

    /// <summary>Embeddings of letter case; that of no letter is nothing.</summary>
    public Table Cases => _parameters.Tables[_cases];

    /// <summary>The layers whose weights are packed for products.</summary>
    public IEnumerable<Dense> Products => _layers.SelectMany(layer => layer.Products);

    private Span<float> Mix => new(_parameters.Values + _mix.Offset, PretrainedEncoder.Layers);

    /// <summary>Takes over what was trained before; to be called once the parameters have their memory.</summary>
    public void Load()
    {
        _pretrained.Norm.Gamma.CopyTo(_norm.Gamma);
        _pretrained.Norm.Beta.CopyTo(_norm.Beta);
        for (var i = 0; i < _layers.Length; i++) _layers[i].Load(_pretrained, i);
        Mix.Fill(1f / PretrainedEncoder.Layers);
        Array.Clear(Cases.Values);
    }

    /// <summary>What the way back needs.</summary>
    internal sealed record Trace(EncoderInput Input, Normalisation.Trace Norm, EncoderLayer.Trace[] Layers, Matrix[] Outputs);

    /// <summary>One vector a word, in the order of the words.</summary>
    public Matrix Forward(EncoderInput input, float drop, Randomness random, Arena arena, out Trace trace)
    {
        var x = arena.Take(input.Pieces.Length, Width);
        foreach (var (start, length) in input.Windows)
        {
            for (var i = 0; i < length; i++)
            {
                var row = x.Row(start + i);
                TensorPrimitives.Add(_pretrained.Pieces.AsSpan(input.Pieces[start + i] * Width, Width), _places.AsSpan(i * Width, Width), row);
                if (input.Cases[start + i] is > 0 and var letterCase) TensorPrimitives.Add(row, Cases.Values.AsSpan(letterCase * Width, Width), row);
            }
        }

        x = _norm.Forward(x, arena, out var norm);
        var traces = new EncoderLayer.Trace[_layers.Length];
        var outputs = new Matrix[_layers.Length];
        for (var i = 0; i < _layers.Length; i++) outputs[i] = x = _layers[i].Forward(x, input.Windows, drop, random, arena, out traces[i]);
        trace = new(input, norm, traces, outputs);

        var words = arena.Take(input.FirstPieces.Length, Width);
        for (var word = 0; word < words.Rows; word++)
        {
            var row = words.Row(word);
            for (var i = 0; i < outputs.Length; i++) TensorPrimitives.MultiplyAdd(outputs[i].Row(input.FirstPieces[word]), Mix[i], row, row);
        }

        return words;
    }

    public void Backward(Trace trace, Matrix dWords, Gradient gradient, Arena arena)
    {
        var input = trace.Input;
        var dMix = new Span<float>(gradient.Dense + _mix.Offset, PretrainedEncoder.Layers);
        var dx = arena.Take(input.Pieces.Length, Width);
        for (var i = _layers.Length - 1; i >= 0; i--)
        {
            for (var word = 0; word < dWords.Rows; word++)
            {
                var at = input.FirstPieces[word];
                dMix[i] += TensorPrimitives.Dot<float>(dWords.Row(word), trace.Outputs[i].Row(at));
                TensorPrimitives.MultiplyAdd(dWords.Row(word), Mix[i], dx.Row(at), dx.Row(at));
            }

            dx = _layers[i].Backward(trace.Layers[i], input.Windows, dx, gradient, arena);
        }

        _norm.Backward(trace.Norm, dx, gradient);
        for (var i = 0; i < dx.Rows; i++)
        {
            if (input.Cases[i] == 0) continue;
            var row = gradient.Row(_parameters, _cases, input.Cases[i]);
            TensorPrimitives.Add(row, dx.Row(i), row);
        }
    }
}
