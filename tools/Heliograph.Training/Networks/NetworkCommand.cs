using System.CommandLine;
using Heliograph.Training.Encoders;
using Heliograph.Training.Vectors;

namespace Heliograph.Training.Networks;

/// <summary><c>network</c>: learns tags, trees and names.</summary>
internal static class NetworkCommand
{
    /// <summary>The sizes that ship: what reads 40,000 words a second on one core with some to spare.</summary>
    public static NetworkSize Size { get; } = new(Hidden: 160, Layers: 2, Arc: 128, Label: 128, Name: 96);

    /// <summary>How the shipped weights are learnt.</summary>
    public static Schedule Schedule { get; } = new(Epochs: 16, Rate: 2e-3f, BatchWords: 1000, Seed: 1);

    /// <summary>Share of the running text that an epoch takes.</summary>
    public const float Share = 0.35f;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var treebanks = new Option<DirectoryInfo>("--ud") { Description = "Folder of NAME-train.conllu and NAME-dev.conllu.", Required = true };
        var names = new Option<DirectoryInfo>("--ner") { Description = "Folder of *-train.iob2 and *-dev.iob2 over sentences of the treebanks.", Required = true };
        var vectors = new Option<FileInfo>("--vectors") { Description = "What the vectors command wrote.", Required = true };
        var read = new Option<FileInfo?>("--read") { Description = "Running text as the deep model reads it: what the read command wrote. Left out, only what people marked is learnt." };
        var share = new Option<float>("--share") { DefaultValueFactory = _ => Share, Description = "Share of it that an epoch takes." };
        var checkpoint = new Option<FileInfo>("--checkpoint") { Description = "Where learning is kept after each epoch, and gone on from.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "Where to write the model, in the form that the library reads.", Required = true };
        var name = new Option<string>("--name") { DefaultValueFactory = _ => "english", Description = "What the model calls itself." };
        var hidden = new Option<int>("--hidden") { DefaultValueFactory = _ => Size.Hidden, Description = "Width of one direction of a layer; a multiple of 32." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = _ => Size.Layers, Description = "Recurrent layers." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => Schedule.Epochs, Description = "Passes over the sentences." };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => Schedule.Rate, Description = "The highest step of learning." };
        var batch = new Option<int>("--batch") { DefaultValueFactory = _ => Schedule.BatchWords, Description = "Words in a batch." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => Schedule.Seed, Description = "The seed of all chance." };
        var command = new Command("network", "Learn tags, trees and names.")
        {
            treebanks, names, vectors, read, share, checkpoint, output, name, hidden, layers, epochs, rate, batch, seed,
        };
        command.SetAction(line => Run(
            line.GetRequiredValue(treebanks),
            line.GetRequiredValue(names),
            line.GetRequiredValue(vectors),
            line.GetValue(read),
            line.GetValue(share),
            line.GetRequiredValue(checkpoint),
            line.GetRequiredValue(output),
            line.GetRequiredValue(name),
            Size with { Hidden = line.GetValue(hidden), Layers = line.GetValue(layers) },
            new(line.GetValue(epochs), line.GetValue(rate), line.GetValue(batch), line.GetValue(seed))));
        return command;
    }

    /// <summary>Learns, going on from the checkpoint where there is one, and writes the model.</summary>
    public static void Run(
        DirectoryInfo treebanks, DirectoryInfo names, FileInfo vectors, FileInfo? read, float share, FileInfo checkpoint, FileInfo output,
        string name, NetworkSize size, Schedule schedule)
    {
        var corpora = Corpora.Read(treebanks.FullName, names.FullName);
        var network = new Network(size, WordVectors.Read(vectors.FullName), corpora.Labels, schedule.Seed);
        List<(IReadOnlyList<Sentence>, float)> train = [(corpora.Train, 1)];
        if (read is not null)
        {
            train.Add(([.. LearningTexts.NameFiles(names.FullName).SelectMany(texts => texts).SelectMany(text => text)], 1));
            train.Add(([.. TreebankSentences.Read(read.FullName).Select(s => TreebankSentences.AsRead(s.Document, s.Words, corpora.Labels))], share));
        }

        foreach (var (sentences, part) in train) Console.Error.WriteLine($"{sentences.Count} sentences, {sentences.Sum(s => s.Length)} words, share {part}");
        new Learning(network, corpora.Labels, schedule).Run(train, corpora.Tests, checkpoint.FullName);
        network.Parameters.SwapAverage();
        ModelWriter.Write(network, size, corpora.Labels, name, output.FullName);
    }
}
