using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Training.Networks;

/// <summary>Reads sentences to learn from.</summary>
internal static class TreebankSentences
{
    private static readonly Lazy<Gazetteer> Gazetteer = new(Language.Gazetteer.Load);

    /// <summary>The documents of a treebank.</summary>
    public static IEnumerable<Document> Documents(string file)
    {
        using var reader = new StreamReader(file);
        foreach (var document in ConlluReader.Read(reader)) yield return document;
    }

    /// <summary>Every sentence of a treebank.</summary>
    public static IEnumerable<(Document Document, TokenSpan Words)> Read(string file) =>
        Documents(file).SelectMany(document => document.Sentences.Select(words => (document, words)));

    /// <summary>The relation of a token with its subtype, as CoNLL-U writes it.</summary>
    public static string Relation(Token token)
    {
        var universal = token.Deprel.ToString().ToLowerInvariant();
        return token.Subtype.Length > 0 ? $"{universal}:{token.Subtype}" : universal;
    }

    /// <summary>Turns a sentence of a treebank into one to learn from.</summary>
    public static Sentence ToSentence(Document document, TokenSpan words, LabelCounts labels, byte[]? names, byte[]? entityNames) => new()
    {
        Forms = [.. Enumerable.Range(words.Start, words.Length).Select(i => document[i].Text.ToString())],
        Tags = [.. Enumerable.Range(words.Start, words.Length).Select(i => labels.Tags[document.Tags[i].ToString()])],
        TreebankTags = [.. Enumerable.Range(words.Start, words.Length).Select(i => labels.TreebankTags[document.TreebankTags[i]])],
        Heads = [.. Enumerable.Range(words.Start, words.Length).Select(i => document.Heads[i] == i ? 0 : document.Heads[i] - words.Start + 1)],
        Deprels = [.. Enumerable.Range(words.Start, words.Length).Select(i => labels.Deprels[Relation(document[i])])],
        Names = names,
        EntityNames = entityNames,
        Classes = Classes(document, words),
    };

    /// <summary>Turns a sentence into one to learn from, with the names that the document holds.</summary>
    public static Sentence AsRead(Document document, TokenSpan words, LabelCounts labels)
    {
        var names = new byte[words.Length];
        for (var i = FirstName(document, words.Start); i < document.Names.Length && document.Names[i].Tokens.Start < words.End; i++)
        {
            var (span, type) = document.Names[i];
            names.AsSpan(span.Start - words.Start, span.Length).Fill((byte)(2 + 2 * (int)type));
            names[span.Start - words.Start]--;
        }

        return ToSentence(document, words, labels, names, null);
    }

    private static int FirstName(Document document, int token)
    {
        var (low, high) = (0, document.Names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Names[middle].Tokens.Start < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static byte[] Classes(Document document, TokenSpan words)
    {
        var classes = new byte[words.Length];
        Gazetteer.Value.Match(document.Text, document.Tokens.AsSpan(words.Start, words.Length), classes);
        return classes;
    }

    /// <summary>What sentences are found by: the text without white space, for some annotations part "do n't" and some do not.</summary>
    public static string Key(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Reads names in the form of Universal NER: by the <see cref="Key"/> of the sentence, one label a token.</summary>
    /// <remarks>PER, ORG and LOC are kept; anything else counts as no name. Of two sentences with one text the last stands.</remarks>
    public static Dictionary<string, byte[]> Names(string file)
    {
        var names = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var text = "";
        var labels = new List<byte>();
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line["# text = ".Length..];
            else if (line.Length == 0)
            {
                if (labels.Count > 0) names[Key(text)] = [.. labels];
                labels.Clear();
            }
            else if (line[0] != '#') labels.Add(NameLabel(line.Split('\t')[2]));
        }

        return names;
    }

    /// <summary>The number of a label of names: 0 outside, 1 + 2 × type at the beginning, 2 + 2 × type inside; types PER, ORG, LOC.</summary>
    public static byte NameLabel(string label)
    {
        var type = label.Length < 5 ? -1 : label[2..] switch { "PER" => 0, "ORG" => 1, "LOC" => 2, _ => -1 };
        return (byte)(type < 0 ? 0 : 1 + 2 * type + (label[0] == 'I' ? 1 : 0));
    }
}
