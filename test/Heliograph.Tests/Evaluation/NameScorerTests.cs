using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

public class NameScorerTests
{
    private const string Labelled = """
        # text = Ana Reyle left Port Sarn.
        1	Ana	B-PER	-	-
        2	Reyle	I-PER	-	-
        3	left	O	-	-
        4	Port	B-LOC	-	-
        5	Sarn	I-LOC	-	-
        6	.	O	-	-

        # text = The Orvenna Board spoke Lothic.
        1	The	O	-	-
        2	Orvenna	B-ORG	-	-
        3	Board	I-ORG	-	-
        4	spoke	O	-	-
        5	Lothic.	B-OTH	-	-

        """;

    private const string System = """
        Ana   Ana   PROPN 3 nsubj NNP B-PER
        Reyle Reyle PROPN 1 flat  NNP I-PER
        left  leave VERB  0 root  VBD
        Port  port  NOUN  3 obj   NN
        Sarn  Sarn  PROPN 4 flat  NNP B-LOC +
        .     .     PUNCT 3 punct .

        The   the   DET   3 det   DT
        Orvenna Orvenna PROPN 3 compound NNP B-LOC
        Board board PROPN 4 nsubj NNP I-LOC
        spoke speak VERB  0 root  VBD
        Lothic Lothic PROPN 4 obj NNP B-ORG +
        .     .     PUNCT 4 punct .
        """;

    [Fact]
    public void A_name_is_right_when_both_ends_and_its_type_are()
    {
        var document = Conllu.Document(System);
        var gold = Assert.Single(GoldNames.Place([document], Iob2Reader.Read(new StringReader(Labelled)), out var unplaced));

        var scores = NameScorer.Score(gold, document);

        Assert.Equal(0, unplaced);
        Assert.Equal(new(1, 1, 1), scores.Persons);
        Assert.Equal(new(1, 1, 0), scores.Organisations); // Lothic is none; the board is missed
        Assert.Equal(new(1, 2, 0), scores.Locations);     // Sarn alone; the board is no place
        Assert.Equal(new(3, 4, 1), scores.Names);
        Assert.Equal(new(3, 4, 2), scores.Spans);         // the board's ends are right
    }

    [Fact]
    public void Counts_nothing_found_in_a_sentence_that_nobody_labelled()
    {
        var first = Labelled[..Labelled.IndexOf("# text = The", StringComparison.Ordinal)];
        var document = Conllu.Document(System);
        var gold = Assert.Single(GoldNames.Place([document], Iob2Reader.Read(new StringReader(first)), out _));

        Assert.Equal(new(2, 2, 1), NameScorer.Score(gold, document).Names); // Ana Reyle; Sarn is half a name
    }

    [Fact]
    public void Says_how_many_labelled_sentences_stand_in_no_document()
    {
        GoldNames.Place([], Iob2Reader.Read(new StringReader(Labelled)), out var unplaced);

        Assert.Equal(2, unplaced);
    }

    [Fact]
    public void A_name_that_begins_inside_stands_on_its_own()
    {
        var document = Conllu.Document("Sarn Sarn PROPN 2 nsubj NNP\nfell fall VERB 0 root VBD");
        var sentences = Iob2Reader.Read(new StringReader("1\tSarn\tI-LOC\n2\tfell\tO\n"));
        var gold = Assert.Single(GoldNames.Place([document], sentences, out _));

        Assert.Equal(new(new(0, 4), Heliograph.Documents.NameType.Location), Assert.Single(gold.Names));
    }

    [Fact]
    public void Names_the_line_that_holds_no_label()
    {
        var error = Assert.Throws<FormatException>(() => Iob2Reader.Read(new StringReader("1\tSarn\tLOC\n")).ToList());

        Assert.StartsWith("IOB2 line 1: found '1\tSarn\tLOC', expected", error.Message, StringComparison.Ordinal);
    }
}
