namespace Heliograph.Language.Networks;

/// <summary>The best sequence of name labels, with the weight of each pair of neighbours (Viterbi).</summary>
internal sealed unsafe class NameDecoder
{
    /// <summary>None, and the beginning and the inside of three types.</summary>
    public const int Labels = 7;

    private readonly float[] _pairs; // [before, after]

    /// <summary>Reads the weights of pairs; −1e9 where one cannot follow the other.</summary>
    public NameDecoder(ModelReader reader) => _pairs = new ReadOnlySpan<float>(reader.ReadArray<float>(Labels * Labels), Labels * Labels).ToArray();

    /// <summary>The same chain, to tell how probable labels are. Not to be shared between threads.</summary>
    public LabelMarginals Marginals() => new(_pairs, Labels);

    /// <summary>Finds the best labels of one sentence.</summary>
    /// <param name="batch">Where its words stand.</param>
    /// <param name="sentence">Which of the batch's sentences.</param>
    /// <param name="scores">One row a word, the first <see cref="Labels"/> values in use.</param>
    /// <param name="width">From one row to the next.</param>
    /// <param name="labels">Filled, one a word.</param>
    /// <param name="scratch">Memory.</param>
    public void Decode(SentenceBatch batch, int sentence, float* scores, int width, Span<byte> labels, SentenceNetwork.Scratch scratch)
    {
        var back = scratch.Back(labels.Length * Labels);
        Span<float> before = stackalloc float[Labels];
        Span<float> now = stackalloc float[Labels];
        for (var t = 0; t < labels.Length; t++)
        {
            var row = scores + (nint)batch.Row(sentence, t) * width;
            for (var label = 0; label < Labels; label++)
            {
                var (best, score) = (0, t == 0 ? _pairs[label] : before[0] + _pairs[label]); // a sentence begins as after none
                for (var other = 1; other < Labels && t > 0; other++)
                {
                    var candidate = before[other] + _pairs[other * Labels + label];
                    if (candidate > score) (best, score) = (other, candidate);
                }

                back[t * Labels + label] = (byte)best;
                now[label] = score + row[label];
            }

            now.CopyTo(before);
        }

        var last = 0;
        for (var label = 1; label < Labels; label++)
        {
            if (before[label] > before[last]) last = label;
        }

        for (var t = labels.Length - 1; t >= 0; t--)
        {
            labels[t] = (byte)last;
            last = back[t * Labels + last];
        }
    }
}
