using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class ConditionsTests
{
    [Theory]
    [InlineData("if", "advcl", Factuality.Conditional)]
    [InlineData("unless", "advcl", Factuality.Conditional)]
    [InlineData("once", "advcl", Factuality.Conditional)]
    [InlineData("if", "ccomp", Factuality.Conditional)] // as some trees have it
    [InlineData("because", "advcl", Factuality.Planned)]
    public void A_deed_to_come_hangs_on_its_condition(string marker, string deprel, Factuality expected)
    {
        var found = Of($"""
            Norland   Norland   PROPN  3  nsubj     NNP
            will      will      AUX    3  aux       MD
            withdraw  withdraw  VERB   0  root      VB
            {marker}  {marker}  SCONJ  6  mark      IN
            they      they      PRON   6  nsubj     PRP
            pay       pay       VERB   3  {deprel}  VBP
            """, "withdraw");

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void What_befalls_anyone_who_does_something_is_conditional()
    {
        var found = Of("""
            Anyone    anyone  PRON  6  nsubj:pass  NN
            who       who     PRON  3  nsubj       WP
            crosses   cross   VERB  1  acl:relcl   VBZ
            will      will    AUX   6  aux         MD
            be        be      AUX   6  aux:pass    VB
            arrested  arrest  VERB  0  root        VBN
            """, "arrest");

        Assert.Equal(Factuality.Conditional, found.Factuality);
    }

    [Fact]
    public void A_promise_hangs_on_its_condition_too()
    {
        var found = Of("""
            She         she         PRON  2  nsubj  PRP
            promised    promise     VERB  0  root   VBD
            to          to          PART  4  mark   TO
            resign      resign      VERB  2  xcomp  VB
            if          if          SCONJ 7  mark   IN
            they        they        PRON  7  nsubj  PRP
            lost        lose        VERB  4  advcl  VBD
            """, "resign");

        Assert.Equal(Factuality.Conditional, found.Factuality);
    }

    private static ClauseFinding Of(string rows, string lemma)
    {
        var document = Conllu.Document(rows);
        return Clauses.At(document, document.Lemmas.LastIndexOf(lemma), []);
    }
}
