namespace Heliograph.Training.Networks;

/// <summary>All sentences to learn from and to test on, with the labels met in training.</summary>
internal sealed record Corpora(LabelCounts Labels, IReadOnlyList<Sentence> Train, IReadOnlyList<(string Name, IReadOnlyList<Sentence> Sentences)> Tests)
{
    public static Corpora Read(string treebanks, string nameFolder)
    {
        var trainFiles = Directory.GetFiles(treebanks, "*-train.conllu").Order(StringComparer.Ordinal).ToArray();
        var testFiles = Directory.GetFiles(treebanks, "*-dev.conllu").Order(StringComparer.Ordinal).ToArray();
        var train = trainFiles.SelectMany(Treebanks.Sentences).ToArray();
        var labels = new LabelCounts(
            new(train.SelectMany(s => Tokens(s).Select(i => s.Document.Tags[i].ToString()))),
            new(train.SelectMany(s => Tokens(s).Select(i => s.Document.TreebankTags[i]))),
            new(train.SelectMany(s => Tokens(s).Select(i => Treebanks.Relation(s.Document[i])))));
        var names = Names(nameFolder, "*-train.iob2");
        var testNames = Names(nameFolder, "*-dev.iob2");
        return new(labels,
            [.. train.Select(s => Sentence(s, labels, names))],
            [.. testFiles.Select(file => (Path.GetFileNameWithoutExtension(file),
                (IReadOnlyList<Sentence>)[.. Treebanks.Sentences(file).Select(s => Sentence(s, labels, testNames))]))]);
    }

    private static IEnumerable<int> Tokens((string, Documents.Document, Documents.TokenSpan Words) sentence) =>
        Enumerable.Range(sentence.Words.Start, sentence.Words.Length);

    private static Sentence Sentence(
        (string Text, Documents.Document Document, Documents.TokenSpan Words) sentence, LabelCounts labels, Dictionary<string, byte[]> names)
    {
        var own = names.GetValueOrDefault(sentence.Text);
        return Treebanks.ToSentence(sentence.Document, sentence.Words, labels, own?.Length == sentence.Words.Length ? own : null);
    }

    private static Dictionary<string, byte[]> Names(string folder, string pattern)
    {
        var all = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal))
        {
            foreach (var (text, labels) in Treebanks.Names(file)) all[text] = labels;
        }

        return all;
    }
}
