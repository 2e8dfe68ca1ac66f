namespace Heliograph.Language;

/// <summary>Cuts raw text into paragraphs, sentences and tokens by the conventions of Universal Dependencies.</summary>
/// <remarks>
/// A blank line ends a paragraph; a single line break is white space. Any string whatever is cut: every character
/// that is not white space lies in one token, and no token cuts a surrogate pair. Time: linear in the text.
/// Immutable; safe to share between threads.
/// </remarks>
public sealed class Segmenter
{
    /// <summary>What a file of these weights begins with.</summary>
    internal const string Kind = "HSEG";

    /// <summary>The version of its layout.</summary>
    internal const int Version = 2;

    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;

    private Segmenter(WeightFile file)
    {
        _tokenizer = new(file);
        _splitter = new(file);
    }

    /// <summary>Opens the weights that ship with the library.</summary>
    public static Segmenter Load() => new(WeightFile.OpenResource("segmentation.model", Kind, Version));

    /// <summary>Opens weights that were just trained.</summary>
    /// <param name="weights">The bytes of a model file; copied.</param>
    /// <exception cref="FormatException">The bytes are no such file, or cut short.</exception>
    public static Segmenter Open(ReadOnlySpan<byte> weights) =>
        new(WeightFile.OpenBytes(weights, "segmentation weights", Kind, Version));

    /// <summary>Cuts a text. Deterministic: the same text and weights give the same columns.</summary>
    public Segmentation Segment(string text)
    {
        using var columns = new TokenColumns(text.Length / 4 + 16);
        _tokenizer.Tokenize(text, columns);
        var sentences = _splitter.Split(text, columns);
        return new(text, [.. columns.Spans], [.. columns.Joined], sentences, columns.Paragraphs());
    }
}
