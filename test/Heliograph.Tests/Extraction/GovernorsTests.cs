using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class GovernorsTests
{
    [Theory]
    [InlineData("did not hesitate to attack", Factuality.Happened)]
    [InlineData("did not fail to attack", Factuality.Happened)]
    [InlineData("did not manage to attack", Factuality.DidNotHappen)]
    [InlineData("did not plan to attack", Factuality.DidNotHappen)]
    [InlineData("did not refuse to attack", Factuality.Possible)]
    [InlineData("did not forget to attack", Factuality.Happened)]
    public void A_signature_says_what_becomes_of_a_deed_under_a_negated_word(string words, Factuality expected)
    {
        var verb = words.Split(' ')[2];

        var found = Of($"""
            Rebels  rebel   NOUN  4  nsubj   NNS
            did     do      AUX   4  aux     VBD
            not     not     PART  4  advmod  RB
            {verb}  {verb}  VERB  0  root    VB
            to      to      PART  6  mark    TO
            attack  attack  VERB  4  xcomp   VB
            towns   town    NOUN  6  obj     NNS
            """, "attack");

        Assert.Equal(expected, found.Factuality);
    }

    [Theory]
    [InlineData("regretted", "regret", Factuality.Happened)]
    [InlineData("admitted", "admit", Factuality.Happened)]
    [InlineData("avoided", "avoid", Factuality.DidNotHappen)]
    [InlineData("stopped", "stop", Factuality.DidNotHappen)]
    [InlineData("denied", "deny", Factuality.DidNotHappen)]
    [InlineData("finished", "finish", Factuality.Happened)]
    public void The_verb_above_a_gerund_weighs_it(string form, string lemma, Factuality expected)
    {
        var found = Of($"""
            Rebels     rebel    NOUN  2  nsubj  NNS
            {form}     {lemma}  VERB  0  root   VBD
            attacking  attack   VERB  2  xcomp  VBG
            towns      town     NOUN  3  obj    NNS
            """, "attack");

        Assert.Equal(expected, found.Factuality);
    }

    [Theory]
    [InlineData("pretended", "pretend", Factuality.DidNotHappen)]
    [InlineData("forgot", "forget", Factuality.Happened)]
    [InlineData("doubted", "doubt", Factuality.Possible)]
    [InlineData("believed", "believe", Factuality.Possible)]
    public void The_verb_above_a_finite_clause_weighs_it(string form, string lemma, Factuality expected)
    {
        var found = Of($"""
            Officials  official  NOUN   2  nsubj  NNS
            {form}     {lemma}   VERB   0  root   VBD
            that       that      SCONJ  5  mark   IN
            rebels     rebel     NOUN   5  nsubj  NNS
            left       leave     VERB   2  ccomp  VBD
            """, "leave");

        Assert.Equal(expected, found.Factuality);
    }

    [Theory]
    [InlineData("demand", Factuality.Happened)] // the march is the demand
    [InlineData("protest", Factuality.Happened)]
    [InlineData("overthrow", Factuality.Planned)]
    [InlineData("seize", Factuality.Planned)]
    public void A_purpose_is_planned_unless_the_deed_carries_it_out(string verb, Factuality expected)
    {
        var found = Of($"""
            Miners   miner    NOUN  2  nsubj  NNS
            blocked  block    VERB  0  root   VBD
            gates    gate     NOUN  2  obj    NNS
            to       to       PART  5  mark   TO
            {verb}   {verb}   VERB  2  advcl  VB
            power    power    NOUN  5  obj    NN
            """, verb);

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void A_possibility_over_a_failure_stays_open()
    {
        var found = Of("""
            Rebels  rebel   NOUN  4  nsubj   NNS
            may     may     AUX   4  aux     MD
            have    have    AUX   4  aux     VB
            failed  fail    VERB  0  root    VBN
            to      to      PART  6  mark    TO
            attack  attack  VERB  4  xcomp   VB
            """, "attack");

        Assert.Equal(Factuality.Possible, found.Factuality);
    }

    [Theory]
    [InlineData("set", "set", "ADJ", "JJ", Factuality.Planned)]
    [InlineData("poised", "poised", "ADJ", "JJ", Factuality.Planned)]
    [InlineData("likely", "likely", "ADJ", "JJ", Factuality.Possible)]
    [InlineData("unable", "unable", "ADJ", "JJ", Factuality.DidNotHappen)]
    [InlineData("reluctant", "reluctant", "ADJ", "JJ", Factuality.DidNotHappen)]
    public void The_adjective_above_an_infinitive_weighs_it(string form, string lemma, string tag, string treebankTag, Factuality expected)
    {
        var found = Of($"""
            Rebels  rebel    NOUN   3  nsubj  NNS
            are     be       AUX    3  cop    VBP
            {form}  {lemma}  {tag}  0  root   {treebankTag}
            to      to       PART   5  mark   TO
            attack  attack   VERB   3  xcomp  VB
            """, "attack");

        Assert.Equal(expected, found.Factuality);
    }

    [Theory]
    [InlineData("so-called", Factuality.Possible)]
    [InlineData("alleged", Factuality.Possible)]
    [InlineData("foiled", Factuality.DidNotHappen)]
    [InlineData("planned", Factuality.Planned)]
    [InlineData("recent", Factuality.Happened)]
    public void The_adjective_on_a_noun_weighs_it(string adjective, Factuality expected)
    {
        var found = Of($"""
            The          the          DET   3  det    DT
            {adjective}  {adjective}  ADJ   3  amod   JJ
            attack       attack       NOUN  4  nsubj  NN
            angered      anger        VERB  0  root   VBD
            them         they         PRON  4  obj    PRP
            """, "attack");

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void A_chance_that_something_will_happen_is_a_possibility()
    {
        var found = Of("""
            Norland  Norland  PROPN  2  nsubj      NNP
            saw      see      VERB   0  root       VBD
            a        a        DET    4  det        DT
            chance   chance   NOUN   2  obj        NN
            that     that     PRON   8  obj        WDT
            rebels   rebel    NOUN   8  nsubj      NNS
            will     will     AUX    8  aux        MD
            attack   attack   VERB   4  acl:relcl  VB
            """, "attack");

        Assert.Equal(Factuality.Possible, found.Factuality);
    }

    [Fact]
    public void An_attempt_that_was_foiled_did_not_come_off()
    {
        var found = Of("""
            Police   police   NOUN   2  nsubj  NNS
            foiled   foil     VERB   0  root   VBD
            an       a        DET    4  det    DT
            attempt  attempt  NOUN   2  obj    NN
            to       to       PART   6  mark   TO
            bomb     bomb     VERB   4  acl    VB
            a        a        DET    8  det    DT
            station  station  NOUN   6  obj    NN
            """, "bomb");

        Assert.Equal(Factuality.DidNotHappen, found.Factuality);
    }

    [Theory]
    [InlineData("allegedly", Factuality.Possible)]
    [InlineData("reportedly", Factuality.Possible)]
    [InlineData("almost", Factuality.DidNotHappen)]
    [InlineData("never", Factuality.DidNotHappen)]
    [InlineData("yesterday", Factuality.Happened)]
    public void The_adverb_on_a_verb_weighs_it(string adverb, Factuality expected)
    {
        var found = Of($"""
            Rebels    rebel     NOUN  3  nsubj   NNS
            {adverb}  {adverb}  ADV   3  advmod  RB
            attacked  attack    VERB  0  root    VBD
            towns     town      NOUN  3  obj     NNS
            """, "attack");

        Assert.Equal(expected, found.Factuality);
    }

    [Theory]
    [InlineData("keep", "keeps", "VBZ", Factuality.Ongoing)]
    [InlineData("keep", "kept", "VBD", Factuality.Happened)]
    [InlineData("stop", "stopped", "VBD", Factuality.DidNotHappen)]
    public void What_is_kept_up_in_the_present_goes_on(string lemma, string form, string tag, Factuality expected)
    {
        var found = Of($"""
            Norland  Norland  PROPN  2  nsubj  NNP
            {form}   {lemma}  VERB   0  root   {tag}
            bombing  bomb     VERB   2  xcomp  VBG
            towns    town     NOUN   3  obj    NNS
            """, "bomb");

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void Who_wants_another_to_do_it_asks_for_it()
    {
        var found = Of("""
            Deputies    deputy      NOUN  2  nsubj  NNS
            want        want        VERB  0  root   VBP
            the         the         DET   4  det    DT
            government  government  NOUN  2  obj    NN
            to          to          PART  6  mark   TO
            attack      attack      VERB  2  xcomp  VB
            """, "attack");

        Assert.Equal(Factuality.AskedFor, found.Factuality);
    }

    [Theory]
    [InlineData("called", "call", "for", Factuality.AskedFor)]
    [InlineData("called", "call", "off", Factuality.DidNotHappen)]
    [InlineData("voted", "vote", "against", Factuality.DidNotHappen)]
    public void A_verb_and_the_preposition_of_its_noun_weigh_it_together(string form, string lemma, string preposition, Factuality expected)
    {
        var found = Of($"""
            Norland        Norland        PROPN  2  nsubj  NNP
            {form}         {lemma}        VERB   0  root   VBD
            {preposition}  {preposition}  ADP    5  case   IN
            a              a              DET    5  det    DT
            strike         strike         NOUN   2  obl    NN
            """, "strike");

        Assert.Equal(expected, found.Factuality);
    }

    [Fact]
    public void Who_is_too_weak_to_do_it_does_not()
    {
        var found = Of("""
            They    they    PRON  4  nsubj   PRP
            were    be      AUX   4  cop     VBD
            too     too     ADV   4  advmod  RB
            weak    weak    ADJ   0  root    JJ
            to      to      PART  6  mark    TO
            attack  attack  VERB  4  xcomp   VB
            """, "attack");

        Assert.Equal(Factuality.DidNotHappen, found.Factuality);
    }

    [Fact]
    public void What_a_false_report_tells_did_not_happen()
    {
        var found = Of("""
            The       the     DET    2  det        DT
            report    report  NOUN   7  nsubj      NN
            that      that    SCONJ  5  mark       IN
            rebels    rebel   NOUN   5  nsubj      NNS
            attacked  attack  VERB   2  acl        VBD
            was       be      AUX    7  cop        VBD
            false     false   ADJ    0  root       JJ
            """, "attack");

        Assert.Equal(Factuality.DidNotHappen, found.Factuality);
    }

    private static ClauseFinding Of(string rows, string lemma)
    {
        var document = Conllu.Document(rows);
        return Clauses.At(document, document.Lemmas.LastIndexOf(lemma), []);
    }
}
