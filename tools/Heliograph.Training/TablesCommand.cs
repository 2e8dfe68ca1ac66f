using System.CommandLine;
using Heliograph.Training.Vectors;

namespace Heliograph.Training;

/// <summary><c>tables</c>: learns what the networks stand on: tokens, sentence ends, lemmas and word vectors.</summary>
internal static class TablesCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "The folder that holds ud and raw.", Required = true };
        var work = new Option<DirectoryInfo>("--work") { Description = "Where word vectors are kept; they are learnt once.", Required = true };
        var weights = new Option<DirectoryInfo>("--weights") { Description = "Where the models are written: src/Heliograph/Language/Weights.", Required = true };
        var command = new Command("tables", "Learn tokens, sentence ends, lemmas and word vectors. About a quarter of an hour.") { corpora, work, weights };
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
        if (vectors.Exists) return;
        VectorsCommand.Run(
            Path.Combine(corpora.FullName, "raw"), treebanks.FullName, vectors.FullName,
            VectorsCommand.Dimensions, VectorsCommand.Words, VectorsCommand.Epochs);
    }

    private static FileInfo In(DirectoryInfo folder, string name) => new(Path.Combine(folder.FullName, name));
}
