using System.CommandLine;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary><c>deep</c>: teaches a pretrained encoder tags, trees, names and statements together.</summary>
internal static class DeepCommand
{
    private static readonly Schedule Schedule = new(Epochs: 4, Rate: 1.5e-3f, BatchWords: 1200, Seed: 1) { Drops = new(0.2f, 0.25f, 0.1f, 0.25f, Encoder.Drop) };

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "The folder that holds ud, ner and attribution.", Required = true };
        var package = new Option<FileInfo>("--package") { Description = "The assembly that carries the pretrained encoder; docs/model.md names it.", Required = true };
        var checkpoint = new Option<FileInfo>("--checkpoint") { Description = "Where learning is kept after each epoch, and gone on from.", Required = true };
        var output = new Option<DirectoryInfo>("--output") { Description = "Where to write encoder.model and deep.model.", Required = true };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => Schedule.Epochs, Description = "Passes over the texts." };
        var until = new Option<int>("--until") { DefaultValueFactory = _ => int.MaxValue, Description = "The epoch to stop after; started again, learning goes on from there." };
        var statements = new Option<float>("--statements") { DefaultValueFactory = _ => 0.25f, Description = "Share of the articles with statements that an epoch takes; 0 learns without them." };
        var command = new Command("deep", "Teach a pretrained encoder tags, trees, names and statements.") { corpora, package, checkpoint, output, epochs, until, statements };
        command.SetAction(line => Run(
            line.GetRequiredValue(corpora).FullName,
            line.GetRequiredValue(package),
            line.GetRequiredValue(checkpoint).FullName,
            line.GetRequiredValue(output).FullName,
            Schedule with { Epochs = line.GetValue(epochs) },
            line.GetValue(until),
            line.GetValue(statements)));
        return command;
    }

    private static void Run(string corpora, FileInfo package, string checkpoint, string output, Schedule schedule, int until, float statements)
    {
        var (labels, names, entities, trainFiles, testFiles, testNames) = Corpora.Labelled(Path.Combine(corpora, "ud"), Path.Combine(corpora, "ner"));
        var size = NetworkCommand.Size;
        var network = new Network(size, new([], 0, []), labels, schedule.Seed, PretrainedEncoder.Read(package));
        (Sentence[][], float)[] train =
        [
            ([.. LearningTexts.Treebanks(trainFiles, labels, names, entities)], 1),
            .. LearningTexts.NameFiles(Path.Combine(corpora, "ner")).Select(texts => (texts, 1f)),
            .. statements > 0 ? ((Sentence[][], float)[])[([.. LearningTexts.Statements(Path.Combine(corpora, "attribution", "polnear-train.jsonl"))], statements)] : [],
        ];
        var tests = testFiles.Select(file => (Path.GetFileNameWithoutExtension(file), LearningTexts.Treebanks([file], labels, testNames, []).ToArray())).ToArray();
        foreach (var (texts, share) in train) Console.Error.WriteLine($"{texts.Length} texts, {texts.Sum(text => text.Sum(sentence => sentence.Length))} words, share {share}");
        new TextLearning(network, labels, schedule).Run(train, tests, checkpoint, until);
        network.Parameters.SwapAverage();
        Directory.CreateDirectory(output);
        EncoderWriter.Write(network.Encoder!, network.Parameters, "minilm-1", Path.Combine(output, "encoder.model"));
        ModelWriter.Write(network, size, labels, "deep-1", Path.Combine(output, "deep.model"));
    }
}
