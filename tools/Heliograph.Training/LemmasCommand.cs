using System.CommandLine;
using Heliograph.Language;

namespace Heliograph.Training;

/// <summary><c>heliograph-training lemmas</c>: learns to find dictionary forms.</summary>
internal static class LemmasCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var treebanks = new Option<DirectoryInfo>("--ud")
        {
            Description = "The folder of treebanks: learns from *-train.conllu, and measures on *-dev.conllu with gold tags.",
            Required = true,
        };
        var output = new Option<FileInfo>("--output") { Description = "The model file to write.", Required = true };
        var errors = new Option<FileInfo?>("--errors") { Description = "Where to list the wrong lemmas of the dev sets." };
        var command = new Command("lemmas", "Learn to find dictionary forms.") { treebanks, output, errors };
        command.SetAction(line => Run(
            line.GetRequiredValue(treebanks), line.GetRequiredValue(output), line.GetValue(errors), Console.Out));
        return command;
    }

    /// <summary>Learns, writes the model and measures it.</summary>
    public static void Run(DirectoryInfo treebanks, FileInfo output, FileInfo? errors, TextWriter log)
    {
        var training = new LemmaTraining();
        foreach (var (_, documents) in Treebanks.Read(treebanks, "train"))
        {
            foreach (var document in documents) training.Add(document);
        }

        using (var verbs = new StreamReader(typeof(LemmasCommand).Assembly.GetManifestResourceStream("irregular-verbs.tsv")!))
        {
            training.AddIrregularVerbs(verbs);
        }

        var writer = new WeightWriter(Lemmatizer.Kind, Lemmatizer.Version);
        training.Write(writer);
        var weights = writer.ToArray();
        File.WriteAllBytes(output.FullName, weights);
        var lemmatizer = Lemmatizer.Open(weights);
        using var list = errors?.CreateText() ?? TextWriter.Null;
        foreach (var (name, documents) in Treebanks.Read(treebanks, "dev"))
        {
            var (right, all) = (0, 0);
            foreach (var document in documents)
            {
                for (var i = 0; i < document.Tokens.Length; i++)
                {
                    var (tag, treebankTag, gold) = (document.Tags[i], document.TreebankTags[i], document.Lemmas[i]);
                    var lemma = lemmatizer.Lemma(document[i].Text, tag, treebankTag);
                    all++;
                    if (lemma == gold) right++;
                    else list.WriteLine($"{name}\t{document[i].Text}\t{tag}\t{treebankTag}\t{gold}\t{lemma}");
                }
            }

            log.WriteLine(FormattableString.Invariant($"{name}: lemmas {100.0 * right / all:0.00} with gold tags"));
        }
    }
}
