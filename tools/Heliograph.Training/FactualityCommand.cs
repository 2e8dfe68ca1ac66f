using System.CommandLine;
using System.Globalization;
using System.Text;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Training;

/// <summary><c>heliograph-training factuality</c>: learns how surely a clause tells of what happened, from people's judgements.</summary>
internal static class FactualityCommand
{
    private const int Folds = 10;
    private const int Seed = 7;
    private const double Least = 0.002; // a weight below it is left out of the table

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var judgements = new Option<FileInfo>("--judgements")
        {
            Description = "Sentences with judged predicates (*.jsonl): learns from all, and measures by cross-validation by sentence.",
            Required = true,
        };
        var output = new Option<FileInfo?>("--output") { Description = "The table of weights to write." };
        var penalty = new Option<double>("--penalty") { Description = "How dear a weight is.", DefaultValueFactory = _ => 60 };
        var model = ModelOption.Declare();
        var command = new Command("factuality", "Learn how surely a clause tells of what happened.") { judgements, output, penalty, model };
        command.SetAction(line => Run(
            line.GetRequiredValue(judgements), line.GetValue(output), line.GetValue(penalty), line.GetValue(model), Console.Out));
        return command;
    }

    /// <summary>Measures by cross-validation, then learns from everything and writes the table.</summary>
    public static void Run(FileInfo judgements, FileInfo? output, double penalty, ReadingModel model, TextWriter log)
    {
        var examples = Read(judgements, model);
        Measure(examples, penalty, log);
        if (output is null) return;

        var weights = FactualityTraining.Learn([.. examples.Select(example => example.Features)], [.. examples.Select(example => example.Value)], penalty);
        var table = new StringBuilder();
        table.Append("# Weights of the graded score of factuality, one feature a line; \"bias\" is what every token begins with.\n");
        table.Append("# FactualityFeatures tells what the features are.\n");
        table.Append("# Source: learnt from the human judgements of UDS It-Happened (CC BY-SA 4.0), see NOTICE; no text of it is here. ");
        table.Append("Written by heliograph-training factuality.\n");
        table.Append("feature\tweight\n");
        foreach (var (name, weight) in weights)
        {
            if (Math.Abs(weight) < Least || name.Contains('\t', StringComparison.Ordinal)) continue;
            table.Append(CultureInfo.InvariantCulture, $"{name}\t{weight:0.0000}\n");
        }

        File.WriteAllText(output.FullName, table.ToString());
    }

    private static List<Example> Read(FileInfo judgements, ReadingModel model)
    {
        var annotator = Annotator.Load(model);
        var examples = new List<Example>();
        using var reader = judgements.OpenText();
        foreach (var sentence in JudgedSentence.Read(reader))
        {
            var document = annotator.Annotate(sentence.Text);
            var (syntax, statements) = (new Syntax(document), new StatementsByToken(document, Attributions.Find(document)));
            foreach (var predicate in sentence.Predicates)
            {
                var token = JudgedSentence.TokenOf(document, predicate);
                if (token < 0) continue;
                var (rules, _) = FactualityOf.Trigger(syntax, token, statements);
                examples.Add(new(sentence.Id, FactualityFeatures.Of(syntax, token, rules), rules, predicate.Value));
            }
        }

        return examples;
    }

    private static void Measure(List<Example> examples, double penalty, TextWriter log)
    {
        var sentences = examples.Select(example => example.Sentence).Distinct(StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(sentences);
        var foldOf = sentences.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i % Folds, StringComparer.Ordinal);
        var pairs = new List<(ClauseFinding, double)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var learnt = examples.Where(example => foldOf[example.Sentence] != fold).ToList();
            var weights = FactualityTraining.Learn([.. learnt.Select(example => example.Features)], [.. learnt.Select(example => example.Value)], penalty);
            foreach (var example in examples.Where(example => foldOf[example.Sentence] == fold))
            {
                var sum = weights["bias"] + example.Features.Sum(name => weights.GetValueOrDefault(name));
                pairs.Add((new(0, example.Rules, FactualityModel.Bend(sum), null), example.Value));
            }
        }

        var scores = new FactualityScores(pairs);
        log.WriteLine(FormattableString.Invariant(
            $"{examples.Count} predicates, {Folds} folds by sentence: r {scores.ScoreCorrelation:0.0000} held out; rules alone {scores.RuleCorrelation:0.0000}"));
        foreach (var group in examples.GroupBy(example => example.Rules).OrderBy(group => group.Key))
        {
            log.WriteLine(FormattableString.Invariant($"  {group.Key}: {group.Count()}, mean {group.Average(example => example.Value):0.00}"));
        }
    }

    private sealed record Example(string Sentence, IReadOnlyCollection<string> Features, Factuality Rules, double Value);
}
