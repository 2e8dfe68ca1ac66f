using System.Runtime.Intrinsics;
using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>The trained network: words in, tags, trees and names out.</summary>
/// <remarks>
/// Recurrent layers shared by all tasks; linear heads for tags; a biaffine score for each pair of word and head (Dozat
/// and Manning 2017) with a spanning tree on top; one hidden layer for relations and one for names. Sentences longer
/// than <see cref="MaxSentence"/> words are to be cut by the caller. Learnt beside an <see cref="EncoderNetwork"/>, it adds
/// what that says of each word to the gates of its first layer.
/// </remarks>
internal sealed unsafe class SentenceNetwork
{
    /// <summary>Words of the longest sentence that is read as one; scores of arcs grow with its square.</summary>
    public const int MaxSentence = 400;

    private readonly WordEncoder _words;
    private readonly RecurrentLayer[] _layers;
    private readonly QuantisedLayer _heads; // side by side: tags, treebank tags, names, dependents, heads, relations twice
    private readonly QuantisedLayer _nameBelow; // what the layer below adds to the hidden values of names
    private readonly QuantisedLayer _names;
    private readonly QuantisedLayer _arcs;
    private readonly QuantisedLayer _relations;
    private readonly float* _rootArc;
    private readonly float* _rootRelation;
    private readonly int _hidden;
    private readonly int _arc;
    private readonly int _label;
    private readonly int _name;
    private readonly int _tagWidth;
    private readonly int _treebankTagWidth;
    private readonly NameDecoder _nameDecoder;
    private readonly EncoderNetwork? _encoder;
    private readonly QuantisedLayer? _encoded; // what a word's vector adds to its gates

