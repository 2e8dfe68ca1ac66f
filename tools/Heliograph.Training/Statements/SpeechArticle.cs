using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Statements;

/// <summary>One text as the tagger of statements sees it, with the labels of its tokens.</summary>
internal sealed class SpeechArticle
{
    private readonly List<(TokenSpan[] Sentences, short[] States, int[] Features)> _batches = [];

    public SpeechArticle(Annotator annotator, string text, IEnumerable<(int Type, TextSpan Span)> marked)
    {
        var width = 0;
        Document = annotator.Annotate(text, (sentences, states, features) =>
        {
            width = annotator.StateWidth;
            var count = features.Length / SpeechFeatures.Count;
            var copy = new short[count * width];
            for (var t = 0; t < count; t++) states.CopyStates(t, copy.AsSpan(t * width, width));
            _batches.Add((sentences.ToArray(), copy, features.ToArray()));
        });
        Width = width;
        Labels = new byte[Document.Tokens.Length];
        foreach (var (type, span) in marked.OrderByDescending(mark => mark.Type)) Mark(type, span);
        var starts = _batches.SelectMany(batch => batch.Sentences).Select(sentence => sentence.Start).ToHashSet();
        for (var i = 0; i < Labels.Length; i++) // what goes on in another sentence, or after a cut, begins anew
        {
            if (starts.Contains(i) ? Labels[i] is not 0 && Labels[i] % 2 == 0 : !LabelChain.May(Labels[i - 1], Labels[i])) Labels[i]--;
        }
    }

    public Document Document { get; }

    public byte[] Labels { get; }

    public int Width { get; }

    /// <summary>Cuts the article in stretches, as the tagger does; with a random first cut where asked.</summary>
    public IEnumerable<SpeechStretch> Stretches(Randomness? random)
    {
        var stretches = new List<TokenSpan>();
        foreach (var (sentences, states, features) in _batches)
        {
            var first = sentences[0].Start;
            var from = random is null ? 0 : random.Below(Math.Min(4, sentences.Length));
            if (from > 0)
            {
                SpeechTagger.Gather(sentences.AsSpan(0, from), stretches);
                foreach (var span in stretches) yield return new(this, span, first, states, features);
            }

            SpeechTagger.Gather(sentences.AsSpan(from), stretches);
            foreach (var span in stretches) yield return new(this, span, first, states, features);
        }
    }

    private void Mark(int type, TextSpan span)
    {
        var (low, high) = (0, Document.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Document.Tokens[middle].End <= span.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low; i < Document.Tokens.Length && Document.Tokens[i].Start < span.End; i++) Labels[i] = (byte)(2 * type + (i == low ? 1 : 2));
    }
}

/// <summary>A stretch of sentences of an article.</summary>
internal sealed class SpeechStretch(SpeechArticle article, TokenSpan span, int first, short[] states, int[] features)
{
    public int Length => span.Length;

    public ReadOnlySpan<byte> Labels => article.Labels.AsSpan(span.Start, span.Length);

    public ReadOnlySpan<short> States(int token) => states.AsSpan((span.Start - first + token) * article.Width, article.Width);

    public ReadOnlySpan<int> Features => features.AsSpan((span.Start - first) * SpeechFeatures.Count, span.Length * SpeechFeatures.Count);
}
