using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>Which words the encoder reads together: sentences that follow each other, as many as a window holds.</summary>
internal static class EncoderWindows
{
    /// <summary>Pieces in a window of several sentences, the two at its ends among them.</summary>
    public const int Pieces = 160;

    /// <summary>Pieces in a window at most: the encoder knows no place beyond.</summary>
    public const int MaxPieces = 512;

    private const int Ends = 2;

    /// <summary>Cuts sentences that follow each other into windows. A longer sentence is a window of its own; one beyond all bounds is several.</summary>
    /// <param name="sentences">Ranges of words, each beginning where the one before ends.</param>
    /// <param name="pieces">How many pieces each word has, from the first of the first sentence on.</param>
    /// <param name="windows">Filled with ranges of words.</param>
    /// <param name="most">Pieces in a window of several sentences.</param>
    public static void Cut(ReadOnlySpan<TokenSpan> sentences, ReadOnlySpan<byte> pieces, List<TokenSpan> windows, int most = Pieces)
    {
        windows.Clear();
        if (sentences.Length == 0) return;
        var first = sentences[0].Start;
        var (start, held) = (first, Ends);
        foreach (var sentence in sentences)
        {
            var size = 0;
            for (var i = sentence.Start; i < sentence.End; i++) size += pieces[i - first];
            if (held + size > most && sentence.Start > start)
            {
                windows.Add(new(start, sentence.Start));
                (start, held) = (sentence.Start, Ends);
            }

            if (held + size > MaxPieces) (start, held) = CutWithin(new(start, sentence.End), pieces, first, windows);
            else held += size;
        }

        if (start < sentences[^1].End) windows.Add(new(start, sentences[^1].End));
    }

    private static (int Start, int Held) CutWithin(TokenSpan words, ReadOnlySpan<byte> pieces, int first, List<TokenSpan> windows)
    {
        var (start, held) = (words.Start, Ends);
        for (var i = words.Start; i < words.End; i++)
        {
            if (held + pieces[i - first] > MaxPieces)
            {
                windows.Add(new(start, i));
                (start, held) = (i, Ends);
            }

            held += pieces[i - first];
        }

        return (start, held);
    }
}
