using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class ClausesTests
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
    public void Words_of_likelihood_are_kept_with_what_qualifies_them()
    {
        var document = Conllu.Document("""
            An       a        DET   2  det     DT
            attack   attack   NOUN  6  nsubj   NN
            is       be       AUX   6  cop     VBZ
            not      not      PART  6  advmod  RB
            very     very     ADV   6  advmod  RB
            likely   likely   ADJ   0  root    JJ
            to       to       PART  8  mark    TO
            succeed  succeed  VERB  6  xcomp   VB
            """);

        var found = Clauses.Find(document, []).Single(clause => document.Lemmas[clause.Token] == "succeed");

        Assert.Equal("not very likely", found.Likelihood is { } words ? document.Text[words.Start..words.End] : null);
    }

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

    [Theory]
    [InlineData("likely", "likely", Factuality.Possible, "likely")]
    [InlineData("unlikely", "unlikely", Factuality.DidNotHappen, "unlikely")]
    public void What_will_be_is_only_as_sure_as_the_word_above_it(string form, string lemma, Factuality expected, string likelihood)
    {
        var document = Conllu.Document($"""
            It       it       PRON   3  expl   PRP
            is       be       AUX    3  cop    VBZ
            {form}   {lemma}  ADJ    0  root   JJ
            that     that     SCONJ  7  mark   IN
            Norland  Norland  PROPN  7  nsubj  NNP
            will     will     AUX    7  aux    MD
            attack   attack   VERB   3  csubj  VB
            """);

        var found = Clauses.At(document, 6, []);

        Assert.Equal(expected, found.Factuality);
        Assert.Equal(likelihood, found.Likelihood is { } words ? document.Text[words.Start..words.End] : null);
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

    [Fact]
    public void What_was_not_said_is_not_told_as_happened()
    {
        var document = Conllu.Document("""
            Norland   Norland  PROPN  4  nsubj   NNP
            did       do       AUX    4  aux     VBD
            not       not      PART   4  advmod  RB
            say       say      VERB   0  root    VB
            that      that     SCONJ  7  mark    IN
            rebels    rebel    NOUN   7  nsubj   NNS
            attacked  attack   VERB   4  ccomp   VBD
            Estmark   Estmark  PROPN  7  obj     NNP
            """);

        Assert.Equal(Factuality.Possible, Clauses.At(document, 6, Attributions.Find(document)).Factuality);
    }

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

    private static ClauseFinding Of(string rows, string lemma)
    {
        var document = Conllu.Document(rows);
        return Clauses.At(document, document.Lemmas.LastIndexOf(lemma), []);
    }
}
