using System.Collections.Immutable;

namespace Heliograph.Documents;

/// <summary>One text and what the language layer found in it. Immutable; safe to share between threads.</summary>
/// <remarks>
/// Stored as columns, one array per layer. <see cref="Tokens"/>, <see cref="Joined"/>, <see cref="Tags"/>,
/// <see cref="TreebankTags"/>, <see cref="Lemmas"/>, <see cref="Heads"/>, <see cref="Deprels"/> and
/// <see cref="Subtypes"/> all have one element per token, in text order. A token is a syntactic word of Universal
/// Dependencies: "don't" is two tokens, of which the second is <see cref="Joined"/> to the first.
/// <see cref="Text"/> is fixed when the report is read: no stage ever edits it, so a span stays true for good.
/// </remarks>
public sealed class Document
{
    /// <summary>The text every span points into.</summary>
    public required string Text { get; init; }

    /// <summary>The model that found the columns; what is learnt from columns goes by it.</summary>
    public ReadingModel Model { get; init; } = ReadingModel.Fast;

    /// <summary>Where each token lies in <see cref="Text"/>; sorted, not empty, no two overlap.</summary>
    public required ImmutableArray<TextSpan> Tokens { get; init; }

    /// <summary>Whether the token continues the multiword token of the one before it ("n't" in "don't").</summary>
    public required ImmutableArray<bool> Joined { get; init; }

    /// <summary>Sentences as runs of tokens; together they cover every token once.</summary>
    public required ImmutableArray<TokenSpan> Sentences { get; init; }

    /// <summary>Paragraphs as runs of tokens; together they cover every token once, and no sentence crosses two.</summary>
    public required ImmutableArray<TokenSpan> Paragraphs { get; init; }

    /// <summary>Part of speech, one per token (Universal Dependencies v2, UPOS).</summary>
    public required ImmutableArray<PartOfSpeech> Tags { get; init; }

    /// <summary>The treebank's own tag, one per token (XPOS; for English, Penn Treebank tags such as <c>VBD</c>).</summary>
    public required ImmutableArray<string> TreebankTags { get; init; }

    /// <summary>Dictionary form, one per token.</summary>
    public required ImmutableArray<string> Lemmas { get; init; }

    /// <summary>Index of each token's head, in the same sentence; a root's head is the root itself. There are no cycles,
    /// and one root a sentence.</summary>
    public required ImmutableArray<int> Heads { get; init; }

    /// <summary>Relation of each token to its head (Universal Dependencies v2).</summary>
    public required ImmutableArray<Deprel> Deprels { get; init; }

    /// <summary>What follows the colon in the relation, such as <c>pass</c> in <c>nsubj:pass</c>; empty where nothing does.</summary>
    public required ImmutableArray<string> Subtypes { get; init; }

    /// <summary>The names found, in text order; no two overlap.</summary>
    public required ImmutableArray<Name> Names { get; init; }

    /// <summary>Parts of statements, one per token; empty where no model looked for them, as in documents written by hand.</summary>
    public ImmutableArray<Speech> Speech { get; init; } = [];

    /// <summary>How sure these are, one per token; empty where no model looked for them.</summary>
    public ImmutableArray<SpeechShare> SpeechShares { get; init; } = [];

    /// <summary>A view of one token. Costs two words on the stack; nothing is copied.</summary>
    /// <param name="index">0 up to, but not including, the number of tokens.</param>
    public Token this[int index] => new(this, index);

    /// <summary>The number of the sentence that holds a token. Time: logarithmic in the number of sentences.</summary>
    public int SentenceIndexOf(int token) => IndexOf(Sentences, token);

    /// <summary>The sentence that holds a token. Time: logarithmic in the number of sentences.</summary>
    public TokenSpan SentenceOf(int token) => Sentences[IndexOf(Sentences, token)];

    /// <summary>The number of the paragraph that holds a token. Time: logarithmic in the number of paragraphs.</summary>
    public int ParagraphIndexOf(int token) => IndexOf(Paragraphs, token);

    /// <summary>The stretch of text that a run of tokens covers.</summary>
    /// <exception cref="ArgumentException">The run is empty.</exception>
    public TextSpan SpanOf(TokenSpan tokens) => tokens.Length > 0
        ? new(Tokens[tokens.Start].Start, Tokens[tokens.End - 1].End)
        : throw new ArgumentException($"A run of tokens must hold at least one to cover text: got {tokens}.", nameof(tokens));

    private static int IndexOf(ImmutableArray<TokenSpan> runs, int token)
    {
        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].Start <= token) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
