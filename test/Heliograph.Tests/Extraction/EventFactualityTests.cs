using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class EventFactualityTests
{
    [Theory]
    [InlineData("did", "do", Factuality.Happened)] // emphatic
    [InlineData("may", "may", Factuality.Possible)]
    [InlineData("might", "might", Factuality.Possible)]
    [InlineData("will", "will", Factuality.Planned)]
    [InlineData("would", "would", Factuality.Conditional)]
    [InlineData("must", "must", Factuality.AskedFor)]
    public void Auxiliaries_weigh_a_verb(string form, string lemma, Factuality expected)
    {
        var found = Find($"""
            Rebels  rebel    NOUN  3  nsubj  NNS
            {form}  {lemma}  AUX   3  aux    MD
            attack  attack   VERB  0  root   VB
            the     the      DET   5  det    DT
            town    town     NOUN  3  obj    NN
            """);

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void A_modal_is_kept_as_words_of_likelihood()
    {
        var document = Conllu.Document("""
            Rebels  rebel   NOUN  3  nsubj  NNS
            may     may     AUX   3  aux    MD
            attack  attack  VERB  0  root   VB
            the     the     DET   5  det    DT
            town    town    NOUN  3  obj    NN
            """);

        Assert.Equal("may", Assert.Single(Events.Find(document, [])).Likelihood is { } words ? document.Text[words.Start..words.End] : null);
    }

    [Fact]
    public void Not_and_no_longer_deny()
    {
        var negated = Find("""
            Rebels  rebel   NOUN  4  nsubj   NNS
            did     do      AUX   4  aux     VBD
            not     not     PART  4  advmod  RB
            attack  attack  VERB  0  root    VB
            the     the     DET   6  det     DT
            town    town    NOUN  4  obj     NN
            """);
        var longer = Find("""
            Rebels  rebel   NOUN  4  nsubj   NNS
            no      no      ADV   3  advmod  RB
            longer  long    ADV   4  advmod  RBR
            attack  attack  VERB  0  root    VBP
            the     the     DET   6  det     DT
            town    town    NOUN  4  obj     NN
            """);

        Assert.Equal(Factuality.DidNotHappen, negated.Factuality);
        Assert.Equal(Factuality.DidNotHappen, longer.Factuality);
    }

    [Theory]
    [InlineData("managed", "manage", Factuality.Happened)]
    [InlineData("failed", "fail", Factuality.DidNotHappen)]
    [InlineData("refused", "refuse", Factuality.DidNotHappen)]
    [InlineData("planned", "plan", Factuality.Planned)]
    [InlineData("vowed", "vow", Factuality.Planned)]
    [InlineData("tried", "try", Factuality.Possible)]
    public void The_verb_above_an_infinitive_weighs_it(string form, string lemma, Factuality expected)
    {
        var found = Events.Find(Conllu.Document($"""
            Rebels  rebel    NOUN  2  nsubj  NNS
            {form}  {lemma}  VERB  0  root   VBD
            to      to       PART  4  mark   TO
            attack  attack   VERB  2  xcomp  VB
            the     the      DET   6  det    DT
            town    town     NOUN  4  obj    NN
            """), []).Single(e => e.Type == "ASSAULT");

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void Two_negations_make_a_fact()
    {
        var found = Find("""
            Rebels  rebel   NOUN  4  nsubj   NNS
            did     do      AUX   4  aux     VBD
            not     not     PART  4  advmod  RB
            fail    fail    VERB  0  root    VB
            to      to      PART  6  mark    TO
            attack  attack  VERB  4  xcomp   VB
            towns   town    NOUN  6  obj     NNS
            """);

        Assert.Equal(Factuality.Happened, found.Factuality);
    }

    [Fact]
    public void What_is_going_on_is_ongoing()
    {
        var found = Find("""
            Rebels     rebel   NOUN  3  nsubj  NNS
            are        be      AUX   3  aux    VBP
            attacking  attack  VERB  0  root   VBG
            the        the     DET   5  det    DT
            town       town    NOUN  3  obj    NN
            """);

        Assert.Equal(Factuality.Ongoing, found.Factuality);
    }

    [Fact]
    public void Without_and_if_take_the_event_out_of_the_world()
    {
        var without = Events.Find(Conllu.Document("""
            Rebels     rebel    NOUN  2  nsubj  NNS
            left       leave    VERB  0  root   VBD
            without    without  SCONJ 4  mark   IN
            attacking  attack   VERB  2  advcl  VBG
            the        the      DET   6  det    DT
            town       town     NOUN  4  obj    NN
            """), []).Single(e => e.Type == "ASSAULT");
        var conditional = Events.Find(Conllu.Document("""
            They    they    PRON   2  nsubj  PRP
            leave   leave   VERB   0  root   VBP
            if      if      SCONJ  5  mark   IN
            rebels  rebel   NOUN   5  nsubj  NNS
            attack  attack  VERB   2  advcl  VBP
            the     the     DET    7  det    DT
            town    town    NOUN   5  obj    NN
            """), []).Single(e => e.Type == "ASSAULT");

        Assert.Equal(Factuality.DidNotHappen, without.Factuality);
        Assert.Equal(Factuality.Conditional, conditional.Factuality);
    }

    [Theory]
    [InlineData("feared", "fear", Factuality.Possible)]
    [InlineData("planned", "plan", Factuality.Planned)]
    [InlineData("condemned", "condemn", Factuality.Happened)]
    [InlineData("prevented", "prevent", Factuality.DidNotHappen)]
    [InlineData("demanded", "demand", Factuality.AskedFor)]
    public void The_verb_above_a_noun_weighs_it(string form, string lemma, Factuality expected)
    {
        var found = Events.Find(Conllu.Document($"""
            Norland  Norland  PROPN  2  nsubj  NNP
            {form}   {lemma}  VERB   0  root   VBD
            an       a        DET    4  det    DT
            attack   attack   NOUN   2  obj    NN
            on       on       ADP    6  case   IN
            Estmark  Estmark  PROPN  4  nmod   NNP
            """), []).Single(e => e.Type == "ASSAULT");

        Assert.Equal(expected, found.Factuality);
    }

    [Theory]
    [InlineData("deny", Factuality.DidNotHappen)]
    [InlineData("claim", Factuality.Happened)] // in that voice
    [InlineData("fear", Factuality.Possible)]
    public void A_statement_decides_for_its_own_voice(string act, Factuality expected)
    {
        var document = Denial();
        var statement = new Attribution
        {
            Source = [document.Tokens[0]],
            SourceHead = 0,
            Cue = [document.Tokens[1]],
            CueHead = 1,
            Content = [document.SpanOf(new(3, 6))],
            Manner = Manner.Indirect,
            Act = act,
            Naming = Naming.Named,
            Rule = "test",
        };

        Assert.Equal(expected, Attack(document, [statement]).Factuality);
    }

    [Fact]
    public void A_denied_attack_never_happened_in_the_outlets_own_voice() =>
        Assert.Equal(Factuality.DidNotHappen, Attack(Denial(), []).Factuality);

    private static Document Denial() => Conllu.Document("""
        Norland   Norland  PROPN  2  nsubj  NNP
        denied    deny     VERB   0  root   VBD
        that      that     SCONJ  5  mark   IN
        rebels    rebel    NOUN   5  nsubj  NNS
        attacked  attack   VERB   2  ccomp  VBD
        Estmark   Estmark  PROPN  5  obj    NNP
        """);

    private static Event Attack(Document document, ImmutableArray<Attribution> attributions) =>
        Events.Find(document, attributions).Single(e => e.Type == "ASSAULT");

    private static Event Find(string rows) => Assert.Single(Events.Find(Conllu.Document(rows), []));
}
