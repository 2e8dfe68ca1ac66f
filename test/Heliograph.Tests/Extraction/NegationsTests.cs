using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class NegationsTests
{
    [Fact]
    public void Neither_and_nor_deny_both_deeds()
    {
        const string Rows = """
            Police    police   NOUN   3  nsubj   NNS
            neither   neither  ADV    3  advmod  RB
            arrested  arrest   VERB   0  root    VBD
            nor       nor      CCONJ  5  cc      CC
            deported  deport   VERB   3  conj    VBD
            miners    miner    NOUN   5  obj     NNS
            """;

        Assert.Equal(Factuality.DidNotHappen, Of(Rows, "arrest").Factuality);
        Assert.Equal(Factuality.DidNotHappen, Of(Rows, "deport").Factuality);
    }

    [Fact]
    public void A_negation_on_the_subject_counts_once()
    {
        var found = Of("""
            There   there   PRON  2  expl   EX
            was     be      VERB  0  root   VBD
            no      no      DET   4  det    DT
            attack  attack  NOUN  2  nsubj  NN
            """, "attack");

        Assert.Equal(Factuality.DidNotHappen, found.Factuality);
    }

    private static ClauseFinding Of(string rows, string lemma)
    {
        var document = Conllu.Document(rows);
        return Clauses.At(document, document.Lemmas.LastIndexOf(lemma), []);
    }
}
