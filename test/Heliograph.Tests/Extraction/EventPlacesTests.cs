using static Heliograph.Tests.Extraction.FoundEvents;

namespace Heliograph.Tests.Extraction;

public class EventPlacesTests
{
    [Theory]
    [InlineData("attacked", "attack", "convoy", "Harrow")]
    [InlineData("accused", "accuse", "government", "")] // where they are is no place of the accusation
    public void Takes_where_the_recipients_are_for_where_it_was_if_the_deed_takes_place_there(string deed, string lemma, string recipients, string where)
    {
        var (document, found) = One($"""
            Rebels    rebel     NOUN   2 nsubj  NNS
            {deed}  {lemma}    VERB   0 root   VBD
            a         a         DET    4 det    DT
            {recipients}    {recipients}    NOUN   2 obj    NN
            in        in        ADP    6 case   IN
            Harrow    Harrow    PROPN  4 nmod   NNP  B-LOC
            """);

        Assert.Equal(where, string.Join(' ', Words(document, found.Places)));
    }

    [Fact]
    public void Takes_where_two_met_for_a_place_whoever_else_it_stands_for()
    {
        var (document, found) = One("""
            Rebels    rebel     NOUN   2 nsubj  NNS
            clashed   clash     VERB   0 root   VBD
            with      with      ADP    4 case   IN
            police    police    NOUN   2 obl    NN
            in        in        ADP    6 case   IN
            Harrow    Harrow    PROPN  2 obl    NNP  B-LOC
            """);

        Assert.Equal(["Harrow"], Words(document, found.Places));
    }

    [Fact]
    public void Takes_a_dateline_for_no_place_of_an_event()
    {
        var (_, found) = One("""
            HARROW    Harrow    PROPN  7 compound  NNP  B-LOC
            (         (         PUNCT  3 punct   -LRB- +
            XY        XY        PROPN  1 dep     NNP +
            )         )         PUNCT  3 punct   -RRB-
            -         -         PUNCT  1 punct   :
            Rebels    rebel     NOUN   7 nsubj   NNS
            attacked  attack    VERB   0 root    VBD
            villagers villager  NOUN   7 obj     NNS
            """);

        Assert.Empty(found.Places);
    }
}
