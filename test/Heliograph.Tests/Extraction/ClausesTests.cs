using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class ClausesTests
{
    [Fact]
    public void Every_clause_with_a_verb_or_a_copula_is_found_in_text_order()
    {
        var document = Conllu.Document("""
            They     they     PRON  2  nsubj  PRP
            left     leave    VERB  0  root   VBD
            because  because  SCONJ 6  mark   IN
            it       it       PRON  6  nsubj  PRP
            was      be       AUX   6  cop    VBD
            cold     cold     ADJ   2  advcl  JJ
            """);

        Assert.Equal([1, 5], Clauses.Find(document).Select(clause => clause.Token));
    }

    [Fact]
    public void The_score_stands_between_its_ends_and_puts_told_before_planned()
    {
        var told = Of("""
            Rebels    rebel   NOUN  2  nsubj  NNS
            attacked  attack  VERB  0  root   VBD
            towns     town    NOUN  2  obj    NNS
            """, "attack");
        var planned = Of("""
            Rebels  rebel   NOUN  3  nsubj  NNS
            will    will    AUX   3  aux    MD
            attack  attack  VERB  0  root   VB
            towns   town    NOUN  3  obj    NNS
            """, "attack");

        Assert.InRange(told.Score, 0, 3);
        Assert.InRange(planned.Score, -3, 0);
    }

    private static ClauseFinding Of(string rows, string lemma)
    {
        var document = Conllu.Document(rows);
        return Clauses.At(document, document.Lemmas.LastIndexOf(lemma), []);
    }
}
