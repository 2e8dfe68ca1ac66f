namespace Heliograph.Training.Networks;

/// <summary>All sentences to learn from and to test on, with the labels met in training.</summary>
internal sealed record Corpora(LabelCounts Labels, IReadOnlyList<Sentence> Train, IReadOnlyList<(string Name, IReadOnlyList<Sentence> Sentences)> Tests)
{
    public static Corpora Read(string treebanks, string nameFolder)
    {
        var (labels, names, entities, trainFiles, testFiles, testNames) = Labelled(treebanks, nameFolder);
        return new(labels,
            [.. trainFiles.SelectMany(TreebankSentences.Read).Select(s => Sentence(s.Document, s.Words, labels, names, entities))],
            [.. testFiles.Select(file => (Path.GetFileNameWithoutExtension(file),
                (IReadOnlyList<Sentence>)[.. TreebankSentences.Read(file).Select(s => Sentence(s.Document, s.Words, labels, testNames, []))]))]);
    }

    /// <summary>The labels met in training, names and entities by sentence, and the files that the sentences stand in.</summary>
    public static (LabelCounts Labels, Dictionary<string, byte[]> Names, Dictionary<string, byte[]> Entities,
        string[] TrainFiles, string[] TestFiles, Dictionary<string, byte[]> TestNames) Labelled(string treebanks, string nameFolder)
    {
        var trainFiles = Directory.GetFiles(treebanks, "*-train.conllu").Order(StringComparer.Ordinal).ToArray();
        var testFiles = Directory.GetFiles(treebanks, "*-dev.conllu").Order(StringComparer.Ordinal).ToArray();
        var train = trainFiles.SelectMany(TreebankSentences.Read).ToArray();
        var labels = new LabelCounts(
            new(train.SelectMany(s => Tokens(s.Words).Select(i => s.Document.Tags[i].ToString()))),
            new(train.SelectMany(s => Tokens(s.Words).Select(i => s.Document.TreebankTags[i]))),
            new(train.SelectMany(s => Tokens(s.Words).Select(i => TreebankSentences.Relation(s.Document[i])))));
        return (labels,
            Names(Directory.GetFiles(nameFolder, "*-train.iob2"), TreebankSentences.Names), Names(trainFiles, EntityNames.Read),
            trainFiles, testFiles, Names(Directory.GetFiles(nameFolder, "*-dev.iob2"), TreebankSentences.Names));
    }

    /// <summary>A sentence of a treebank with the names that are known of it.</summary>
    public static Sentence Sentence(
        Documents.Document document, Documents.TokenSpan words, LabelCounts labels, Dictionary<string, byte[]> names, Dictionary<string, byte[]> entities)
    {
        var text = document.SpanOf(words).In(document.Text).ToString();
        return TreebankSentences.ToSentence(document, words, labels, Fitting(names, text, words.Length), Fitting(entities, text, words.Length));
    }

    private static IEnumerable<int> Tokens(Documents.TokenSpan words) => Enumerable.Range(words.Start, words.Length);

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
