using System.CommandLine;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Language;
using Heliograph.Training.Networks;
using Heliograph.Training.Statements;
using Heliograph.Training.Vectors;

namespace Heliograph.Training;

/// <summary><c>read</c>: reads running text with the deep model, for the fast one to learn from.</summary>
internal static class ReadCommand
{
    private const int Paragraphs = 6; // of a stretch: enough company for the encoder, and many places to take one from
    private const int Batch = 64;
    private const ulong Seed = 1;

    // Releases come nearest to news; speeches are many, and of one kind
    private static readonly (string File, float Share)[] Shares =
    [
        ("au-pm-releases", 0.15f), ("au-pm-speeches-interviews", 0.005f), ("cia-factbook", 0.25f), ("un-general-debate", 0.006f), ("us-presidential-speeches", 0.03f),
    ];

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "The folder that holds raw and attribution.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "Where to write what was read (CoNLL-U, with names).", Required = true };
        var command = new Command("read", "Read running text with the deep model, for the fast one to learn from.") { corpora, output };
        command.SetAction(line => Run(line.GetRequiredValue(corpora).FullName, line.GetRequiredValue(output).FullName));
        return command;
    }

    private static void Run(string corpora, string output)
    {
        var annotator = Annotator.Load(ReadingModel.Deep);
        using var writer = new StreamWriter(output + ".new");
        var words = 0L;
        foreach (var texts in Articles(corpora).Concat(Stretches(corpora)).Chunk(Batch))
        {
            var read = new Document[texts.Length];
            Parallel.For(0, texts.Length, i => read[i] = annotator.Annotate(texts[i]));
            foreach (var document in read)
            {
                ConlluWriter.Write(document, writer);
                words += document.Tokens.Length;
            }

            Console.Error.WriteLine($"{words} words");
        }

        writer.Close();
        File.Move(output + ".new", output, overwrite: true);
    }

    // News: every article but those that confidence is learnt on
    private static IEnumerable<string> Articles(string corpora) =>
        SpeechCorpus.Rest(File.ReadLines(Path.Combine(corpora, "attribution", "polnear-train.jsonl")).Select(MarkedText.Read).Where(text => text.IsPrimary))
            .Select(text => text.Text);

    private static IEnumerable<string> Stretches(string corpora)
    {
        var random = new Randomness(Seed);
        var held = new List<string>();
        foreach (var file in RawText.Files(Path.Combine(corpora, "raw")))
        {
            var share = Shares.Single(known => Path.GetFileName(file).StartsWith(known.File + ".", StringComparison.Ordinal)).Share;
            foreach (var paragraph in RawText.Paragraphs(file).Append(""))
            {
                if (paragraph.Length > 0) held.Add(paragraph);
                if (held.Count == 0 || paragraph.Length > 0 && held.Count < Paragraphs) continue;
                if (random.Unit() < share) yield return string.Join("\n\n", held);
                held.Clear();
            }
        }
    }
}
