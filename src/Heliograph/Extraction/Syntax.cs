using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>One document as the event rules ask about it: its columns by token, its tree downwards, its names by token.</summary>
/// <remarks>Tokens are indices into the document's columns; -1 is none. Built in linear time; one byte a token and the tree.</remarks>
internal sealed class Syntax
{
    private readonly byte[] _names; // 0: no name; else the name's type and one

    public Syntax(Document document)
    {
        Document = document;
        Tree = Tree.Of(document);
        _names = new byte[document.Tokens.Length];
        foreach (var name in document.Names)
        {
            _names.AsSpan(name.Tokens.Start, name.Tokens.Length).Fill((byte)(1 + (byte)name.Type));
        }
    }

    public Document Document { get; }

    public Tree Tree { get; }

    /// <summary>What the name that holds the token names, or null where it lies in none.</summary>
    public NameType? NameAt(int token) => _names[token] == 0 ? null : (NameType)(_names[token] - 1);

    public string Lemma(int token) => Document.Lemmas[token];

    public PartOfSpeech Tag(int token) => Document.Tags[token];

    public string TreebankTag(int token) => Document.TreebankTags[token];

    public Deprel Deprel(int token) => Document.Deprels[token];

    public string Subtype(int token) => Document.Subtypes[token];

    public int Head(int token) => Document.Heads[token];

    public bool IsRoot(int token) => Document.Heads[token] == token;

    public ReadOnlySpan<char> Form(int token) => Document.Tokens[token].In(Document.Text);

    public bool Is(int token, Deprel deprel, string subtype) =>
        Document.Deprels[token] == deprel && Document.Subtypes[token] == subtype;

    public Tree.ChildList Children(int token) => Tree.Children(token);

    /// <summary>The first child with this relation (any subtype unless one is named), or -1.</summary>
    public int Child(int token, Deprel deprel, string? subtype = null) => Tree.Child(token, deprel, subtype);

    public bool IsCapitalised(int token) => char.IsUpper(Form(token)[0]);

    /// <summary>The preposition of a nominal, in lower case, its fixed parts joined by underscores ("because_of"); or null.</summary>
    public string? Preposition(int nominal)
    {
        foreach (var child in Children(nominal))
        {
            if (child > nominal) break;
            if (Deprel(child) != Documents.Deprel.Case) continue;
            var word = Lemma(child).ToLowerInvariant();
            foreach (var part in Children(child))
            {
                if (Deprel(part) == Documents.Deprel.Fixed) word = $"{word}_{Lemma(part).ToLowerInvariant()}";
            }

            return word;
        }

        return null;
    }
}
