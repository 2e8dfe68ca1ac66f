using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Training.Vectors;

/// <summary><c>vectors</c>: learns word vectors from running text and treebanks.</summary>
internal static class VectorsCommand
{
    /// <summary>Length of the vectors that ship.</summary>
    public const int Dimensions = 128;

    /// <summary>How many words have a vector.</summary>
    public const int Words = 60_000;

    /// <summary>Passes over the text.</summary>
    public const int Epochs = 2;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var raw = new Option<DirectoryInfo>("--raw") { Description = "Folder of .txt and .txt.xz files, a paragraph a line.", Required = true };
        var treebanks = new Option<DirectoryInfo>("--ud") { Description = "Folder of *-train.conllu files, whose words are learnt too.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "Where to write the vectors.", Required = true };
        var dimensions = new Option<int>("--dimensions") { DefaultValueFactory = _ => Dimensions, Description = "Length of a vector." };
        var words = new Option<int>("--words") { DefaultValueFactory = _ => Words, Description = "How many of the most frequent words get one." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => Epochs, Description = "Passes over the text." };
        var command = new Command("vectors", "Learn word vectors by structured skip-gram.") { raw, treebanks, output, dimensions, words, epochs };
        command.SetAction(line => Run(
            line.GetRequiredValue(raw).FullName, line.GetRequiredValue(treebanks).FullName, line.GetRequiredValue(output).FullName,
            line.GetValue(dimensions), line.GetValue(words), line.GetValue(epochs)));
        return command;
    }

    /// <summary>Learns and writes the vectors.</summary>
    public static void Run(string raw, string treebanks, string output, int dimensions, int size, int epochs)
    {
        var clock = Stopwatch.StartNew();
        var counts = new Dictionary<string, long>();
        long total = 0;
        foreach (var words in Texts(raw, treebanks))
        {
            foreach (var word in words)
            {
                var key = WordVectors.Key(word);
                counts[key] = counts.GetValueOrDefault(key) + 1;
                total++;
            }
        }

        var vocabulary = counts.Where(pair => pair.Value >= 3)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(size).ToArray();
        Console.Error.WriteLine(FormattableString.Invariant($"{total} words, {counts.Count} different, {vocabulary.Length} kept, {clock.Elapsed}"));

        var numbers = vocabulary.Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        var model = new SkipGram([.. vocabulary.Select(pair => pair.Value)], dimensions);
        long seen = 0;
        var next = 0L;
        var row = new List<int>();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var words in Texts(raw, treebanks))
            {
                row.Clear();
                foreach (var word in words) row.Add(numbers.GetValueOrDefault(WordVectors.Key(word), -1));
                seen += row.Count;
                model.Learn(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(row), seen / (double)(total * epochs));
                if (seen < next) continue;
                next += 2_000_000;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen / 1e6:0.0} M words, {seen / clock.Elapsed.TotalSeconds:0} a second"));
            }
        }

        new WordVectors([.. vocabulary.Select(pair => pair.Key)], dimensions, model.Vectors.ToArray()).Write(output);
    }

    private static IEnumerable<List<string>> Texts(string raw, string treebanks)
    {
        var words = new List<string>();
        foreach (var paragraph in RawText.Files(raw).SelectMany(RawText.Paragraphs))
        {
            if (paragraph.Length == 0) continue;
            RawText.Words(paragraph, words);
            yield return words;
        }

        // Few words beside the running text, but the very ones to be tagged: seen three times.
        for (var i = 0; i < 3; i++)
        {
            foreach (var file in Directory.GetFiles(treebanks, "*-train.conllu").Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(file);
                foreach (var document in ConlluReader.Read(reader))
                {
                    foreach (var sentence in document.Sentences)
                    {
                        words.Clear();
                        for (var t = sentence.Start; t < sentence.End; t++) words.Add(document[t].Text.ToString());
                        yield return words;
                    }
                }
            }
        }
    }
}
