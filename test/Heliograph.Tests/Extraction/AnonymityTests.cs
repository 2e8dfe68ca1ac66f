using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class AnonymityTests
{
    [Theory]
    [InlineData("declined", "decline", "identified", "identify")]
    [InlineData("asked", "ask", "named", "name")]
    [InlineData("wanted", "want", "quoted", "quote")]
    public void To_be_unnamed_is_neither_a_statement_nor_an_event(string form, string lemma, string named, string naming)
    {
        var document = Conllu.Document($"""
            A        a         DET   2  det       DT
            guard    guard     NOUN  3  nsubj     NN
            {form}   {lemma}   VERB  0  root      VBD
            not      not       PART  7  advmod    RB
            to       to        PART  7  mark      TO
            be       be        AUX   7  aux:pass  VB
            {named}  {naming}  VERB  3  xcomp     VBN
            """);
        var attributions = Attributions.Find(document);

        Assert.Empty(attributions);
        Assert.Empty(Events.Find(document, attributions));
    }
}
