using System.CommandLine;
using Heliograph.Training.Networks;
using Heliograph.Training.Vectors;

namespace Heliograph.Training;

/// <summary><c>all</c>: learns every weight that ships, one after the other.</summary>
internal static class AllCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "The folder that holds ud, ner and raw.", Required = true };
        var work = new Option<DirectoryInfo>("--work") { Description = "Where vectors and checkpoints are kept; a broken run goes on from them.", Required = true };
        var weights = new Option<DirectoryInfo>("--weights") { Description = "Where the models are written: src/Heliograph/Language/Weights.", Required = true };
        var command = new Command("all", "Learn every weight that ships. About half an hour on two cores.") { corpora, work, weights };
        command.SetAction(line => Run(line.GetRequiredValue(corpora), line.GetRequiredValue(work), line.GetRequiredValue(weights)));
        return command;
    }

    private static void Run(DirectoryInfo corpora, DirectoryInfo work, DirectoryInfo weights)
    {
        work.Create();
        weights.Create();
        var treebanks = new DirectoryInfo(Path.Combine(corpora.FullName, "ud"));
        SegmentationCommand.Run(treebanks, In(weights, "segmentation.model"), seed: 1, Console.Out);
        LemmasCommand.Run(treebanks, In(weights, "lemmas.model"), errors: null, Console.Out);
        var vectors = In(work, "vectors.bin");
        if (!vectors.Exists)
        {
            VectorsCommand.Run(
                Path.Combine(corpora.FullName, "raw"), treebanks.FullName, vectors.FullName,
                VectorsCommand.Dimensions, VectorsCommand.Words, VectorsCommand.Epochs);
        }

        NetworkCommand.Run(
            treebanks, new(Path.Combine(corpora.FullName, "ner")), vectors, In(work, "network.checkpoint"), In(weights, "english.model"), "english-1",
            NetworkCommand.Size, NetworkCommand.Schedule);
    }

    private static FileInfo In(DirectoryInfo folder, string name) => new(Path.Combine(folder.FullName, name));
}
