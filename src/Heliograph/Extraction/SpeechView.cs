using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>What the rules of attribution look at: a document, its trees, its quotations and the cue at each token.</summary>
/// <remarks>Made once a document and shared by the rules; immutable.</remarks>
internal sealed class SpeechView
{
    private readonly Cue?[] _cues;

    public SpeechView(Document document)
    {
        (Document, Tree, Quotations) = (document, Tree.Of(document), Extraction.Quotations.Find(document));
        _cues = new Cue?[document.Tokens.Length];
        for (var i = 0; i < _cues.Length; i++) _cues[i] = Look(i);
    }

    public Document Document { get; }

    public Tree Tree { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    public int Count => _cues.Length;

    /// <summary>The cue at a token, its particle taken into account, or null.</summary>
    public Cue? CueAt(int token) => _cues[token];

    public Deprel Deprel(int token) => Document.Deprels[token];

    public PartOfSpeech Tag(int token) => Document.Tags[token];

    public int Head(int token) => Document.Heads[token];

    public bool IsRoot(int token) => Document.Heads[token] == token;

    public bool Is(int token, Deprel deprel, string subtype) =>
        Document.Deprels[token] == deprel && Document.Subtypes[token] == subtype;

    /// <summary>Whether a token's lemma is this word, in any case.</summary>
    public bool HasLemma(int token, string lemma) =>
        token >= 0 && Document.Lemmas[token].Equals(lemma, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token is written as this word, in any case.</summary>
    public bool HasForm(int token, string form) =>
        Document[token].Text.Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>The preposition (or "as") that marks a phrase or clause, in lower case, or an empty string.</summary>
    public string Marker(int token)
    {
        foreach (var child in Tree.Children(token))
        {
            if (child < token && Deprel(child) is Documents.Deprel.Case or Documents.Deprel.Mark)
            {
                return Document.Lemmas[child].ToLowerInvariant();
            }
        }

        return "";
    }

    /// <summary>Whether a verb stands in the passive; a past participle that modifies a noun or a clause does too.</summary>
    public bool IsPassive(int verb)
    {
        if (Document.TreebankTags[verb] == "VBN" && Document.Subtypes[verb] != "relcl"
            && Deprel(verb) is Documents.Deprel.Acl or Documents.Deprel.Advcl && Tree.Child(verb, Documents.Deprel.Aux) < 0) return true;
        foreach (var child in Tree.Children(verb))
        {
            if (Document.Subtypes[child] is "pass" or "agent") return true;
        }

        return false;
    }

    private Cue? Look(int token)
    {
        var (lemma, tag) = (Document.Lemmas[token], Document.Tags[token]);
        if (tag is PartOfSpeech.Verb)
        {
            foreach (var child in Tree.Children(token))
            {
                if (Is(child, Documents.Deprel.Compound, "prt")
                    && CueLexicon.Find($"{lemma} {Document.Lemmas[child]}", tag) is { } phrasal) return phrasal;
            }
        }

        return CueLexicon.Find(lemma, tag);
    }
}
