using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Heliograph.Language;

namespace Heliograph.Training.Statements;

/// <summary><c>attribution</c>: learns which tokens are source, cue and content, on top of a network that ships.</summary>
internal static class AttributionCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var corpora = new Option<DirectoryInfo>("--attribution") { Description = "Folder of polnear-train.jsonl and gum-train.jsonl.", Required = true };
        var without = new Option<bool>("--without-polnear") { Description = "Learn from GUM alone." };
        var heldOut = new Option<bool>("--held-out") { Description = "Keep every tenth article back and score on those." };
        var hidden = new Option<int>("--hidden") { DefaultValueFactory = _ => 128, Description = "Width of one direction; a multiple of 32." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = _ => 2, Description = "Recurrent layers." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 6 };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => 2e-3f };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo>("--output") { Description = "Where to write the model, in the form that the library reads.", Required = true };
        var model = ModelOption.Declare();
        var command = new Command("attribution", "Learn the tagger of statements.") { corpora, without, heldOut, hidden, layers, epochs, rate, seed, output, model };
        command.SetAction(line =>
        {
            var clock = Stopwatch.StartNew();
            var annotator = Annotator.LoadWithoutSpeech(line.GetValue(model));
            var folder = line.GetRequiredValue(corpora).FullName;
            var articles = line.GetValue(without)
                ? SpeechCorpus.Gum(annotator, Path.Combine(folder, "gum-train.jsonl"))
                : SpeechCorpus.PolNeAR(annotator, Path.Combine(folder, "polnear-train.jsonl"));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{articles.Count} articles, {articles.Sum(a => a.Labels.Length)} tokens, read in {clock.Elapsed.TotalSeconds:0} s"));
            var isHeldOut = line.GetValue(heldOut);
            var train = isHeldOut ? SpeechCorpus.Rest(articles).ToList() : articles;
            var test = isHeldOut ? SpeechCorpus.HeldOut(articles).ToList() : [];
            var net = new SpeechNet(annotator.StateWidth, line.GetValue(hidden), line.GetValue(layers), line.GetValue(seed));
            new SpeechLearning(net, line.GetValue(epochs), line.GetValue(rate), line.GetValue(seed)).Run(train, test);
            net.Parameters.SwapAverage();
            SpeechModelWriter.Write(net, annotator.StateWidth, annotator.NetworkFingerprint, line.GetRequiredValue(output).FullName);
            return 0;
        });
        return command;
    }
}
