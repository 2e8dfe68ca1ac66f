using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class MoodTests
{
    [Theory]
    [InlineData("should", "should", Factuality.DidNotHappen)]
    [InlineData("must", "must", Factuality.Possible)]
    public void A_duty_or_conclusion_about_the_past_is_no_request(string form, string lemma, Factuality expected)
    {
        var found = Of($"""
            Rebels  rebel    NOUN  4  nsubj  NNS
            {form}  {lemma}  AUX   4  aux    MD
            have    have     AUX   4  aux    VB
            left    leave    VERB  0  root   VBN
            """, "leave");

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void Attacks_as_a_kind_are_no_attack_that_happened()
    {
        var found = Of("""
            Attacks    attack    NOUN  5  nsubj  NNS
            on         on        ADP   3  case   IN
            civilians  civilian  NOUN  1  nmod   NNS
            are        be        AUX   5  cop    VBP
            crimes     crime     NOUN  0  root   NNS
            """, "attack");
        var told = Of("""
            The        the       DET   2  det    DT
            attacks    attack    NOUN  4  nsubj  NNS
            are        be        AUX   4  cop    VBP
            crimes     crime     NOUN  0  root   NNS
            """, "attack");

        Assert.Equal(Factuality.Possible, found.Factuality);
        Assert.Equal(Factuality.Happened, told.Factuality);
    }

    [Fact]
    public void What_is_asked_is_open_but_what_a_question_takes_for_granted_is_not()
    {
        var asked = Of("""
            Did     do      AUX    3  aux    VBD
            rebels  rebel   NOUN   3  nsubj  NNS
            attack  attack  VERB   0  root   VB
            ?       ?       PUNCT  3  punct  .
            """, "attack");
        var granted = Of("""
            Why     why     ADV    4  advmod  WRB
            did     do      AUX    4  aux     VBD
            rebels  rebel   NOUN   4  nsubj   NNS
            attack  attack  VERB   0  root    VB
            ?       ?       PUNCT  4  punct   .
            """, "attack");

        Assert.Equal(Factuality.Possible, asked.Factuality);
        Assert.Equal(Factuality.Happened, granted.Factuality);
    }

    [Fact]
    public void What_comes_tomorrow_and_what_a_headline_announces_is_planned()
    {
        var tomorrow = Of("""
            They      they      PRON  3  nsubj   PRP
            are       be        AUX   3  aux     VBP
            meeting   meet      VERB  0  root    VBG
            tomorrow  tomorrow  NOUN  3  obl     NN
            """, "meet");
        var headline = Of("""
            Norland  Norland  PROPN  3  nsubj  NNP
            to       to       PART   3  mark   TO
            attack   attack   VERB   0  root   VB
            Estmark  Estmark  PROPN  3  obj    NNP
            """, "attack");

        Assert.Equal(Factuality.Planned, tomorrow.Factuality);
        Assert.Equal(Factuality.Planned, headline.Factuality);
    }

    [Fact]
    public void A_condition_without_if_is_a_condition()
    {
        var found = Of("""
            Had       have    AUX   3  aux    VBD
            rebels    rebel   NOUN  3  nsubj  NNS
            attacked  attack  VERB  4  advcl  VBN
            fled      flee    VERB  0  root   VBD
            """, "attack");

        Assert.Equal(Factuality.Conditional, found.Factuality);
    }

    [Fact]
    public void The_form_of_the_verb_demands()
    {
        var found = Of("""
            She       she       PRON   2  nsubj  PRP
            insisted  insist    VERB   0  root   VBD
            that      that      SCONJ  6  mark   IN
            the       the       DET    5  det    DT
            director  director  NOUN   6  nsubj  NN
            resign    resign    VERB   2  ccomp  VB
            """, "resign");

        Assert.Equal(Factuality.AskedFor, found.Factuality);
    }

    [Theory]
    [InlineData("before", "could", Factuality.DidNotHappen)]
    [InlineData("because", "could", Factuality.Possible)]
    public void What_could_not_come_about_before_did_not(string marker, string modal, Factuality expected)
    {
        var found = Of($"""
            They      they      PRON   2  nsubj  PRP
            left      leave     VERB   0  root   VBD
            {marker}  {marker}  SCONJ  6  mark   IN
            rebels    rebel     NOUN   6  nsubj  NNS
            {modal}   {modal}   AUX    6  aux    MD
            attack    attack    VERB   2  advcl  VB
            """, "attack");

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void A_deed_that_is_a_state_of_today_goes_on()
    {
        var found = Of("""
            Nurses  nurse   NOUN  4  nsubj  NNS
            are     be      AUX   4  cop    VBP
            on      on      ADP   4  case   IN
            strike  strike  NOUN  0  root   NN
            """, "strike");

        Assert.Equal(Factuality.Ongoing, found.Factuality);
    }

    private static ClauseFinding Of(string rows, string lemma)
    {
        var document = Conllu.Document(rows);
        return Clauses.At(document, document.Lemmas.LastIndexOf(lemma), []);
    }
}
