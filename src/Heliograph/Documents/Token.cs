namespace Heliograph.Documents;

/// <summary>A view of one token of a document. Holds no data of its own.</summary>
/// <param name="Document">The document it belongs to.</param>
/// <param name="Index">Its place in the document's columns.</param>
public readonly record struct Token(Document Document, int Index)
{
    /// <summary>Where the token lies in the text.</summary>
    public TextSpan Span => Document.Tokens[Index];

    /// <summary>The token as written.</summary>
    public ReadOnlySpan<char> Text => Span.In(Document.Text);

    /// <summary>Its dictionary form.</summary>
    public string Lemma => Document.Lemmas[Index];

    /// <summary>Its part of speech.</summary>
    public PartOfSpeech Tag => Document.Tags[Index];

    /// <summary>Its relation to its head.</summary>
    public Deprel Deprel => Document.Deprels[Index];

    /// <summary>The subtype of that relation, such as <c>pass</c>; empty where there is none.</summary>
    public string Subtype => Document.Subtypes[Index];

    /// <summary>Whether the token is the root of its sentence.</summary>
    public bool IsRoot => Document.Heads[Index] == Index;

    /// <summary>Its head; of a root, the root itself.</summary>
    public Token Head => new(Document, Document.Heads[Index]);

    /// <summary>Its first child in the tree with this relation (any subtype unless one is named), or null.</summary>
    public Token? Child(Deprel deprel, string? subtype = null)
    {
        var sentence = Document.SentenceOf(Index);
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (i == Index || Document.Heads[i] != Index || Document.Deprels[i] != deprel) continue;
            if (subtype is null || Document.Subtypes[i] == subtype) return new(Document, i);
        }

        return null;
    }

    /// <summary>Its children in the tree, in text order.</summary>
    public IEnumerable<Token> Children()
    {
        var sentence = Document.SentenceOf(Index);
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (i != Index && Document.Heads[i] == Index) yield return new(Document, i);
        }
    }

    /// <summary>The shortest run of tokens that holds this one and everything under it in the tree.</summary>
    public TokenSpan SubtreeTokens()
    {
        var sentence = Document.SentenceOf(Index);
        var (start, end) = (Index, Index + 1);
        for (var i = sentence.Start; i < start; i++)
        {
            if (IsUnder(i)) start = i;
        }

        for (var i = sentence.End - 1; i >= end; i--)
        {
            if (IsUnder(i)) end = i + 1;
        }

        return new(start, end);
    }

    /// <summary>The text covered by the token and everything under it in the tree.</summary>
    public TextSpan Subtree() => Document.SpanOf(SubtreeTokens());

    /// <summary>Whether a token of the same sentence is this one or lies under it in the tree.</summary>
    public bool IsUnder(int token)
    {
        while (token != Index && Document.Heads[token] != token) token = Document.Heads[token];
        return token == Index;
    }
}
