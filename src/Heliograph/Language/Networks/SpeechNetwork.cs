using System.Numerics.Tensors;
using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>The trained tagger of statements: which tokens name a source, are a cue, or are what is said.</summary>
/// <remarks>
/// Recurrent layers over the states of the <see cref="SentenceNetwork"/> and embeddings of <see cref="SpeechFeatures"/>;
/// it reads some sentences in one go, so that a quotation that goes on is known for one. Labels are decoded as a chain.
/// </remarks>
internal sealed unsafe class SpeechNetwork
{
    /// <summary>Tokens after which a stretch of sentences is closed.</summary>
    public const int Stretch = 100;

    private readonly QuantisedLayer _states;
    private readonly QuantisedLayer _embedded;
    private readonly RecurrentLayer[] _layers;
    private readonly QuantisedLayer[] _scores; // what each layer adds
    private readonly NameDecoder _decoder;
    private readonly int _width;
    private readonly float[] _table;

    /// <summary>Reads the tagger.</summary>
    /// <exception cref="InvalidDataException">It is no tagger of this format, or of another network.</exception>
    public SpeechNetwork(ModelReader reader, SentenceNetwork network)
    {
        reader.Open();
        IsOf = reader.ReadUInt64() == network.Fingerprint;
        var (hidden, layers) = (reader.ReadInt32(), reader.ReadInt32());
        var table = new WordTable(reader);
        _width = table.Width;
        _table = new float[table.Rows * _width];
        for (var row = 0; row < table.Rows; row++) table.Add(row, 1, _table.AsSpan(row * _width, _width));
        _states = new(reader);
        _embedded = new(reader);
        _layers = new RecurrentLayer[layers];
        for (var i = 0; i < layers; i++) _layers[i] = new(reader, hidden, first: i == 0);
        _scores = new QuantisedLayer[layers];
        for (var i = 0; i < layers; i++) _scores[i] = new(reader);
        _decoder = new(reader);
        if (_states.Inputs > 2 * network.StateWidth || 2 * hidden > _states.Inputs || table.Rows != SpeechFeatures.Rows)
        {
            throw new InvalidDataException(
                $"The tagger of statements takes {_states.Inputs} values and {table.Rows} features, the network gives {2 * network.StateWidth} and {SpeechFeatures.Rows}. Train it again as docs/model.md says.");
        }
    }

    /// <summary>Reads the tagger that ships with the library.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is of another format.</exception>
    public static SpeechNetwork OpenResource(string name, SentenceNetwork network) => new(ModelReader.OfResource(name), network);

    /// <summary>Reads a tagger from memory; a copy is kept as long as the program runs.</summary>
    /// <exception cref="InvalidDataException">It is no tagger of this format.</exception>
    public static SpeechNetwork Open(ReadOnlySpan<byte> weights, SentenceNetwork network) => new(ModelReader.OfCopy(weights), network);

    /// <summary>Whether it was learnt on the states of this network; on those of another it would find nothing but noise.</summary>
    public bool IsOf { get; }

    /// <summary>Multiply-adds for a word.</summary>
    public long MultiplyAdds => _layers.Sum(layer => layer.MultiplyAdds) + _scores.Append(_states).Append(_embedded).Sum(layer => (long)layer.Inputs * layer.Outputs);

    /// <summary>Labels some stretches of tokens.</summary>
    /// <param name="stretches">Runs of tokens that follow each other.</param>
    /// <param name="states">States of the network, which has just read the stretches.</param>
    /// <param name="features">Likewise, <see cref="SpeechFeatures.Count"/> a token.</param>
    /// <param name="labels">Filled at the tokens; one element a token of the document.</param>
    /// <param name="shares">Likewise: how sure they are.</param>
    /// <param name="scratch">Memory.</param>
    public void Run(
        ReadOnlySpan<TokenSpan> stretches, SentenceNetwork.Scratch states, ReadOnlySpan<int> features, Span<byte> labels, Span<SpeechShare> shares, Scratch scratch)
    {
        var (batch, workspace) = (scratch.Network.Batch, scratch.Network.Workspace);
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
                states.CopyStates(token, new(below + (nint)row * inputs, inputs));
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
        var scores = workspace.Floats(Workspace.Area.NameScores, rows * _scores[0].Outputs);
        var own = workspace.Shorts(Workspace.Area.States, rows * 2 * _layers[0].Hidden);
        for (var i = 0; i < _layers.Length; i++)
        {
            // The states of the network are read no more once the first layer is done, so that its place is free.
            if (i > 0)
            {
                var lower = own;
                own = below;
                below = lower;
            }

            _layers[i].Run(batch, gates, i == 0 ? null : below, own, workspace);
            if (i == 0) _scores[i].Apply(own, 2 * _layers[i].Hidden, stateScales, rows, scores);
            else _scores[i].Add(own, 2 * _layers[i].Hidden, stateScales, rows, scores, _scores[i].Outputs);
        }

        var width = _scores[0].Outputs;
        for (var b = 0; b < batch.Sentences; b++)
        {
            var marks = labels.Slice(batch.Start(b), batch.Length(b));
            _decoder.Decode(batch, b, scores, width, marks, scratch.Network);
            Weigh(batch, b, scores, width, marks, shares.Slice(batch.Start(b), batch.Length(b)), scratch);
        }
    }

    // Sums over all sequences cost more than the best one, so that only stretches with a cue are weighed.
    private void Weigh(SentenceBatch batch, int stretch, float* scores, int width, ReadOnlySpan<byte> labels, Span<SpeechShare> shares, Scratch scratch)
    {
        shares.Clear();
        if (!labels.ContainsAny((byte)Speech.CueStart, (byte)Speech.Cue)) return;
        const int Labels = NameDecoder.Labels;
        var rows = scratch.Rows(labels.Length * Labels);
        var marginals = scratch.Probabilities(labels.Length * Labels);
        for (var t = 0; t < labels.Length; t++)
        {
            new ReadOnlySpan<float>(scores + (nint)batch.Row(stretch, t) * width, Labels).CopyTo(rows[(t * Labels)..]);
        }

        (scratch.Marginals ??= _decoder.Marginals()).Fill(rows, marginals);
        for (var t = 0; t < labels.Length; t++)
        {
            var row = marginals.Slice(t * Labels, Labels);
            shares[t] = new(Share(row, Speech.SourceStart), Share(row, Speech.CueStart), Share(row, Speech.ContentStart));
        }
    }

    private static ushort Share(ReadOnlySpan<double> row, Speech start) =>
        (ushort)Math.Min(SpeechShare.Whole, (int)((row[(int)start] + row[(int)start + 1]) * SpeechShare.Whole + 0.5));

    /// <summary>What one thread computes with.</summary>
    internal sealed class Scratch
    {
        private float[] _rows = [];
        private double[] _marginals = [];

        public SentenceNetwork.Scratch Network { get; } = new();

        public LabelMarginals? Marginals { get; set; }

        /// <summary>Room for the scores of a stretch.</summary>
        public Span<float> Rows(int count) => Grown(ref _rows, count);

        /// <summary>Room for the probabilities of its labels.</summary>
        public Span<double> Probabilities(int count) => Grown(ref _marginals, count);

        private static Span<T> Grown<T>(ref T[] array, int count)
        {
            if (array.Length < count) array = new T[2 * count];
            return array.AsSpan(0, count);
        }
    }
}
