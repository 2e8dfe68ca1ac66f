namespace Heliograph.Language;

/// <summary>Cuts raw text into paragraphs, sentences and tokens by the conventions of Universal Dependencies.</summary>
/// <remarks>
/// A blank line ends a paragraph; a single line break is white space. Any string whatever is cut: every character
/// that is not white space lies in one token, and no token cuts a surrogate pair. Time: linear in the text.
/// Immutable; safe to share between threads.
/// </remarks>
public sealed class Segmenter
{
#pragma warning disable CA1822 // the weights are to come
    private Segmenter() { }

    /// <summary>Reads the weights that ship with the library.</summary>
    public static Segmenter Load() => new();

    /// <summary>Cuts a text. Deterministic: the same text and weights give the same columns.</summary>
    public Segmentation Segment(string text)
    {
        using var columns = new TokenColumns(text.Length / 4 + 16);
        Tokenizer.Tokenize(text, columns);
        var sentences = SentenceSplitter.Split(text, columns);
        return new(text, [.. columns.Spans], [.. columns.Joined], sentences, columns.Paragraphs());
    }
}
