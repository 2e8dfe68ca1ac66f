using System.Collections.Immutable;
using Heliograph.Cli;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Tests.Evaluation;

namespace Heliograph.Tests.Cli;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Treebank =
        "# newdoc\n1\tSarn\tSarn\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

    private const string Text = "Sarn fell, said Ana Reyle. The guards fled.\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Prints_a_table_a_file_and_the_total()
    {
        Write("a.conllu", Treebank);
        Write("b.conllu", Treebank);

        var (status, output, errors) = Run("parse", Annotated(Treebank.Replace("nsubj", "obj", StringComparison.Ordinal)));

        Assert.Equal((0, ""), (status, errors));
        output.Approve();
    }

    [Fact]
    public void Finds_the_treebank_of_a_file_of_names_beside_it()
    {
        Write("uner_x-dev.iob2", "# text = Sarn fell.\n1\tSarn\tB-LOC\t-\t-\n2\tfell\tO\t-\t-\n3\t.\tO\t-\t-\n\n");
        Write("en_x-dev.conllu", Treebank);

        var (status, output, _) = Run("names", Annotated(Treebank.Replace("\t_\n2", "\tName=B-PER\n2", StringComparison.Ordinal)), verbose: true);

        Assert.Equal(0, status);
        output.Approve();
    }

    [Fact]
    public void Says_where_it_looked_for_a_treebank()
    {
        Write("uner_x-dev.iob2", "1\tSarn\tB-LOC\n\n");

        var (status, _, errors) = Run("names", Annotated(Treebank));

        Assert.Equal(1, status);
        Assert.StartsWith("uner_x-dev.iob2: found no treebank in ", errors, StringComparison.Ordinal);
        Assert.Contains("expected uner_x-dev.conllu or en_x-dev.conllu. Name its folder with --treebank.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_statements_are_missed_wrong_or_extra()
    {
        WriteReport();
        var words = new Marked(Text);

        var (status, output, _) = Run(
            "statements",
            Empty with { Statements = _ => [words.Statement(null, words.Span("said"), "Sarn fell"), words.Statement("The guards", words.Span("fled"), "guards")] },
            verbose: true);

        Assert.Equal(0, status);
        output.Approve();
    }

    [Fact]
    public void Prints_events_as_json()
    {
        WriteReport();
        var words = new Marked(Text);

        var (status, output, _) = Run(
            "events",
            Empty with { Events = (_, _) => [words.Event("ASSAULT", "fled", Factuality.Happened, "The guards"), words.Event("AID", "fell", Factuality.Planned)] },
            verbose: true,
            asJson: true);

        Assert.Equal(0, status);
        output.Approve();
    }

    [Fact]
    public void Refuses_a_folder_without_gold()
    {
        var (status, _, errors) = Run("events", Empty);

        Assert.Equal(1, status);
        Assert.StartsWith("--gold: found no file of the layer events.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_that_is_none()
    {
        var (status, _, errors) = Run("events", Empty, path: "nowhere");

        Assert.Equal(1, status);
        Assert.EndsWith("nowhere: found nothing there, expected a folder of gold files. Check the path.\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_one_file_where_one_is_named()
    {
        Write("a.conllu", Treebank);
        Write("b.conllu", Treebank);

        var (status, output, _) = Run("parse", Annotated(Treebank), path: "b.conllu");

        Assert.Equal(0, status);
        Assert.StartsWith("b.conllu", output, StringComparison.Ordinal);
        Assert.DoesNotContain("total", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_gold_file_that_cannot_be_read()
    {
        Write("a.conllu", "1 Sarn\n");

        var (status, _, errors) = Run("parse", Annotated(Treebank));

        Assert.Equal(1, status);
        Assert.StartsWith("a.conllu: CoNLL-U line 1: found 1 columns", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Stages Empty => Annotated("");

    private static Stages Annotated(string conllu) => new(
        text => ConlluReader.Read(new StringReader(conllu)).FirstOrDefault(new Document
        {
            Text = text,
            Tokens = [],
            Joined = [],
            Sentences = [],
            Paragraphs = [],
            Tags = [],
            TreebankTags = [],
            Lemmas = [],
            Heads = [],
            Deprels = [],
            Subtypes = [],
            Names = [],
        }),
        _ => ImmutableArray<Attribution>.Empty,
        (_, _) => ImmutableArray<Event>.Empty);

    private void WriteReport()
    {
        Write("r.txt", Text);
        Write("r.gold.json", """
            {"statements": [{"id": "s1", "source": [16, 25], "cue": [11, 15], "content": [[0, 9]]},
                            {"id": "s2", "source": [27, 37], "cue": [38, 42], "content": [[38, 42]]}],
             "events": [{"id": "e1", "type": "RETREAT", "actor": "guards", "trigger": [38, 42], "factuality": "happened"}]}
            """);
    }

    private (int Status, string Output, string Errors) Run(string layer, Stages stages, bool verbose = false, bool asJson = false, string path = "")
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = EvaluateCommand.Run(layer, new(Path.Combine(_folder.FullName, path), null, stages), verbose, asJson, output, errors);
        return (status, output.ToString(), errors.ToString());
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content);
}