    /// <summary>Reads the network.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="encoder">The encoder that it was learnt beside; null for a network that was learnt by itself.</param>
    /// <exception cref="InvalidDataException">It is no network of this format, or wants another encoder.</exception>
    public SentenceNetwork(ModelReader reader, EncoderNetwork? encoder = null)
    {
        reader.Open();
        Fingerprint = encoder is null ? reader.Fingerprint : System.Numerics.BitOperations.RotateLeft(reader.Fingerprint, 1) ^ encoder.Fingerprint;
        Name = reader.ReadString();
        if (encoder is not null != Name.StartsWith(Annotator.DeepPrefix, StringComparison.Ordinal))
        {
            throw new InvalidDataException(encoder is null
                ? $"The model {Name} was learnt beside an encoder, but got none. Read it together with the encoder that was written with it."
                : $"The model {Name} was learnt without an encoder, but got {encoder.Name}. Read it without one.");
        }

        (_hidden, var layers, _arc, _label, _name) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        Tags = [.. reader.ReadStrings().Select(name => Enum.Parse<PartOfSpeech>(name))];
        TreebankTags = [.. reader.ReadStrings().Select(string.Intern)];
        var relations = reader.ReadStrings();
        Deprels = [.. relations.Select(name => Enum.Parse<Deprel>(name.Split(':')[0], ignoreCase: true))];
        Subtypes = [.. relations.Select(name => string.Intern(name.Contains(':', StringComparison.Ordinal) ? name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..] : ""))];
        (_tagWidth, _treebankTagWidth) = (Pad(Tags.Length), Pad(TreebankTags.Length));
        _words = new(reader);
        _layers = new RecurrentLayer[layers];
        for (var i = 0; i < layers; i++) _layers[i] = new(reader, _hidden, first: i == 0);
        _heads = new(reader);
        _nameBelow = new(reader);
        _names = new(reader);
        _arcs = new(reader);
        _relations = new(reader);
        _rootArc = reader.CopyArray<float>(_arc);
        _rootRelation = reader.CopyArray<float>(_label);
        _nameDecoder = new(reader);
        if (encoder is null) return;
        (_encoder, _encoded) = (encoder, new(reader));
        if ((_encoded.Inputs, _encoded.Outputs) != (encoder.Width, _words.Outputs))
        {
            throw new InvalidDataException(
                $"The model {Name} takes {_encoded.Inputs} values of the encoder to {_encoded.Outputs}, expected {encoder.Width} to {_words.Outputs}. Train it again as docs/model.md says.");
        }
    }

    /// <summary>Reads the network that ships with the library under a name, leaving its tables where they lie.</summary>
    /// <exception cref="InvalidDataException">There is none of that name, or it is of another format.</exception>
    public static SentenceNetwork OpenResource(string name, EncoderNetwork? encoder = null) => new(ModelReader.OfResource(name), encoder);

    /// <summary>Reads the network from memory; a copy is kept as long as the program runs.</summary>
    /// <exception cref="InvalidDataException">It is no network of this format.</exception>
    public static SentenceNetwork Open(ReadOnlySpan<byte> weights, EncoderNetwork? encoder = null) => new(ModelReader.OfCopy(weights), encoder);

    /// <summary>What the network calls itself, such as <c>english-1</c>.</summary>
    public string Name { get; }

    /// <summary>Parts of speech by number.</summary>
    public PartOfSpeech[] Tags { get; }

    /// <summary>The treebank's tags by number.</summary>
    public string[] TreebankTags { get; }

    /// <summary>Universal relations by number.</summary>
    public Deprel[] Deprels { get; }

    /// <summary>Subtypes of relations by number.</summary>
    public string[] Subtypes { get; }

    /// <summary>A number that tells these weights from others.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Values of a token's state in one layer.</summary>
    public int StateWidth => 2 * _hidden;

    /// <summary>Whether an encoder stands below it.</summary>
    public bool IsDeep => _encoder is not null;

    /// <summary>Multiply-adds for a word whose encoding is kept and that is one piece, arcs and attention (which grow with the sentence) left out.</summary>
    public long MultiplyAdds => _layers.Sum(layer => layer.MultiplyAdds) + (_encoder?.MultiplyAdds ?? 0) +
        new[] { _heads, _nameBelow, _names, _arcs, _relations, _encoded }.OfType<QuantisedLayer>().Sum(layer => (long)layer.Inputs * layer.Outputs);

    /// <summary>Reads some sentences; fills the columns at their tokens.</summary>
    public void Run(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenSpan> sentences, Columns columns, Scratch scratch)
    {
        var (batch, workspace) = (scratch.Batch, scratch.Workspace);
        batch.Set(sentences);
        var gates = workspace.Floats(Workspace.Area.Gates, batch.Rows * 6 * _hidden);
        var rows = scratch.Rows(batch);
        _words.Encode(text, tokens.Slice(sentences[0].Start, batch.Rows), columns.Classes.AsSpan(sentences[0].Start, batch.Rows), rows, gates, workspace);
        if (_encoder is not null) AddEncoded(text, tokens.Slice(sentences[0].Start, batch.Rows), sentences, rows, gates, scratch);

        var states = workspace.Shorts(Workspace.Area.States, batch.Rows * 2 * _hidden);
        var below = workspace.Shorts(Workspace.Area.StatesBelow, batch.Rows * 2 * _hidden);
        _layers[0].Run(batch, gates, null, states, workspace);
        for (var i = 1; i < _layers.Length; i++)
        {
            var lower = states;
            states = below;
            below = lower;
            _layers[i].Run(batch, gates, below, states, workspace);
        }

        scratch.Keep(states, below, 2 * _hidden);
        var scales = workspace.Floats(Workspace.Area.StateScales, batch.Rows);
        var outputs = workspace.Floats(Workspace.Area.Heads, batch.Rows * _heads.Outputs);
        _heads.Apply(states, 2 * _hidden, scales, batch.Rows, outputs);
        _nameBelow.Add(below, 2 * _hidden, scales, batch.Rows, outputs + _tagWidth + _treebankTagWidth, _heads.Outputs);
        for (var b = 0; b < batch.Sentences; b++)
        {
            for (var t = 0; t < batch.Length(b); t++)
            {
                var row = outputs + (nint)batch.Row(b, t) * _heads.Outputs;
                columns.Tags[batch.Start(b) + t] = Best(row, Tags.Length);
                columns.TreebankTags[batch.Start(b) + t] = Best(row + _tagWidth, TreebankTags.Length);
            }
        }

        FindNames(batch, outputs, columns, scratch);
        FindHeads(batch, outputs, columns, scratch);
        FindRelations(batch, outputs, columns, workspace);
    }

    private void AddEncoded(
        string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<TokenSpan> sentences, ReadOnlySpan<int> rows, float* gates, Scratch scratch)
    {
        var (workspace, width) = (scratch.Workspace, _encoder!.Width);
        var vectors = workspace.Floats(Workspace.Area.EncoderVectors, words.Length * width);
        _encoder.Encode(text, words, sentences, rows, vectors, scratch.Encoder, workspace);
        var quantised = workspace.Shorts(Workspace.Area.EncoderQuantised, words.Length * width);
        var scales = workspace.Floats(Workspace.Area.EncoderScales, words.Length);
        for (var i = 0; i < words.Length; i++) scales[i] = IntegerProduct.Quantise(vectors + (nint)i * width, quantised + (nint)i * width, width);
        _encoded!.Add(quantised, width, scales, words.Length, gates, _encoded.Outputs);
    }

    private void FindNames(SentenceBatch batch, float* outputs, Columns columns, Scratch scratch)
    {
        var workspace = scratch.Workspace;
        var quantised = workspace.Shorts(Workspace.Area.NameQuantised, batch.Rows * _name);
        var scales = workspace.Floats(Workspace.Area.Scales, batch.Rows);
        for (var i = 0; i < batch.Rows; i++)
        {
            var hidden = outputs + (nint)i * _heads.Outputs + _tagWidth + _treebankTagWidth;
            Rectify(hidden, _name);
            scales[i] = IntegerProduct.Quantise(hidden, quantised + (nint)i * _name, _name);
        }

        var scores = workspace.Floats(Workspace.Area.NameScores, batch.Rows * _names.Outputs);
        _names.Apply(quantised, _name, scales, batch.Rows, scores);
        for (var b = 0; b < batch.Sentences; b++)
        {
            _nameDecoder.Decode(batch, b, scores, _names.Outputs, columns.Names.AsSpan(batch.Start(b), batch.Length(b)), scratch);
        }
    }

    private void FindHeads(SentenceBatch batch, float* outputs, Columns columns, Scratch scratch)
    {
        var workspace = scratch.Workspace;
        var dependents = workspace.Shorts(Workspace.Area.Dependents, batch.Rows * _arc);
        var scales = workspace.Floats(Workspace.Area.Scales, batch.Rows);
        // Heads of a sentence lie side by side, the root first, so that they are met in order.
        var heads = workspace.Shorts(Workspace.Area.ArcHeads, (batch.Rows + batch.Sentences) * _arc);
        var headScales = workspace.Floats(Workspace.Area.HeadScales, batch.Rows + batch.Sentences);
        var at = _tagWidth + _treebankTagWidth + _name;
        var next = 0;
        for (var b = 0; b < batch.Sentences; b++)
        {
            headScales[next] = IntegerProduct.Quantise(_rootArc, heads + (nint)next * _arc, _arc);
            next++;
            for (var t = 0; t < batch.Length(b); t++, next++)
            {
                var row = batch.Row(b, t);
                var values = outputs + (nint)row * _heads.Outputs + at;
                Rectify(values, 2 * _arc);
                scales[row] = IntegerProduct.Quantise(values, dependents + (nint)row * _arc, _arc);
                headScales[next] = IntegerProduct.Quantise(values + _arc, heads + (nint)next * _arc, _arc);
            }
        }

        var turned = workspace.Floats(Workspace.Area.Turned, batch.Rows * _arc);
        _arcs.Apply(dependents, _arc, scales, batch.Rows, turned);
        var query = workspace.Shorts(Workspace.Area.TurnedQuantised, _arc);
        var scores = workspace.Floats(Workspace.Area.Arcs, batch.Places * (batch.Places + 1));
        next = 0;
        for (var b = 0; b < batch.Sentences; b++)
        {
            var length = batch.Length(b);
            for (var t = 0; t < length; t++)
            {
                var scale = IntegerProduct.Quantise(turned + (nint)batch.Row(b, t) * _arc, query, _arc);
                var row = scores + (nint)t * (length + 1);
                for (var h = 0; h <= length; h++)
                {
                    row[h] = IntegerProduct.Dot(query, heads + (nint)(next + h) * _arc, _arc) * (scale * headScales[next + h]);
                }

                row[t + 1] = -1e9f;
            }

            SpanningTree.Decode(new(scores, length * (length + 1)), columns.Heads.AsSpan(batch.Start(b), length), scratch.Reached(length));
            next += length + 1;
        }
    }

    private void FindRelations(SentenceBatch batch, float* outputs, Columns columns, Workspace workspace)
    {
        var joined = workspace.Floats(Workspace.Area.Joined, _label);
        var quantised = workspace.Shorts(Workspace.Area.JoinedQuantised, batch.Rows * _label);
        var scales = workspace.Floats(Workspace.Area.Scales, batch.Rows);
        var at = _tagWidth + _treebankTagWidth + _name + 2 * _arc;
        for (var b = 0; b < batch.Sentences; b++)
        {
            for (var t = 0; t < batch.Length(b); t++)
            {
                var row = batch.Row(b, t);
                var own = outputs + (nint)row * _heads.Outputs + at;
                var head = columns.Heads[batch.Start(b) + t];
                var other = head == 0 ? _rootRelation : outputs + (nint)batch.Row(b, head - 1) * _heads.Outputs + at + _label;
                for (var i = 0; i < _label; i += 16)
                {
                    Vector512.Max(Vector512.Load(own + i) + Vector512.Load(other + i), Vector512<float>.Zero).Store(joined + i);
                }

                scales[row] = IntegerProduct.Quantise(joined, quantised + (nint)row * _label, _label);
            }
        }

        var scores = workspace.Floats(Workspace.Area.Relations, batch.Rows * _relations.Outputs);
        _relations.Apply(quantised, _label, scales, batch.Rows, scores);
        for (var b = 0; b < batch.Sentences; b++)
        {
            for (var t = 0; t < batch.Length(b); t++)
            {
                columns.Relations[batch.Start(b) + t] = Best(scores + (nint)batch.Row(b, t) * _relations.Outputs, Deprels.Length);
            }
        }
    }

    private static void Rectify(float* values, int count)
    {
        for (var i = 0; i < count; i += 16) Vector512.Max(Vector512.Load(values + i), Vector512<float>.Zero).Store(values + i);
    }

    private static byte Best(float* scores, int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return (byte)best;
    }

    private static int Pad(int count) => (count + IntegerProduct.Width - 1) / IntegerProduct.Width * IntegerProduct.Width;

    /// <summary>What the gazetteer knows and what is found, one element a token of the document; labels by number.</summary>
    internal sealed record Columns(byte[] Classes, byte[] Tags, byte[] TreebankTags, int[] Heads, byte[] Relations, byte[] Names);

    /// <summary>What one thread computes with.</summary>
    internal sealed class Scratch : IDisposable
    {
        private int[] _rows = [];
        private int[] _reached = [];
        private byte[] _back = [];
        private nint _states;
        private nint _below;
        private int _stateWidth;

        /// <summary>Memory for numbers.</summary>
        public Workspace Workspace { get; } = new();

        /// <summary>Where the words stand.</summary>
        public SentenceBatch Batch { get; } = new();

        /// <summary>Where their pieces stand in the encoder.</summary>
        public EncoderBatch Encoder { get; } = new();

        /// <summary>The row of each token, from the first of the batch on.</summary>
        public ReadOnlySpan<int> Rows(SentenceBatch batch)
        {
            if (_rows.Length < batch.Rows) _rows = new int[2 * batch.Rows];
            var first = int.MaxValue;
            for (var b = 0; b < batch.Sentences; b++) first = Math.Min(first, batch.Start(b));
            for (var b = 0; b < batch.Sentences; b++)
            {
                for (var t = 0; t < batch.Length(b); t++) _rows[batch.Start(b) - first + t] = batch.Row(b, t);
            }

            return _rows.AsSpan(0, batch.Rows);
        }

        /// <summary>Copies the states of a token after a run: those of the last layer, and of the one below it where there is room.</summary>
        /// <param name="token">Counted from the first of the batch on.</param>
        /// <param name="states">Filled: one or two times the width of a state.</param>
        public void CopyStates(int token, Span<short> states)
        {
            var row = (nint)_rows[token] * _stateWidth;
            new ReadOnlySpan<short>((short*)_states + row, _stateWidth).CopyTo(states);
            if (states.Length > _stateWidth) new ReadOnlySpan<short>((short*)_below + row, _stateWidth).CopyTo(states[_stateWidth..]);
        }

        /// <summary>Remembers where the states lie.</summary>
        public void Keep(short* states, short* below, int width) => (_states, _below, _stateWidth) = ((nint)states, (nint)below, width);

        /// <summary>Room to walk a tree.</summary>
        public Span<int> Reached(int length)
        {
            if (_reached.Length < length) _reached = new int[2 * length];
            return _reached.AsSpan(0, length);
        }

        /// <summary>Room for the way back through labels.</summary>
        public Span<byte> Back(int count)
        {
            if (_back.Length < count) _back = new byte[2 * count];
            return _back.AsSpan(0, count);
        }

        /// <inheritdoc/>
        public void Dispose() => Workspace.Dispose();
    }
}
