using Heliograph.Extraction;
using static Heliograph.Tests.Extraction.FoundEvents;

namespace Heliograph.Tests.Extraction;

public class EventCountsTests
{
    [Fact]
    public void Joins_the_dead_with_the_attack_that_killed_them()
    {
        var (document, found) = One("""
            Rebels   rebel   NOUN   2  nsubj   NNS
            bombed   bomb    VERB   0  root    VBD
            a        a       DET    4  det     DT
            market   market  NOUN   2  obj     NN
            ,        ,       PUNCT  6  punct   ,
            killing  kill    VERB   2  advcl   VBG
            at       at      ADP    8  case    IN
            least    least   ADJ    9  advmod  JJS
            12       12      NUM    10 nummod  CD
            people   people  NOUN   6  obj     NNS
            """);

        Assert.Equal("aerial", found.Mode);
        Assert.Equal(["a market"], Words(document, found.Recipients));
        Assert.Equal((12L, null), (found.Killed?.Low, found.Killed?.High));
        Assert.Equal("at least 12", Text(document, found.Killed?.Span));
    }

    [Fact]
    public void Looks_through_an_amount_to_what_it_counts()
    {
        var (document, found) = One("""
            Rebels    rebel    NOUN  2  nsubj  NNS
            exploded  explode  VERB  0  root   VBD
            a         a        DET   4  det    DT
            series    series   NOUN  2  obj    NN
            of        of       ADP   6  case   IN
            bombs     bomb     NOUN  4  nmod   NNS
            """);

        Assert.Equal("explosives", found.Mode);
        Assert.Equal(["Rebels"], Words(document, found.Actors));
    }

    [Theory]
    [InlineData("dozens", "dozen", "NOUN", 24L, null)]
    [InlineData("12,400", "12,400", "NUM", 12_400L, 12_400L)]
    [InlineData("seven", "seven", "NUM", 7L, 7L)]
    public void Counts_the_dead(string form, string lemma, string tag, long? low, long? high)
    {
        var (_, found) = One($"""
            Rebels  rebel    NOUN  2  nsubj  NNS
            killed  kill     VERB  0  root   VBD
            {form}  {lemma}  {tag}  2  obj    NNS
            """);

        Assert.Equal((low, high), (found.Killed?.Low, found.Killed?.High));
    }

    [Fact]
    public void Reads_a_range_of_the_dead()
    {
        var (document, found) = One("""
            Rebels  rebel   NOUN  2  nsubj   NNS
            killed  kill    VERB  0  root    VBD
            12      12      NUM   6  nummod  CD
            to      to      ADP   5  case    IN
            40      40      NUM   3  nmod    CD
            people  people  NOUN  2  obj     NNS
            """);

        Assert.Equal((12L, 40L), (found.Killed?.Low, found.Killed?.High));
        Assert.Equal("12 to 40", Text(document, found.Killed?.Span));
    }

    [Fact]
    public void Ties_each_count_to_its_own_verb_where_the_second_leaves_its_auxiliary_out()
    {
        var document = Conllu.Document("""
            At        at        ADP    2  case     IN
            least     least     ADJ    3  nmod     JJS
            12        12        NUM    4  nummod   CD
            civilians civilian  NOUN   6  nsubj:pass  NNS
            were      be        AUX    6  aux:pass  VBD
            killed    kill      VERB   0  root     VBN
            and       and       CCONJ  9  cc       CC
            scores    score     NOUN   9  nsubj    NNS
            wounded   wound     VERB   6  conj     VBN
            """);
        var found = Events.Find(document, []);

        Assert.Equal((12L, null), (found[0].Killed?.Low, found[0].Killed?.High));
        Assert.Equal("scores", Text(document, found[1].Injured?.Span));
        Assert.Null(found[1].Killed);
    }
}
