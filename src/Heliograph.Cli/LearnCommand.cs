using System.CommandLine;
using System.Globalization;
using Heliograph.Analysis;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary><c>heliograph learn</c>: fits confidence and veto to the corrections of a ledger.</summary>
internal static class LearnCommand
{
    private const string Examples = """
        heliograph learn
            learn from the corrections in the usual ledger; heliograph read applies it from then on
        heliograph learn --ledger desk.db --output desk.tsv --least-gain 0.01
            write it elsewhere (heliograph read --learnt desk.tsv), and only for twice the usual gain
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="reader">Names the program and the model; asked only when the command runs.</param>
    public static Command Declare(Func<ReadingModel, string> reader)
    {
        var ledger = CommonOptions.Ledger();
        var output = new Option<string?>("--output")
        {
            Description = "The file to write. If not named: beside the ledger, where heliograph read finds it.",
            HelpName = "FILE",
        };
        var leastGain = new Option<double>("--least-gain")
        {
            Description = "The least gain on reports held out that is worth a change: of the Brier score, and of F1 for leaving events out.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => LocalLearning.LeastGain,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1) return share;
                result.AddError($"--least-gain: found '{text}', expected a number from 0 to 1. Leave it out for the usual one.");
                return default;
            },
        };
        var model = ModelOption.Of();
        var command = new ExampleCommand(
            "learn", "Fit how sure entries are, and which events are left out, to the corrections of a ledger.", Examples)
        {
            ledger, output, leastGain, model,
        };
        command.SetAction(line => LedgerCommand.Open(line.GetValue(ledger), (store, streams) =>
        {
            var place = LedgerPlace.Choose(line.GetValue(ledger), streams.Errors)!;
            return Run(store, streams, reader(line.GetValue(model)), line.GetValue(output) ?? LearntFile.Beside(place), line.GetValue(leastGain));
        }));
        return command;
    }

    /// <summary>Does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0 where something was learnt, or nothing was to be gained; 1 where there are too few
    /// judgements, or the file cannot be written.</returns>
    public static int Run(LedgerStore store, Streams streams, string reader, string? file, double leastGain)
    {
        if (file is null)
        {
            streams.Errors.WriteLine($"--output: found no file named for {Printable.Line(store.Name)}, expected one: a database has no folder to keep it in. Name a file with --output FILE.");
            return 1;
        }

        var judged = store.Judged().Select(one => (one.Reader, Judgement: Judgement.Of(one.Report, one.Entry, one.Said))).Where(one => one.Judgement is not null).ToList();
        var judgements = judged.Select(one => one.Judgement!).ToList();
        var learning = LocalLearning.Of(judgements, reader, leastGain);
        using var writer = new StreamWriter(streams.Output, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Text($"{learning.Events:N0} events and {learning.Judged - learning.Events:N0} statements of {learning.Reports:N0} reports are judged: {learning.Right:N0} right, {learning.Judged - learning.Right:N0} wrong."));
        var unsure = judgements.Count(one => LocalConfidence.Shipped(one.Entry) is null);
        if (unsure > 0) writer.WriteLine(Text($"{unsure:N0} more are left out: they were read without a confidence. Read their reports again."));
        var others = judged.Count(one => LearntName.Without(one.Reader) != reader);
        if (others > 0) writer.WriteLine(Text($"{others:N0} of them were last read by another version: what is learnt fits better when their reports are read again."));
        if (learning is not { Before: { } before, After: { } after })
        {
            streams.Errors.WriteLine(Text($"Too few to learn from: found {learning.Judged:N0} judgements of {learning.Reports:N0} reports, {learning.Right:N0} of them right; expected {LocalLearning.LeastJudgements} of {LocalLearning.LeastReports} or more, {LocalLearning.LeastOfEach} of them right and {LocalLearning.LeastOfEach} wrong. Judge more entries, as they come rather than the odd ones (heliograph ledger correct ID accept|reject|change)."));
            return 1;
        }

        if (learning.Right * 2 < learning.Judged) writer.WriteLine("Fewer are right than wrong. Where only what looks odd is judged, too little is trusted then: accept what is right, too.");
        Table(writer, before, after);
        writer.WriteLine(Text($"Gain in Brier score {learning.Gain:0.0000} ± {learning.Error:0.0000}; asked for are {leastGain:0.0000} and twice the error."));
        if (learning.Learnt is not { } learnt)
        {
            writer.WriteLine(File.Exists(file) ? $"No gain, so nothing changes; {file} stays as it is." : "No gain, so nothing changes and nothing is written.");
            return 0;
        }

        if (!LearntFile.Write(file, learnt, streams.Errors)) return 1;
        var veto = learnt.VetoBelow > 0 ? Text($"events less sure than {learnt.VetoBelow:0.00} are left out") : "no event is left out, for that would not gain";
        writer.WriteLine(Text($"Written to {file} ({LocalConfidenceText.HashOf(learnt)}): {learnt.Weights.Count:N0} weights; {veto}."));
        return 0;
    }

    private static void Table(StreamWriter writer, LocalScores before, LocalScores after)
    {
        writer.WriteLine("Held out, in five parts by report      before    after");
        Row("Brier score (less is better)", before.Brier, after.Brier);
        Row("log loss (less is better)", before.LogLoss, after.LogLoss);
        Row("calibration error (less is better)", before.Judged.Error, after.Judged.Error);
        if (before.Kept.Gold + before.Kept.System > 0)
        {
            Row("events kept, precision", before.Kept.Precision, after.Kept.Precision);
            Row("events kept, recall", before.Kept.Recall, after.Kept.Recall);
            Row("events kept, F1", before.Kept.F1, after.Kept.F1);
            writer.WriteLine(Text($"Left out: {after.VetoedWrong:N0} wrong and {after.VetoedRight:N0} right events."));
        }

        void Row(string name, double first, double second) => writer.WriteLine(Text($"  {name,-36} {first,6:0.000}   {second,6:0.000}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
