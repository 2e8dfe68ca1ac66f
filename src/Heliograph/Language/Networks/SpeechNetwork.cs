using System.Numerics.Tensors;
using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>The trained tagger of statements: which tokens name a source, are a cue, or are what is said.</summary>
/// <remarks>
/// One recurrent layer over the states of the <see cref="SentenceNetwork"/> and embeddings of <see cref="SpeechFeatures"/>;
/// it reads some sentences in one go, so that a quotation that goes on is known for one. Labels are decoded as a chain.
/// </remarks>
internal sealed unsafe class SpeechNetwork
{
    /// <summary>Tokens after which a stretch of sentences is closed.</summary>
    public const int Stretch = 100;

    private readonly QuantisedLayer _states;
    private readonly QuantisedLayer _embedded;
    private readonly RecurrentLayer _layer;
    private readonly QuantisedLayer _scores;
    private readonly NameDecoder _decoder;
    private readonly int _width;
    private readonly float[] _table;

    /// <summary>Reads the tagger.</summary>
    /// <exception cref="InvalidDataException">It is no tagger of this format, or of another network.</exception>
    public SpeechNetwork(ModelReader reader, SentenceNetwork network)
    {
        reader.Open();
        IsOf = reader.ReadUInt64() == network.Fingerprint;
        var hidden = reader.ReadInt32();
        var table = new WordTable(reader);
        _width = table.Width;
        _table = new float[table.Rows * _width];
        for (var row = 0; row < table.Rows; row++) table.Add(row, 1, _table.AsSpan(row * _width, _width));
        _states = new(reader);
        _embedded = new(reader);
        _layer = new(reader, hidden, first: true);
        _scores = new(reader);
        _decoder = new(reader);
        if (_states.Inputs != network.StateWidth || table.Rows != SpeechFeatures.Rows)
        {
            throw new InvalidDataException(
                $"The tagger of statements takes {_states.Inputs} values and {table.Rows} features, the network gives {network.StateWidth} and {SpeechFeatures.Rows}. Train it again as docs/model.md says.");
        }
    }

    /// <summary>Reads the tagger that ships with the library.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is of another format.</exception>
    public static SpeechNetwork OpenResource(string name, SentenceNetwork network) =>
        typeof(SpeechNetwork).Assembly.GetManifestResourceStream(name) is UnmanagedMemoryStream stream
            ? new(new(stream.PositionPointer, stream.Length), network)
            : throw new InvalidDataException($"The library holds no model {name}. Train one as docs/model.md says, and build again.");

    /// <summary>Whether it was learnt on the states of this network; on those of another it would find nothing but noise.</summary>
    public bool IsOf { get; }

    /// <summary>Multiply-adds for a word.</summary>
    public long MultiplyAdds => _layer.MultiplyAdds + new[] { _states, _embedded, _scores }.Sum(layer => (long)layer.Inputs * layer.Outputs);

    /// <summary>Labels some stretches of tokens.</summary>
    /// <param name="stretches">Runs of tokens that follow each other.</param>
    /// <param name="states">States of the network, one row a token from the first of the stretches on.</param>
    /// <param name="features">Likewise, <see cref="SpeechFeatures.Count"/> a token.</param>
    /// <param name="labels">Filled at the tokens; one element a token of the document.</param>
    /// <param name="scratch">Memory.</param>
    public void Run(ReadOnlySpan<TokenSpan> stretches, Func<int, nint> states, ReadOnlySpan<int> features, Span<byte> labels, SentenceNetwork.Scratch scratch)
    {
        var (batch, workspace) = (scratch.Batch, scratch.Workspace);
        batch.Set(stretches);
        var first = stretches[0].Start;
        var (rows, inputs) = (batch.Rows, _states.Inputs);
        var below = workspace.Shorts(Workspace.Area.StatesBelow, rows * inputs);
        var embedded = workspace.Shorts(Workspace.Area.WordQuantised, rows * _width);
        var scales = workspace.Floats(Workspace.Area.WordScales, rows);
        var sum = workspace.Floats(Workspace.Area.WordInputs, _width);
        for (var b = 0; b < batch.Sentences; b++)
        {
            for (var t = 0; t < batch.Length(b); t++)
            {
                var (row, token) = (batch.Row(b, t), batch.Start(b) + t - first);
                new ReadOnlySpan<short>((short*)states(token), inputs).CopyTo(new(below + (nint)row * inputs, inputs));
                var values = new Span<float>(sum, _width);
                values.Clear();
                foreach (var feature in features.Slice(token * SpeechFeatures.Count, SpeechFeatures.Count))
                {
                    TensorPrimitives.Add(values, _table.AsSpan(feature * _width, _width), values);
                }

                scales[row] = IntegerProduct.Quantise(sum, embedded + (nint)row * _width, _width);
            }
        }

        var gates = workspace.Floats(Workspace.Area.Gates, rows * _states.Outputs);
        var stateScales = workspace.Floats(Workspace.Area.StateScales, rows);
        new Span<float>(stateScales, rows).Fill(1 / RecurrentLayer.StateScale);
        _states.Apply(below, inputs, stateScales, rows, gates);
        _embedded.Add(embedded, _width, scales, rows, gates, _states.Outputs);
        var own = workspace.Shorts(Workspace.Area.States, rows * 2 * _layer.Hidden);
        _layer.Run(batch, gates, null, own, workspace);
        var scores = workspace.Floats(Workspace.Area.NameScores, rows * _scores.Outputs);
        _scores.Apply(own, 2 * _layer.Hidden, stateScales, rows, scores);
        for (var b = 0; b < batch.Sentences; b++)
        {
            _decoder.Decode(batch, b, scores, _scores.Outputs, labels.Slice(batch.Start(b), batch.Length(b)), scratch);
        }
    }
}
