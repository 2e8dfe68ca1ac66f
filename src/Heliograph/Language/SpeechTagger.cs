using System.Runtime.InteropServices;
using Heliograph.Documents;
using Heliograph.Language.Networks;

namespace Heliograph.Language;

/// <summary>Looks for statements while a document is read, batch by batch: gathers what the tagger sees, and labels.</summary>
/// <remarks>Labels nothing with a tagger that was learnt on another network; a test holds that those that ship go together.</remarks>
internal sealed class SpeechTagger(SentenceNetwork sentences, SpeechNetwork? network)
{
    /// <summary>Receives what the tagger sees of a batch: its sentences, states by token from the first on, features likewise.</summary>
    public delegate void Listener(ReadOnlySpan<TokenSpan> sentences, SentenceNetwork.Scratch states, ReadOnlySpan<int> features);

    private readonly SentenceNetwork _sentences = sentences;
    private readonly SpeechNetwork? _network = network is { IsOf: true } ? network : null;

    /// <summary>Whether there is a network to label with.</summary>
    public bool Finds => _network is not null;

    /// <summary>Multiply-adds for a word.</summary>
    public long MultiplyAdds => _network?.MultiplyAdds ?? 0;

    /// <summary>Notes where the tokens of a document stand to its quotation marks; to be called before its batches.</summary>
    public static void Begin(Segmentation segments, Scratch scratch) => QuoteMarks.Fill(segments.Text, segments, scratch.Places(segments.Tokens.Length));

    /// <summary>Labels the tokens of a batch that the network has just read.</summary>
    public void Run(
        Segmentation segments, ReadOnlySpan<TokenSpan> batch, SentenceNetwork.Columns columns, SentenceNetwork.Scratch read, Scratch scratch, Listener? listener)
    {
        if (_network is null && listener is null) return;
        var (first, count) = (batch[0].Start, batch[^1].End - batch[0].Start);
        var features = scratch.Features(count);
        scratch.Reader ??= new(_sentences.Deprels);
        foreach (var sentence in batch)
        {
            scratch.Reader.Read(
                segments.Text, segments, sentence, columns, scratch.Places(segments.Tokens.Length),
                features.Slice((sentence.Start - first) * SpeechFeatures.Count, sentence.Length * SpeechFeatures.Count));
        }

        listener?.Invoke(batch, read, features);
        if (_network is null) return;
        var stretches = scratch.Stretches;
        Gather(batch, stretches);
        _network.Run(
            CollectionsMarshal.AsSpan(stretches), read, features, scratch.Labels(segments.Tokens.Length),
            scratch.Shares(segments.Tokens.Length), scratch.Network);
    }

    /// <summary>Joins sentences that follow each other to stretches.</summary>
    public static void Gather(ReadOnlySpan<TokenSpan> sentences, List<TokenSpan> stretches)
    {
        stretches.Clear();
        var start = sentences[0].Start;
        for (var i = 0; i < sentences.Length; i++)
        {
            if (sentences[i].End - start < SpeechNetwork.Stretch && i + 1 < sentences.Length) continue;
            stretches.Add(new(start, sentences[i].End));
            start = sentences[i].End;
        }
    }

    /// <summary>What one thread computes with.</summary>
    internal sealed class Scratch
    {
        private QuoteMarks.Place[] _places = [];
        private int[] _features = [];
        private byte[] _labels = [];
        private SpeechShare[] _shares = [];

        public SpeechNetwork.Scratch Network { get; } = new();

        public List<TokenSpan> Stretches { get; } = [];

        public SpeechFeatures? Reader { get; set; }

        public Span<QuoteMarks.Place> Places(int tokens) => Grown(ref _places, tokens);

        public Span<int> Features(int tokens) => Grown(ref _features, tokens * SpeechFeatures.Count);

        public Span<byte> Labels(int tokens) => Grown(ref _labels, tokens);

        public Span<SpeechShare> Shares(int tokens) => Grown(ref _shares, tokens);

        private static Span<T> Grown<T>(ref T[] array, int count)
        {
            if (array.Length < count) Array.Resize(ref array, count + count / 2);
            return array.AsSpan(0, count);
        }
    }
}
