using System.CommandLine;
using Heliograph.Documents;
using Heliograph.Evaluation;

namespace Heliograph.Cli;

/// <summary><c>heliograph evaluate</c>: scores what is found in texts against gold annotations of them.</summary>
internal static class EvaluateCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="stages">Makes what is measured; asked once, and only when the command runs.</param>
    public static Command Declare(Func<ReadingModel, Stages> stages)
    {
        var layer = new Option<string>("--layer")
        {
            Description = "parse (*.conllu), coreference (*.conllu with Entity=), names (*.iob2), statements or events (X.gold.json beside X.txt; events: *.jsonl of pairs or marked sentences, *.conllu of quiet genres too), factuality (*.jsonl, factuality*.tsv), time (times*.tsv, *.jsonl), places (places*.tsv), actors (*.tsv, *.jsonl) or attribution (*.jsonl).",
            Required = true,
        };
        layer.AcceptOnlyFromAmong("parse", "coreference", "names", "statements", "events", "factuality", "attribution", "time", "places", "actors");
        var gold = new Option<string>("--gold") { Description = "The folder of gold files, or one of them.", Required = true };
        var treebank = new Option<string?>("--treebank")
        {
            Description = "names: the folder of the treebanks that were labelled, where it is not the gold folder or ../ud.",
        };
        var judged = new Option<FileInfo?>("--judged") { Description = "events: a list of judgements of events printed for quiet genres, such as gold/quiet-events.tsv." };
        var model = ModelOption.Of();
        var verbose = new Option<bool>("--verbose") { Description = "Say which entries were missed, wrong or extra." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");

        var command = new Command("evaluate", "Score the reading of texts against gold annotations of them.")
        {
            layer, gold, treebank, judged, model, verbose, format,
        };
        command.SetAction(line => Run(
            line.GetRequiredValue(layer),
            new(line.GetRequiredValue(gold), line.GetValue(treebank), stages(line.GetValue(model)), Judgements(line.GetValue(judged))),
            line.GetValue(verbose),
            asJson: line.GetValue(format) == "json",
            Console.Out,
            Console.Error));
        return command;
    }

    private static JudgedEvents? Judgements(FileInfo? file)
    {
        if (file is null) return null;
        using var reader = file.OpenText();
        return JudgedEvents.Read(reader);
    }

    /// <summary>Does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0 when every gold file was scored; 1 when one could not be read, or there is none.</returns>
    public static int Run(string layer, GoldFolder gold, bool verbose, bool asJson, TextWriter output, TextWriter errors)
    {
        var scores = new List<GoldScore>();
        try
        {
            foreach (var score in gold.Score(layer))
            {
                scores.Add(score);
                if (!asJson) ScoreWriter.WriteTable(score, verbose, output);
            }
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.WriteLine(e.Message);
            return 1;
        }

        if (scores.Count == 0)
        {
            errors.WriteLine($"--gold: found no file of the layer {layer}. Name a folder with *.conllu (parse, coreference), *.iob2 (names) or " +
                "*.gold.json (statements, events), *.jsonl (factuality, attribution, time) or *.tsv (factuality, time, places).");
            return 1;
        }

        if (asJson) ScoreWriter.WriteJson(layer, scores, verbose, output);
        else if (scores.Count > 1) ScoreWriter.WriteTable(GoldScore.Total(scores), notes: false, output);
        return 0;
    }
}
