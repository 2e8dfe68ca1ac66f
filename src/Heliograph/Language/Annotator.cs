using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Heliograph.Documents;
using Heliograph.Language.Networks;

namespace Heliograph.Language;

/// <summary>Turns a text into a document: tokens, sentences, tags, lemmas, trees and names.</summary>
/// <remarks>
/// Deterministic: the same text gives the same document on every machine. Safe to share between threads; each thread
/// that annotates takes memory to compute in and puts it back.
/// </remarks>
public sealed class Annotator
{
    private const string DeepNetwork = "deep.model";
    private const string DeepEncoder = "encoder.model";
    private const string DeepSpeech = "attribution-deep.model";
    private static readonly string[] DeepWeights = [DeepEncoder, DeepNetwork, DeepSpeech];

    private readonly Segmenter _segmenter;
    private readonly Lemmatizer _lemmatizer;
    private readonly Gazetteer _gazetteer;
    private readonly SentenceNetwork _network;
    private readonly SpeechTagger _speech;
    private readonly ConcurrentBag<Scratch> _scratch = [];

    private Annotator(SentenceNetwork network, SpeechNetwork? speech = null)
    {
        (_segmenter, _lemmatizer, _gazetteer, _network) = (Segmenter.Load(), Lemmatizer.Load(), Gazetteer.Load(), network);
        _speech = new(network, speech);
    }

    /// <summary>The model that reads where nobody asks for another.</summary>
    public const ReadingModel DefaultModel = ReadingModel.Deep;

    /// <summary>Whether the weights of a model are built into the library.</summary>
    public static bool Ships(ReadingModel model) =>
        model == ReadingModel.Fast || DeepWeights.All(name => typeof(Annotator).Assembly.GetManifestResourceInfo(name) is not null);

    /// <summary>Reads the English weights that ship with the library.</summary>
    /// <exception cref="InvalidDataException">The weights of the model are not built in.</exception>
    public static Annotator Load(ReadingModel model = DefaultModel)
    {
        var network = Network(model);
        return new(network, SpeechNetwork.OpenResource(model == ReadingModel.Deep ? DeepSpeech : "attribution.model", network));
    }

    /// <summary>Reads the English weights without the tagger of statements: enough for words, trees and names, and faster.</summary>
    /// <exception cref="InvalidDataException">The weights of the model are not built in.</exception>
    public static Annotator LoadWithoutSpeech(ReadingModel model = DefaultModel) => new(Network(model));

    /// <summary>Reads the network from other weights, as the training tool writes them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="encoder">The encoder that it was learnt beside; empty for a network that was learnt by itself.</param>
    /// <exception cref="InvalidDataException">They are no weights of this format, or do not go together; the message says what to do.</exception>
    public static Annotator Open(ReadOnlySpan<byte> network, ReadOnlySpan<byte> encoder = default) =>
        new(SentenceNetwork.Open(network, encoder.IsEmpty ? null : EncoderNetwork.Open(encoder)));

    /// <summary>Reads the English weights that ship, but for the tagger of statements, which is read from memory.</summary>
    /// <exception cref="InvalidDataException">It is no tagger of this format; the message says what to do.</exception>
    internal static Annotator WithSpeech(ReadOnlySpan<byte> speech, ReadingModel model = DefaultModel)
    {
        var network = Network(model);
        return new(network, SpeechNetwork.Open(speech, network));
    }

    /// <summary>Which of the models this is.</summary>
    public ReadingModel Model => _network.IsDeep ? ReadingModel.Deep : ReadingModel.Fast;

    /// <summary>What the names of deep models begin with, and of no other: what they found is known by it.</summary>
    public const string DeepPrefix = "deep";

    /// <summary>What the model calls itself.</summary>
    public string ModelName => _network.Name;

    /// <summary>Values of a token's states that the tagger of statements sees: those of the last two layers.</summary>
    internal int StateWidth => 2 * _network.StateWidth;

    /// <summary>A number that tells the network's weights from others.</summary>
    internal ulong NetworkFingerprint => _network.Fingerprint;

    /// <summary>Multiply-adds that a frequent word costs in the networks, arcs left out.</summary>
    public long MultiplyAddsPerWord => _network.MultiplyAdds + _speech.MultiplyAdds;

    /// <summary>Annotates one text.</summary>
    public Document Annotate(string text) => Annotate(text, listener: null);

    /// <summary>Annotates one text and tells how far it has come.</summary>
    /// <param name="text">The text.</param>
    /// <param name="told">Told after every few sentences how many tokens are done, and of how many; what it throws ends the annotation.</param>
    public Document Annotate(string text, Action<int, int> told) => Annotate(text, null, told);

