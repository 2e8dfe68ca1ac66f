using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>The words of one or more documents in a row, placed by the characters that tokens hold.</summary>
/// <remarks>
/// A position counts the characters of all tokens so far that are not white space (UTF-16 code units), so that two
/// tokenizations of one text can be laid beside each other whatever lies between their tokens. All columns have one
/// element a word, except those of tokens and sentences.
/// </remarks>
internal sealed class AlignableWords
{
    private readonly List<(Document Document, int Token)> _words = [];

    public AlignableWords(IEnumerable<Document> documents)
    {
        foreach (var document in documents) Add(document);
    }

    /// <summary>Every character of every token in turn, white space left out.</summary>
    public List<char> Characters { get; } = [];

    /// <summary>Where each word lies; words of a multiword token all lie where the token does.</summary>
    public List<TextSpan> Spans { get; } = [];

    /// <summary>Whether the word is part of a multiword token.</summary>
    public List<bool> Multiword { get; } = [];

    /// <summary>The number of each word's head among all words, or -1 for a root.</summary>
    public List<int> Heads { get; } = [];

    /// <summary>Where each token as written lies.</summary>
    public List<TextSpan> Tokens { get; } = [];

    /// <summary>Where each sentence lies.</summary>
    public List<TextSpan> Sentences { get; } = [];

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    public PartOfSpeech Tag(int word) => _words[word].Document.Tags[_words[word].Token];

    public string TreebankTag(int word) => _words[word].Document.TreebankTags[_words[word].Token];

    public string Lemma(int word) => _words[word].Document.Lemmas[_words[word].Token];

    public Deprel Deprel(int word) => _words[word].Document.Deprels[_words[word].Token];

    public ReadOnlySpan<char> Form(int word) => _words[word].Document[_words[word].Token].Text;

    private void Add(Document document)
    {
        var first = Count;
        var starts = new int[document.Tokens.Length + 1]; // where each word's own characters start
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            starts[i] = Characters.Count;
            foreach (var character in document.Tokens[i].In(document.Text))
            {
                if (!char.IsWhiteSpace(character)) Characters.Add(character);
            }
        }

        starts[^1] = Characters.Count;
        for (var start = 0; start < document.Tokens.Length;)
        {
            var end = start + 1;
            while (end < document.Tokens.Length && document.Joined[end]) end++;
            var span = new TextSpan(starts[start], starts[end]);
            Tokens.Add(span);
            for (; start < end; start++)
            {
                _words.Add((document, start));
                Spans.Add(span);
                Multiword.Add(end - start > 1 || document.Joined[start]);
                Heads.Add(document.Heads[start] == start ? -1 : first + document.Heads[start]);
            }
        }

        foreach (var sentence in document.Sentences) Sentences.Add(new(starts[sentence.Start], starts[sentence.End]));
    }
}
