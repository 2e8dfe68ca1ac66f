using Heliograph.Documents;

namespace Heliograph.Tests.Documents;

public class ConlluReaderTests
{
    [Fact]
    public void Puts_the_text_together_from_the_tokens()
    {
        var document = Conllu.Document("""
            They   they  PRON  4  nsubj  PRP  B-ORG
            did    do    AUX   4  aux    VBD  ~
            n't    not   PART  4  advmod RB
            leave  leave VERB  0  root   VB   +
            .      .     PUNCT 4  punct  .

            ¶
            Rain   rain  NOUN  0  root   NN
            """);

        Assert.Equal("They didn't leave.\n\nRain", document.Text);
        Assert.Equal(["They", "did", "n't", "leave", ".", "Rain"], document.Tokens.Select(t => t.In(document.Text).ToString()));
        Assert.Equal([false, false, true, false, false, false], document.Joined);
        Assert.Equal([new(0, 5), new(5, 6)], document.Sentences);
        Assert.Equal([new(0, 5), new(5, 6)], document.Paragraphs);
        Assert.Equal(NameType.Organisation, Assert.Single(document.Names).Type);
        Assert.Equal([3, 3, 3, 3, 3, 5], document.Heads);
    }

    [Fact]
    public void Names_the_line_that_is_no_row()
    {
        var error = Assert.Throws<FormatException>(() => ConlluReader.Read(new StringReader("# newdoc\n1 They they\n")).ToList());
        Assert.StartsWith("CoNLL-U line 2: found 1 columns", error.Message, StringComparison.Ordinal);
    }
}
