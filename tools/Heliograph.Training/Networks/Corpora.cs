namespace Heliograph.Training.Networks;

/// <summary>All sentences to learn from and to test on, with the labels met in training.</summary>
internal sealed record Corpora(LabelCounts Labels, IReadOnlyList<Sentence> Train, IReadOnlyList<(string Name, IReadOnlyList<Sentence> Sentences)> Tests)
{
    public static Corpora Read(string treebanks, string nameFolder)
    {
        var trainFiles = Directory.GetFiles(treebanks, "*-train.conllu").Order(StringComparer.Ordinal).ToArray();
        var testFiles = Directory.GetFiles(treebanks, "*-dev.conllu").Order(StringComparer.Ordinal).ToArray();
        var train = trainFiles.SelectMany(TreebankSentences.Read).ToArray();
        var labels = new LabelCounts(
            new(train.SelectMany(s => Tokens(s).Select(i => s.Document.Tags[i].ToString()))),
            new(train.SelectMany(s => Tokens(s).Select(i => s.Document.TreebankTags[i]))),
            new(train.SelectMany(s => Tokens(s).Select(i => TreebankSentences.Relation(s.Document[i])))));
        var names = Names(Directory.GetFiles(nameFolder, "*-train.iob2"), TreebankSentences.Names);
        var testNames = Names(Directory.GetFiles(nameFolder, "*-dev.iob2"), TreebankSentences.Names);
        var entities = Names(trainFiles, EntityNames.Read);
        return new(labels,
            [.. train.Select(s => Sentence(s, labels, names, entities))],
            [.. testFiles.Select(file => (Path.GetFileNameWithoutExtension(file),
                (IReadOnlyList<Sentence>)[.. TreebankSentences.Read(file).Select(s => Sentence(s, labels, testNames, []))]))]);
    }

    private static IEnumerable<int> Tokens((string, Documents.Document, Documents.TokenSpan Words) sentence) =>
        Enumerable.Range(sentence.Words.Start, sentence.Words.Length);

    private static Sentence Sentence(
        (string Text, Documents.Document Document, Documents.TokenSpan Words) sentence, LabelCounts labels,
        Dictionary<string, byte[]> names, Dictionary<string, byte[]> entities) =>
        TreebankSentences.ToSentence(sentence.Document, sentence.Words, labels,
            Fitting(names, sentence.Text, sentence.Words.Length), Fitting(entities, sentence.Text, sentence.Words.Length));

    private static byte[]? Fitting(Dictionary<string, byte[]> names, string text, int words) =>
        names.GetValueOrDefault(TreebankSentences.Key(text)) is { } labels && labels.Length == words ? labels : null;

    private static Dictionary<string, byte[]> Names(IEnumerable<string> files, Func<string, Dictionary<string, byte[]>> read)
    {
        var all = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            foreach (var (text, labels) in read(file)) all[text] = labels;
        }

        return all;
    }
}
