using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Training;

/// <summary><c>heliograph-training event-confidence</c>: learns how often events with such signs are right.</summary>
/// <remarks>
/// Examples: events found in PLOVER's marked sentences whose trigger the gold marks (right: type, and the actor where
/// one is marked), events in PETRARCH's unit sentences (right: a type of the sentence), and events in reports of our own (right: as
/// the gold has them; extra ones are wrong).
/// </remarks>
internal static class EventConfidenceCommand
{
    private const int Folds = 10;
    private const int Seed = 7;
    private const int Bins = 10;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var deeds = new Option<FileInfo>("--deeds") { Description = "PLOVER's marked sentences (plover-gsr.jsonl).", Required = true };
        var units = new Option<FileInfo>("--units") { Description = "PETRARCH's unit sentences (petrarch-unit.jsonl).", Required = true };
        var reports = new Option<DirectoryInfo>("--reports") { Description = "A folder of X.gold.json beside X.txt.", Required = true };
        var output = new Option<FileInfo?>("--output") { Description = "The table of weights to write." };
        var penalty = new Option<double>("--penalty") { Description = "How dear a weight is.", DefaultValueFactory = _ => 10 };
        var model = ModelOption.Declare();
        var command = new Command("event-confidence", "Learn how often events with such signs are right.") { deeds, units, reports, output, penalty, model };
        command.SetAction(line => Run(
            [.. Read(line.GetRequiredValue(deeds), line.GetRequiredValue(units), line.GetRequiredValue(reports), line.GetValue(model))],
            line.GetValue(output), line.GetValue(penalty), Console.Out));
        return command;
    }

    private static void Run(List<Example> examples, FileInfo? output, double penalty, TextWriter log)
    {
        Measure(examples, penalty, log);
        if (output is null) return;

        var table = new StringBuilder();
        table.Append("# Weights of the confidence of events, one sign a line; \"bias\" is what every event begins with. EventConfidence tells what the signs are.\n");
        table.Append("# Source: learnt from PLOVER's gold sentences (CC BY-SA 4.0), PETRARCH's unit sentences (MIT) and reports of our own; no text of them is here.\n");
        table.Append("# Written by heliograph-training event-confidence.\n");
        table.Append("feature\tweight\n");
        foreach (var (name, weight) in Learn(examples, penalty)) table.Append(CultureInfo.InvariantCulture, $"{name}\t{weight:0.0000}\n");
        File.WriteAllText(output.FullName, table.ToString());
    }

    private static SortedDictionary<string, double> Learn(List<Example> examples, double penalty) =>
        FactualityTraining.Learn([.. examples.Select(example => example.Signs)], [.. examples.Select(example => example.IsRight ? 1.0 : 0.0)], penalty);

    private static void Measure(List<Example> examples, double penalty, TextWriter log)
    {
        var texts = examples.Select(example => example.Text).Distinct(StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(texts);
        var foldOf = texts.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i % Folds, StringComparer.Ordinal);
        var told = new List<(double Confidence, bool IsRight)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Learn([.. examples.Where(example => foldOf[example.Text] != fold)], penalty);
            foreach (var example in examples.Where(example => foldOf[example.Text] == fold))
            {
                var sum = weights["bias"] + example.Signs.Sum(sign => weights.GetValueOrDefault(sign));
                told.Add((EventConfidence.Within(sum), example.IsRight));
            }
        }

        log.WriteLine(FormattableString.Invariant($"{told.Count} events, {Folds} folds by sentence, {told.Count(pair => pair.IsRight)} right"));
        log.WriteLine(FormattableString.Invariant($"Brier score {told.Average(pair => Math.Pow(pair.Confidence - (pair.IsRight ? 1 : 0), 2)):0.0000}"));
        foreach (var bin in told.GroupBy(pair => Math.Min((int)(pair.Confidence * Bins), Bins - 1)).OrderBy(bin => bin.Key))
        {
            log.WriteLine(FormattableString.Invariant(
                $"  {bin.Average(pair => pair.Confidence):0.00}: {bin.Count()} events, {bin.Average(pair => pair.IsRight ? 1.0 : 0.0):0.00} right"));
        }
    }

    private static IEnumerable<Example> Read(FileInfo deeds, FileInfo units, DirectoryInfo reports, ReadingModel model)
    {
        var annotator = Annotator.Load(model);
        foreach (var gold in File.ReadLines(deeds.FullName).Select(GoldDeed.Read))
        {
            foreach (var found in Find(annotator, gold.Text).Where(found => found.Trigger.Any(span => gold.Phrase.Any(span.Overlaps))))
            {
                var hasActor = gold.Actors.IsEmpty || found.Actors.Any(actor => gold.Actors.Any(actor.Span.Overlaps));
                yield return new(gold.Id, found.Signs, found.Type == gold.Type && hasActor);
            }
        }

        foreach (var line in File.ReadLines(units.FullName))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var types = root.GetProperty("gold").EnumerateArray().SelectMany(entry => TypesOf(entry.GetProperty("code").GetString()!)).ToHashSet(StringComparer.Ordinal);
            if (types.Count == 0 && !root.GetProperty("noevents").GetBoolean()) continue;
            foreach (var found in Find(annotator, root.GetProperty("text").GetString()!))
            {
                yield return new(root.GetProperty("id").GetString()!, found.Signs, types.Contains(found.Type));
            }
        }

        foreach (var file in reports.EnumerateFiles("*.gold.json").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file.FullName[..^".gold.json".Length] + ".txt");
            var document = annotator.Annotate(text);
            var statements = Attributions.Find(document);
            var scores = EventScorer.Score(text, GoldReport.Read(File.ReadAllText(file.FullName), text), Events.Find(document, statements), statements);
            foreach (var match in scores.Matches.Where(match => match.System is not null)) yield return new(file.Name, match.System!.Signs, match.Type && match.Actor);
            foreach (var extra in scores.Extra) yield return new(file.Name, extra.Signs, false);
        }
    }

    private static ImmutableArray<Event> Find(Annotator annotator, string text)
    {
        var document = annotator.Annotate(text);
        return Events.Find(document, Attributions.Find(document));
    }

    private static string[] TypesOf(string cameo) => cameo[..2] switch
    {
        "03" => ["AGREE"],
        "04" => ["CONSULT"],
        "05" => ["SUPPORT"],
        "06" => ["COOPERATE"],
        "07" => ["AID"],
        "08" => ["CONCEDE", "RETREAT"],
        "09" or "11" => ["ACCUSE"],
        "10" => ["REQUEST"],
        "12" => ["REJECT"],
        "13" => ["THREATEN"],
        "14" => ["PROTEST"],
        "15" => ["MOBILIZE"],
        "16" => ["SANCTION"],
        "17" => ["COERCE"],
        "18" or "19" or "20" => ["ASSAULT"],
        _ => [],
    };

    private sealed record Example(string Text, ImmutableArray<string> Signs, bool IsRight);
}
