using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class FactualityOfTests
{
    [Fact]
    public void What_was_not_said_is_not_told_as_happened()
    {
        var document = Conllu.Document("""
            Norland   Norland  PROPN  4  nsubj   NNP
            did       do       AUX    4  aux     VBD
            not       not      PART   4  advmod  RB
            say       say      VERB   0  root    VB
            that      that     SCONJ  7  mark    IN
            rebels    rebel    NOUN   7  nsubj   NNS
            attacked  attack   VERB   4  ccomp   VBD
            Estmark   Estmark  PROPN  7  obj     NNP
            """);

        Assert.Equal(Factuality.Possible, Clauses.At(document, 6, Attributions.Find(document)).Factuality);
    }

    [Theory]
    [InlineData("forgot", "forget", Factuality.DidNotHappen)]
    [InlineData("managed", "manage", Factuality.Happened)]
    public void The_word_that_brings_a_statement_weighs_it_too(string form, string lemma, Factuality expected)
    {
        var document = Conllu.Document($"""
            Norland  Norland  PROPN  2  nsubj  NNP
            {form}   {lemma}  VERB   0  root   VBD
            to       to       PART   4  mark   TO
            attack   attack   VERB   2  xcomp  VB
            Estmark  Estmark  PROPN  4  obj    NNP
            """);
        var statement = new Attribution
        {
            Source = [document.Tokens[0]],
            SourceHead = 0,
            Cue = [document.Tokens[1]],
            CueHead = 1,
            Content = [document.SpanOf(new(2, 5))],
            Manner = Manner.Indirect,
            Act = "think",
            Naming = Naming.Named,
            Rule = "test",
        };

        Assert.Equal(expected, Clauses.At(document, 3, [statement]).Factuality);
    }
}
