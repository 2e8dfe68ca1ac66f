using System.CommandLine;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Training;

/// <summary><c>heliograph-training segmentation</c>: learns to cut text into tokens and sentences.</summary>
internal static class SegmentationCommand
{
    private const int Made = 150; // reports, about a twentieth of the sentences that are learnt from

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var treebanks = new Option<DirectoryInfo>("--ud")
        {
            Description = "The folder of treebanks: learns from *-train.conllu, and measures on *-dev.conllu.",
            Required = true,
        };
        var output = new Option<FileInfo>("--output") { Description = "The model file to write.", Required = true };
        var seed = new Option<int>("--seed") { Description = "The seed of all chance.", DefaultValueFactory = _ => 1 };
        var command = new Command("segmentation", "Learn to cut text into tokens and sentences.") { treebanks, output, seed };
        command.SetAction(line => Run(
            line.GetRequiredValue(treebanks), line.GetRequiredValue(output), line.GetValue(seed), Console.Out));
        return command;
    }

    /// <summary>Learns, writes the model and measures it.</summary>
    public static void Run(DirectoryInfo treebanks, FileInfo output, int seed, TextWriter log)
    {
        var random = new Random(seed);
        List<Document> documents = [.. Treebanks.Read(treebanks, "train").SelectMany(treebank => treebank.Documents), .. MadeReports.Make(Made, random)];
        var writer = new WeightWriter(Segmenter.Kind, Segmenter.Version);
        TokenizerTraining.Run(documents, writer, random, log);
        SplitterTraining.Run(documents, writer, random, log);
        var weights = writer.ToArray();
        File.WriteAllBytes(output.FullName, weights);
        var segmenter = Segmenter.Open(weights);
        foreach (var (name, held) in Treebanks.Read(treebanks, "dev")) log.WriteLine($"{name}: {Measure(segmenter, held)}");
    }

    private static string Measure(Segmenter segmenter, IReadOnlyList<Document> documents)
    {
        var (tokens, sentences) = (default(Tally), default(Tally));
        foreach (var document in documents)
        {
            var found = segmenter.Segment(document.Text);
            tokens = tokens.Add(document.Tokens, found.Tokens);
            sentences = sentences.Add(
                document.Sentences.Select(document.SpanOf),
                found.Sentences.Select(run => found.Tokens[run.Start].Cover(found.Tokens[run.End - 1])));
        }

        return FormattableString.Invariant($"words F1 {tokens.F1:0.00}, sentences F1 {sentences.F1:0.00}");
    }

    private readonly record struct Tally(int Right, int Gold, int Found)
    {
        public double F1 => 200.0 * Right / (Gold + Found);

        public Tally Add(IEnumerable<TextSpan> gold, IEnumerable<TextSpan> found)
        {
            var expected = gold.ToHashSet();
            var given = found.ToList();
            return new(Right + given.Count(expected.Contains), Gold + expected.Count, Found + given.Count);
        }
    }
}
