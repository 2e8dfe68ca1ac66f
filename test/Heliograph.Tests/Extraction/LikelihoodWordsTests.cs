using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class LikelihoodWordsTests
{
    [Fact]
    public void Words_of_likelihood_are_kept_with_what_qualifies_them()
    {
        var document = Conllu.Document("""
            An       a        DET   2  det     DT
            attack   attack   NOUN  6  nsubj   NN
            is       be       AUX   6  cop     VBZ
            not      not      PART  6  advmod  RB
            very     very     ADV   6  advmod  RB
            likely   likely   ADJ   0  root    JJ
            to       to       PART  8  mark    TO
            succeed  succeed  VERB  6  xcomp   VB
            """);

        var found = Clauses.Find(document, []).Single(clause => document.Lemmas[clause.Token] == "succeed");

        Assert.Equal("not very likely", found.Likelihood is { } words ? document.Text[words.Start..words.End] : null);
    }

    [Theory]
    [InlineData("likely", "likely", Factuality.Possible, "likely")]
    [InlineData("unlikely", "unlikely", Factuality.DidNotHappen, "unlikely")]
    public void What_will_be_is_only_as_sure_as_the_word_above_it(string form, string lemma, Factuality expected, string likelihood)
    {
        var document = Conllu.Document($"""
            It       it       PRON   3  expl   PRP
            is       be       AUX    3  cop    VBZ
            {form}   {lemma}  ADJ    0  root   JJ
            that     that     SCONJ  7  mark   IN
            Norland  Norland  PROPN  7  nsubj  NNP
            will     will     AUX    7  aux    MD
            attack   attack   VERB   3  csubj  VB
            """);

        var found = Clauses.At(document, 6, []);

        Assert.Equal(expected, found.Factuality);
        Assert.Equal(likelihood, found.Likelihood is { } words ? document.Text[words.Start..words.End] : null);
    }
}