    /// <summary>Annotates one text and shows what the tagger of statements sees.</summary>
    internal Document Annotate(string text, SpeechTagger.Listener? listener, Action<int, int>? told = null)
    {
        var segments = _segmenter.Segment(text);
        var scratch = _scratch.TryTake(out var taken) ? taken : new Scratch();
        scratch.Grow(segments.Tokens.Length);
        try
        {
            _gazetteer.Match(text, segments.Tokens.AsSpan(), scratch.Columns.Classes.AsSpan(0, segments.Tokens.Length));
            var pieces = Pieces(segments.Sentences, scratch);
            SpeechTagger.Begin(segments, scratch.Speech);
            foreach (var batch in Batches(pieces))
            {
                var sentences = CollectionsMarshal.AsSpan(pieces)[batch];
                _network.Run(text, segments.Tokens.AsSpan(), sentences, scratch.Columns, scratch.Network);
                _speech.Run(segments, sentences, scratch.Columns, scratch.Network, scratch.Speech, listener);
                told?.Invoke(sentences[^1].End, segments.Tokens.Length);
            }

            NameAgreement.PartPeople(text, segments.Tokens.AsSpan(), scratch.Columns.Classes, scratch.Columns.Names);
            NameAgreement.Agree(
                text, segments.Tokens.AsSpan(), CollectionsMarshal.AsSpan(pieces), scratch.Columns.Names, scratch.NameCounts);
            return ToDocument(segments, pieces, scratch);
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }

    private static SentenceNetwork Network(ReadingModel model) => model == ReadingModel.Deep
        ? SentenceNetwork.OpenResource(DeepNetwork, EncoderNetwork.OpenResource(DeepEncoder))
        : SentenceNetwork.OpenResource("english.model");

    // A sentence too long for the network is several: nobody writes one of this length, and no stage after this need fear it.
    private static List<TokenSpan> Pieces(ImmutableArray<TokenSpan> sentences, Scratch scratch)
    {
        var pieces = scratch.Pieces;
        pieces.Clear();
        foreach (var sentence in sentences)
        {
            for (var start = sentence.Start; start < sentence.End; start += SentenceNetwork.MaxSentence)
            {
                pieces.Add(new(start, Math.Min(sentence.End, start + SentenceNetwork.MaxSentence)));
            }
        }

        return pieces;
    }

    private static IEnumerable<Range> Batches(List<TokenSpan> pieces)
    {
        var (first, words) = (0, 0);
        for (var i = 0; i < pieces.Count; i++)
        {
            words += pieces[i].Length;
            if (words < SentenceBatch.Words && i + 1 < pieces.Count) continue;
            yield return first..(i + 1);
            (first, words) = (i + 1, 0);
        }
    }

    private Document ToDocument(Segmentation segments, List<TokenSpan> pieces, Scratch scratch)
    {
        var columns = scratch.Columns;
        var count = segments.Tokens.Length;
        var tags = new PartOfSpeech[count];
        var treebankTags = new string[count];
        var lemmas = new string[count];
        var heads = new int[count];
        var deprels = new Deprel[count];
        var subtypes = new string[count];
        foreach (var piece in pieces)
        {
            for (var i = piece.Start; i < piece.End; i++)
            {
                tags[i] = _network.Tags[columns.Tags[i]];
                treebankTags[i] = _network.TreebankTags[columns.TreebankTags[i]];
                lemmas[i] = _lemmatizer.Lemma(segments.Tokens[i].In(segments.Text), tags[i], treebankTags[i]);
                heads[i] = columns.Heads[i] == 0 ? i : piece.Start + columns.Heads[i] - 1;
                // The root's relation is the root, and nothing else's is, whatever the scores say.
                var relation = columns.Relations[i];
                deprels[i] = heads[i] == i ? Deprel.Root : _network.Deprels[relation] is var deprel and not Deprel.Root ? deprel : Deprel.Dep;
                subtypes[i] = heads[i] == i ? "" : _network.Subtypes[relation];
            }

            QuantityObjects.Mend(segments.Text, segments.Tokens.AsSpan(), piece, tags, heads, deprels);
        }

        return new()
        {
            Text = segments.Text,
            Model = Model,
            Tokens = segments.Tokens,
            Joined = segments.Joined,
            Sentences = [.. pieces],
            Paragraphs = segments.Paragraphs,
            Tags = ImmutableCollectionsMarshal.AsImmutableArray(tags),
            TreebankTags = ImmutableCollectionsMarshal.AsImmutableArray(treebankTags),
            Lemmas = ImmutableCollectionsMarshal.AsImmutableArray(lemmas),
            Heads = ImmutableCollectionsMarshal.AsImmutableArray(heads),
            Deprels = ImmutableCollectionsMarshal.AsImmutableArray(deprels),
            Subtypes = ImmutableCollectionsMarshal.AsImmutableArray(subtypes),
            Names = Names(columns.Names, pieces),
            Speech = _speech.Finds ? ImmutableArray.Create(MemoryMarshal.Cast<byte, Speech>(scratch.Speech.Labels(count))) : [],
            SpeechShares = _speech.Finds ? ImmutableArray.Create<SpeechShare>(scratch.Speech.Shares(count)) : [],
        };
    }

    private static ImmutableArray<Name> Names(byte[] labels, List<TokenSpan> pieces)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        foreach (var piece in pieces)
        {
            for (var i = piece.Start; i < piece.End; i++)
            {
                if (labels[i] == 0) continue;
                var (start, type) = (i, (labels[i] - 1) / 2);
                while (i + 1 < piece.End && labels[i + 1] == 2 + 2 * type) i++;
                names.Add(new(new(start, i + 1), (NameType)type));
            }
        }

        return names.ToImmutable();
    }

    private sealed class Scratch
    {
        public SentenceNetwork.Scratch Network { get; } = new();

        public SpeechTagger.Scratch Speech { get; } = new();

        public List<TokenSpan> Pieces { get; } = [];

        public NameAgreement.Counts NameCounts { get; } = new();

        public SentenceNetwork.Columns Columns { get; private set; } = new([], [], [], [], [], []);

        public void Grow(int tokens)
        {
            if (Columns.Tags.Length >= tokens) return;
            var size = tokens + tokens / 2;
            Columns = new(new byte[size], new byte[size], new byte[size], new int[size], new byte[size], new byte[size]);
        }
    }
}
