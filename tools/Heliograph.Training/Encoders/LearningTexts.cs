using Heliograph.Evaluation;
using Heliograph.Language;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;
using Heliograph.Training.Statements;

namespace Heliograph.Training.Encoders;

/// <summary>Texts to learn from: sentences that follow each other, so that the encoder reads them in their company.</summary>
internal static class LearningTexts
{
    /// <summary>The texts of treebanks, with the names that other files hold for their sentences.</summary>
    public static IEnumerable<Sentence[]> Treebanks(
        IEnumerable<string> files, LabelCounts labels, Dictionary<string, byte[]> names, Dictionary<string, byte[]> entities)
    {
        foreach (var document in files.SelectMany(TreebankSentences.Documents))
        {
            yield return [.. document.Sentences.Select(words => Corpora.Sentence(document, words, labels, names, entities))];
        }
    }

    /// <summary>Texts of which only names are known, in the form of Universal NER; the last but one part of a sentence's id names its text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="withoutPeoples">Whether "German" and its like, which some count as places, are to be no names.</param>
    public static IEnumerable<Sentence[]> Names(string file, bool withoutPeoples)
    {
        var text = new List<Sentence>();
        var (id, last) = ("", "");
        List<string> forms = [];
        List<byte> labels = [];
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line["# sent_id = ".Length..line.LastIndexOf('-')];
            else if (line.Length > 0 && line[0] != '#')
            {
                var columns = line.Split('\t');
                forms.Add(columns[1]);
                labels.Add(TreebankSentences.NameLabel(columns[2]));
            }
            else if (line.Length == 0 && forms.Count > 0)
            {
                if (id != last && text.Count > 0)
                {
                    yield return [.. text];
                    text.Clear();
                }

                last = id;
                byte[] names = [.. labels];
                if (withoutPeoples) Peoples.Remove(forms, names);
                text.Add(WithoutTree([.. forms], Variation.Known([.. forms]), names, null));
                forms.Clear();
                labels.Clear();
            }
        }

        if (text.Count > 0) yield return [.. text];
    }

    /// <summary>The texts of each file of which only names are known.</summary>
    public static IEnumerable<Sentence[][]> NameFiles(string folder) =>
    [
        [.. Names(Path.Combine(folder, "redocred-1.iob2"), withoutPeoples: true)],
        [.. Names(Path.Combine(folder, "redocred-2.iob2"), withoutPeoples: true)],
        [.. Names(Path.Combine(folder, "wikigold.iob2"), withoutPeoples: false)],
        [.. Names(Path.Combine(folder, "crossner-politics.iob2"), withoutPeoples: false).SelectMany(text => text.Select(sentence => (Sentence[])[sentence]))],
    ];

    /// <summary>PolNeAR's articles with source, cue and content; every tenth, on which confidence is learnt, is left out.</summary>
    public static IEnumerable<Sentence[]> Statements(string file)
    {
        var (segmenter, gazetteer) = (Segmenter.Load(), Gazetteer.Load());
        foreach (var article in SpeechCorpus.Rest(File.ReadLines(file).Select(MarkedText.Read).Where(text => text.IsPrimary)))
        {
            var segments = segmenter.Segment(article.Text);
            var labels = SpeechLabels.Of(segments, article.Attributions);
            var classes = new byte[segments.Tokens.Length];
            gazetteer.Match(article.Text, segments.Tokens.AsSpan(), classes);
            yield return [.. segments.Sentences.Where(words => words.Length <= SentenceNetwork.MaxSentence).Select(words => WithoutTree(
                [.. Enumerable.Range(words.Start, words.Length).Select(i => segments.Tokens[i].In(article.Text).ToString())],
                classes[words.Start..words.End], null, labels[words.Start..words.End]))];
        }
    }

    private static Sentence WithoutTree(string[] forms, byte[] classes, byte[]? names, byte[]? speech) => new()
    {
        Forms = forms,
        Tags = new byte[forms.Length],
        TreebankTags = new byte[forms.Length],
        Heads = new int[forms.Length],
        Deprels = new byte[forms.Length],
        Names = names,
        Speech = speech,
        Classes = classes,
        HasTree = false,
    };
}
