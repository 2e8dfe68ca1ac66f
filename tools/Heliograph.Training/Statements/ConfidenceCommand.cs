using System.CommandLine;
using System.Globalization;
using System.Text;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Training.Statements;

/// <summary><c>confidence</c>: learns how probable it is that a statement is right, on articles that the tagger was not learnt from.</summary>
internal static class ConfidenceCommand
{
    private const int Folds = 10;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var corpora = new Option<DirectoryInfo>("--attribution") { Description = "Folder of polnear-train.jsonl.", Required = true };
        var tagger = new Option<FileInfo>("--tagger") { Description = "A tagger learnt with attribution --held-out.", Required = true };
        var penalty = new Option<double>("--penalty") { Description = "How dear a weight is.", DefaultValueFactory = _ => 3 };
        var output = new Option<FileInfo?>("--output") { Description = "The table of weights to write." };
        var model = ModelOption.Declare();
        var command = new Command("confidence", "Learn how sure statements are.") { corpora, tagger, penalty, output, model };
        command.SetAction(line => Run(
            Path.Combine(line.GetRequiredValue(corpora).FullName, "polnear-train.jsonl"), line.GetRequiredValue(tagger), line.GetValue(penalty), line.GetValue(output), line.GetValue(model), Console.Out));
        return command;
    }

    /// <summary>Measures by cross-validation by article, then learns from all articles held out and writes the table.</summary>
    public static void Run(string corpus, FileInfo tagger, double penalty, FileInfo? output, ReadingModel model, TextWriter log)
    {
        var examples = Read(corpus, tagger, model);
        var judged = new List<(double, bool)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Learn([.. examples.Where(example => example.Article % Folds != fold)], penalty);
            judged.AddRange(examples.Where(example => example.Article % Folds == fold).Select(example => (Confidence(example, weights), example.IsRight)));
        }

        var calibration = new Calibration(judged);
        log.WriteLine(FormattableString.Invariant(
            $"{examples.Count} statements, {examples.Count(example => example.IsRight)} right; {Folds} folds by article: calibration error {calibration.Error:0.0000}, Brier score {judged.Average(one => Math.Pow(one.Item1 - (one.Item2 ? 1 : 0), 2)):0.0000}"));
        foreach (var bin in calibration.All) log.WriteLine(FormattableString.Invariant($"  {bin.Low:0.0}: {bin.Count}, mean {bin.Confidence:0.000}, right {bin.Right:0.000}"));
        if (output is not null) Write(Learn(examples, penalty), output);
    }

    private static List<Example> Read(string corpus, FileInfo tagger, ReadingModel model)
    {
        var annotator = Annotator.WithSpeech(File.ReadAllBytes(tagger.FullName), model);
        var examples = new List<Example>();
        foreach (var (text, article) in SpeechCorpus.HeldOut(File.ReadLines(corpus).Select(MarkedText.Read).Where(text => text.IsPrimary)).Select((text, i) => (text, i)))
        {
            var view = new SpeechView(annotator.Annotate(text.Text));
            var found = Attributions.Weighed(view);
            var features = found.ToDictionary(one => (object)one.Found, one => one.Features, ReferenceEqualityComparer.Instance);
            examples.AddRange(AttributionScorer.Judge(text, [.. found.Select(one => one.Found)]).Select(one => new Example(article, features[one.Found], one.IsRight)));
        }

        return examples;
    }

    private static SortedDictionary<string, double> Learn(List<Example> examples, double penalty) =>
        ConfidenceTraining.Learn([.. examples.Select(example => example.Features)], [.. examples.Select(example => example.IsRight)], penalty);

    private static double Confidence(Example example, SortedDictionary<string, double> weights) =>
        ConfidenceModel.Bend(weights["bias"] + example.Features.Sum(feature => feature.Value * weights.GetValueOrDefault(feature.Name)));

    private static void Write(SortedDictionary<string, double> weights, FileInfo output)
    {
        var table = new StringBuilder();
        table.Append("# Weights of the confidence of statements, one feature a line; \"bias\" is what every statement begins with.\n");
        table.Append("# ConfidenceFeatures tells what the features are.\n");
        table.Append("# Source: learnt from every tenth training article of PolNeAR, read by a tagger that was learnt from the others; no text of it is here. ");
        table.Append("Written by heliograph-training confidence.\n");
        table.Append("feature\tweight\n");
        foreach (var (name, weight) in weights) table.Append(CultureInfo.InvariantCulture, $"{name}\t{weight:0.0000}\n");
        File.WriteAllText(output.FullName, table.ToString());
    }

    private sealed record Example(int Article, IReadOnlyList<(string Name, double Value)> Features, bool IsRight);
}
