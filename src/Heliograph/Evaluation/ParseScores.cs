namespace Heliograph.Evaluation;

/// <summary>The scores of one parse against a gold one, as the CoNLL 2018 shared task defines them.</summary>
public sealed record ParseScores
{
    /// <summary>Tokens as written ("don't" is one): both ends must agree.</summary>
    public Tally Tokens { get; init; }

    /// <summary>Sentences: both ends must agree.</summary>
    public Tally Sentences { get; init; }

    /// <summary>Syntactic words ("don't" is two) that could be aligned.</summary>
    public Tally Words { get; init; }

    /// <summary>Words with the right part of speech (UPOS).</summary>
    public Tally Tags { get; init; }

    /// <summary>Words with the right treebank tag (XPOS).</summary>
    public Tally TreebankTags { get; init; }

    /// <summary>Words with the right lemma; any counts where the gold has <c>_</c>.</summary>
    public Tally Lemmas { get; init; }

    /// <summary>Words with the right head (UAS).</summary>
    public Tally Heads { get; init; }

    /// <summary>Words with the right head and relation (LAS); subtypes such as <c>:pass</c> are not looked at.</summary>
    public Tally Deprels { get; init; }

    /// <summary>Each score with the name that the shared task gives it, in its order.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
    [
        ("Tokens", Tokens), ("Sentences", Sentences), ("Words", Words), ("UPOS", Tags), ("XPOS", TreebankTags),
        ("Lemmas", Lemmas), ("UAS", Heads), ("LAS", Deprels),
    ];

    /// <summary>The scores of two sets of texts taken together.</summary>
    public ParseScores Add(ParseScores other) => new()
    {
        Tokens = Tokens + other.Tokens,
        Sentences = Sentences + other.Sentences,
        Words = Words + other.Words,
        Tags = Tags + other.Tags,
        TreebankTags = TreebankTags + other.TreebankTags,
        Lemmas = Lemmas + other.Lemmas,
        Heads = Heads + other.Heads,
        Deprels = Deprels + other.Deprels,
    };
}
