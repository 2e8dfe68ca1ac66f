using static Heliograph.Tests.Extraction.FoundEvents;

namespace Heliograph.Tests.Extraction;

public class EventPlacesTests
{
    [Fact]
    public void Takes_where_the_attacked_are_for_where_the_attack_was()
    {
        var (document, found) = One("""
            Rebels    rebel     NOUN   2 nsubj  NNS
            attacked  attack    VERB   0 root   VBD
            a         a         DET    4 det    DT
            convoy    convoy    NOUN   2 obj    NN
            in        in        ADP    6 case   IN
            Harrow    Harrow    PROPN  4 nmod   NNP  B-LOC
            """);

        Assert.Equal(["Harrow"], Words(document, found.Places));
    }

    [Fact]
    public void Takes_where_the_accused_are_for_no_place_of_the_accusation()
    {
        var (_, found) = One("""
            Rebels    rebel       NOUN   2 nsubj  NNS
            accused   accuse      VERB   0 root   VBD
            the       the         DET    4 det    DT
            government government NOUN   2 obj    NN
            in        in          ADP    6 case   IN
            Harrow    Harrow      PROPN  4 nmod   NNP  B-LOC
            """);

        Assert.Empty(found.Places);
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
