using System.CommandLine;
using Heliograph.Training.Vectors;

namespace Heliograph.Training.Networks;

/// <summary><c>network</c>: learns tags, trees and names.</summary>
internal static class NetworkCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var treebanks = new Option<DirectoryInfo>("--ud") { Description = "Folder of NAME-train.conllu and NAME-dev.conllu.", Required = true };
        var names = new Option<DirectoryInfo>("--ner") { Description = "Folder of *-train.iob2 and *-dev.iob2 over sentences of the treebanks.", Required = true };
        var vectors = new Option<FileInfo>("--vectors") { Description = "What the vectors command wrote.", Required = true };
        var checkpoint = new Option<FileInfo>("--checkpoint") { Description = "Where learning is kept after each epoch, and gone on from.", Required = true };
        var hidden = new Option<int>("--hidden") { DefaultValueFactory = _ => 160, Description = "Width of one direction of a layer; a multiple of 32." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = _ => 2 };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 24 };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => 2e-3f };
        var batch = new Option<int>("--batch") { DefaultValueFactory = _ => 1000, Description = "Words in a batch." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo>("--output") { Description = "Where to write the model, in the form that the library reads." };
        var name = new Option<string>("--name") { DefaultValueFactory = _ => "english", Description = "What the model calls itself." };
        var command = new Command("network", "Learn tags, trees and names; with --output, also write the model as learnt so far.")
        {
            treebanks, names, vectors, checkpoint, hidden, layers, epochs, rate, batch, seed, output, name,
        };
        command.SetAction(line =>
        {
            var corpora = Corpora.Read(line.GetRequiredValue(treebanks).FullName, line.GetRequiredValue(names).FullName);
            var size = new NetworkSize(line.GetValue(hidden), line.GetValue(layers), 128, 128, 64);
            var network = new Network(size, WordVectors.Read(line.GetRequiredValue(vectors).FullName), corpora.Labels, line.GetValue(seed));
            var schedule = new Schedule(line.GetValue(epochs), line.GetValue(rate), line.GetValue(batch), line.GetValue(seed));
            new Learning(network, corpora.Labels, schedule).Run(corpora.Train, corpora.Tests, line.GetRequiredValue(checkpoint).FullName);
            if (line.GetValue(output) is { } file)
            {
                network.Parameters.SwapAverage();
                ModelWriter.Write(network, size, corpora.Labels, line.GetValue(name)!, file.FullName);
            }

            return 0;
        });
        return command;
    }
}
