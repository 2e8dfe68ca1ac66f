using System.Text;
using Heliograph.Cli;
using Heliograph.Documents;

namespace Heliograph.Tests.Cli;

public class ParseCommandTests
{
    private const string Text = "They didn't leave Port Sarn.";

    private static readonly Document Document = Conllu.Document("""
        They   they  PRON  4  nsubj  PRP
        did    do    AUX   4  aux    VBD  ~
        n't    not   PART  4  advmod RB
        leave  leave VERB  0  root   VB
        Port   Port  PROPN 4  obj    NNP  B-LOC
        Sarn   Sarn  PROPN 5  flat   NNP  I-LOC +
        .      .     PUNCT 4  punct  .
        """);

    [Fact]
    public void Prints_a_table_for_people()
    {
        var (status, output, errors) = Run("-", Encoding.UTF8.GetBytes(Text), asTable: true);

        Assert.Equal((0, ""), (status, errors));
        output.Approve();
    }

    [Fact]
    public void Prints_what_the_reader_of_treebanks_reads_back()
    {
        var (status, output, _) = Run("-", Encoding.UTF8.GetBytes(Text), asTable: false);

        Assert.Equal(0, status);
        Assert.StartsWith("# newdoc\n# newpar\n# sent_id = 1\n# text = They didn't leave Port Sarn.\n", output, StringComparison.Ordinal);
        Assert.Equal(Document.Heads, Assert.Single(ConlluReader.Read(new StringReader(output))).Heads);
    }

    [Fact]
    public void Says_where_the_text_stops_being_text()
    {
        var (status, output, errors) = Run("-", [.. Encoding.UTF8.GetBytes("They left."), 0xE9, (byte)'s'], asTable: false);

        Assert.Equal((1, ""), (status, output));
        Assert.StartsWith("-: byte 10: found byte 0xE9, expected UTF-8.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_file_is_missing()
    {
        var (status, _, errors) = Run("/nowhere/report.txt", [], asTable: false);

        Assert.Equal(1, status);
        Assert.StartsWith("/nowhere/report.txt: ", errors, StringComparison.Ordinal);
    }

    private static (int Status, string Output, string Errors) Run(string file, byte[] input, bool asTable)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = ParseCommand.Run(file, asTable, text => text == Text ? Document : throw new ArgumentException(text), new MemoryStream(input), output, errors);
        return (status, output.ToString(), errors.ToString());
    }
}
