using Heliograph.Extraction;
using static Heliograph.Tests.Extraction.FoundEvents;

namespace Heliograph.Tests.Extraction;

public class EventsTests
{
    [Fact]
    public void Reads_an_active_verb()
    {
        var (document, found) = One("""
            Rebels    rebel   NOUN  2  nsubj  NNS
            attacked  attack  VERB  0  root   VBD
            the       the     DET   4  det    DT
            town      town    NOUN  2  obj    NN
            on        on      ADP   6  case   IN
            Sunday    Sunday  PROPN 2  obl    NNP
            """);

        Assert.Equal("ASSAULT", found.Type);
        Assert.Equal(["Rebels"], Words(document, found.Actors));
        Assert.Equal(["the town"], Words(document, found.Recipients));
        Assert.Equal("attacked", Assert.Single(found.Trigger).In(document.Text));
        Assert.Equal("on Sunday", Text(document, found.Time));
        Assert.Equal(Factuality.Happened, found.Factuality);
    }

    [Fact]
    public void Reads_a_passive_with_its_agent()
    {
        var (document, found) = One("""
            The       the     DET   2  det         DT
            town      town    NOUN  4  nsubj:pass  NN
            was       be      AUX   4  aux:pass    VBD
            attacked  attack  VERB  0  root        VBN
            by        by      ADP   6  case        IN
            rebels    rebel   NOUN  4  obl:agent   NNS
            """);

        Assert.Equal(["rebels"], Words(document, found.Actors));
        Assert.Equal(["The town"], Words(document, found.Recipients));
    }

    [Fact]
    public void Leaves_the_actor_open_where_a_passive_does_not_tell_it()
    {
        var (_, found) = One("""
            The       the     DET   2  det         DT
            town      town    NOUN  4  nsubj:pass  NN
            was       be      AUX   4  aux:pass    VBD
            attacked  attack  VERB  0  root        VBN
            """);

        Assert.Empty(found.Actors);
        Assert.Single(found.Recipients);
    }

    [Fact]
    public void Reads_a_reduced_relative_clause()
    {
        var (document, found) = One("""
            Soldiers  soldier  NOUN   5  nsubj      NNS
            deployed  deploy   VERB   1  acl        VBN
            by        by       ADP    4  case       IN
            Norland   Norland  PROPN  2  obl:agent  NNP
            waited    wait     VERB   0  root       VBD
            """);

        Assert.Equal("MOBILIZE", found.Type);
        Assert.Equal(["Norland"], Words(document, found.Actors));
    }

    [Fact]
    public void Reads_a_relative_clause_through_its_pronoun()
    {
        var (document, found) = One("""
            Rebels    rebel   NOUN  6  nsubj      NNS
            who       who     PRON  3  nsubj      WP
            shelled   shell   VERB  1  acl:relcl  VBD
            the       the     DET   5  det        DT
            port      port    NOUN  3  obj        NN
            fled      flee    VERB  0  root       VBD
            """, expected: 2, at: 0);

        Assert.Equal(["Rebels"], Words(document, found.Actors));
        Assert.Equal(["the port"], Words(document, found.Recipients));
        Assert.Equal("heavy-weapons", found.Mode);
    }

    [Fact]
    public void Gives_each_conjunct_an_argument_of_its_own()
    {
        var (document, found) = One("""
            Norland   Norland  PROPN  4  nsubj  NNP
            and       and      CCONJ  3  cc     CC
            Estmark   Estmark  PROPN  1  conj   NNP
            accused   accuse   VERB   0  root   VBD
            Velia     Velia    PROPN  4  obj    NNP
            """);

        Assert.Equal("ACCUSE", found.Type);
        Assert.Equal(["Norland", "Estmark"], Words(document, found.Actors));
        Assert.Equal(["Velia"], Words(document, found.Recipients));
    }

    [Fact]
    public void Makes_each_side_of_a_clash_actor_and_recipient()
    {
        var (document, found) = One("""
            Police      police     NOUN   4  nsubj  NNS
            and         and        CCONJ  3  cc     CC
            students    student    NOUN   1  conj   NNS
            clashed     clash      VERB   0  root   VBD
            """);

        Assert.Equal(["Police", "students"], Words(document, found.Actors));
        Assert.Equal(["Police", "students"], Words(document, found.Recipients));
    }

    [Fact]
    public void Lends_the_subject_to_conjoined_and_controlled_verbs()
    {
        var document = Conllu.Document("""
            Troops    troops   NOUN   2  nsubj  NNS
            began     begin    VERB   0  root   VBD
            to        to       PART   4  mark   TO
            shell     shell    VERB   2  xcomp  VB
            the       the      DET    6  det    DT
            port      port     NOUN   4  obj    NN
            and       and      CCONJ  8  cc     CC
            burned    burn     VERB   2  conj   VBD
            houses    house    NOUN   8  obj    NNS
            """);

        var found = Events.Find(document, []);

        Assert.Equal(["194", "1712"], found.Select(e => e.Cameo));
        Assert.All(found, e => Assert.Equal(["Troops"], Words(document, e.Actors)));
        Assert.All(found, e => Assert.Equal(Factuality.Happened, e.Factuality));
    }

    [Fact]
    public void Reads_a_noun_with_its_victims_and_its_place()
    {
        var (document, found) = One("""
            The       the       DET    2  det      DT
            massacre  massacre  NOUN   11 nsubj    NN
            of        of        ADP    5  case     IN
            150       150       NUM    5  nummod   CD
            people    people    NOUN   2  nmod     NNS
            in        in        ADP    7  case     IN
            Harrow    Harrow    PROPN  2  nmod     NNP  B-LOC
            in        in        ADP    9  case     IN
            2014      2014      NUM    2  nmod     CD
            still     still     ADV    11 advmod   RB
            hurts     hurt      VERB   0  root     VBZ
            """);

        Assert.Equal("ASSAULT", found.Type);
        Assert.Equal(["150 people"], Words(document, found.Recipients));
        Assert.Equal(["Harrow"], Words(document, found.Places));
        Assert.Equal("in 2014", Text(document, found.Time));
        Assert.Equal((150, 150), (found.Killed?.Low, found.Killed?.High));
    }

    [Fact]
    public void Reads_a_possessor_and_a_led_modifier_as_actors()
    {
        var (document, possessed) = One("""
            Norland   Norland   PROPN  3  nmod:poss  NNP +
            's        's        PART   1  case       POS
            invasion  invasion  NOUN   6  nsubj      NN
            of        of        ADP    5  case       IN
            Estmark   Estmark   PROPN  3  nmod       NNP
            failed    fail      VERB   0  root       VBD
            """);
        var (other, led) = One("""
            The       the       DET    5  det       DT
            Norland   Norland   PROPN  4  compound  NNP +
            -         -         PUNCT  2  punct     HYPH +
            led       lead      VERB   5  amod      VBN
            invasion  invasion  NOUN   8  nsubj     NN
            of        of        ADP    7  case      IN
            Estmark   Estmark   PROPN  5  nmod      NNP
            began     begin     VERB   0  root      VBD
            """);

        Assert.Equal(["Norland"], Words(document, possessed.Actors));
        Assert.Equal(["Estmark"], Words(document, possessed.Recipients));
        Assert.Equal(["Norland"], Words(other, led.Actors));
    }

    [Fact]
    public void Reads_a_noun_through_its_light_verb()
    {
        var (document, found) = One("""
            Norland   Norland   PROPN  2  nsubj  NNP
            launched  launch    VERB   0  root   VBD
            an        a         DET    4  det    DT
            invasion  invasion  NOUN   2  obj    NN
            of        of        ADP    6  case   IN
            Estmark   Estmark   PROPN  4  nmod   NNP
            """);

        Assert.Equal(["Norland"], Words(document, found.Actors));
        Assert.Equal(["Estmark"], Words(document, found.Recipients));
        Assert.Equal(["launched", "invasion"], found.Trigger.Select(span => span.In(document.Text).ToString()));
    }

    [Fact]
    public void Takes_the_particle_and_the_preposition_into_account()
    {
        var (document, found) = One("""
            Police    police    NOUN  2  nsubj         NNS
            cracked   crack     VERB  0  root          VBD
            down      down      ADP   2  compound:prt  RP
            on        on        ADP   5  case          IN
            students  student   NOUN  2  obl           NNS
            """);

        Assert.Equal("COERCE", found.Type);
        Assert.Equal("cracked down", Assert.Single(found.Trigger).In(document.Text));
        Assert.Equal(["students"], Words(document, found.Recipients));
    }

    [Theory]
    [InlineData("problem", "board")]  // nobody is attacked
    [InlineData("issue", "storm")]
    public void Stays_silent_where_the_arguments_do_not_carry_it(string thing, string subject)
    {
        var document = Conllu.Document($"""
            The        the        DET   2  det    DT
            {subject}  {subject}  NOUN  3  nsubj  NN
            attacked   attack     VERB  0  root   VBD
            the        the        DET   5  det    DT
            {thing}    {thing}    NOUN  3  obj    NN
            """);

        Assert.Empty(Events.Find(document, []));
    }

    [Fact]
    public void Reads_to_whom_a_threat_is_made_from_what_is_threatened()
    {
        var (document, found) = One("""
            Norland     Norland   PROPN  2  nsubj  NNP
            threatened  threaten  VERB   0  root   VBD
            to          to        PART   4  mark   TO
            attack      attack    VERB   2  xcomp  VB
            Estmark     Estmark   PROPN  4  obj    NNP
            """, 2);

        Assert.Equal(("THREATEN", "violence"), (found.Type, found.Mode));
        Assert.Equal(["Estmark"], Words(document, found.Recipients));
    }

    [Fact]
    public void Needs_someone_who_does_it_or_to_whom_it_is_done()
    {
        var document = Conllu.Document("""
            The      the     DET   2  det    DT
            attack   attack  NOUN  3  nsubj  NN
            failed   fail    VERB  0  root   VBD
            """);

        Assert.Empty(Events.Find(document, []));
    }

    [Fact]
    public void Takes_the_speaker_for_a_pronoun_that_stands_for_it()
    {
        var (document, found) = One("""
            Norland   Norland   PROPN  2  nsubj  NNP
            said      say       VERB   0  root   VBD
            it        it        PRON   5  nsubj  PRP
            would     would     AUX    5  aux    MD
            attack    attack    VERB   2  ccomp  VB
            Estmark   Estmark   PROPN  5  obj    NNP
            """);

        Assert.Equal(["Norland"], Words(document, found.Actors));
        Assert.Equal(["Estmark"], Words(document, found.Recipients));
    }

    [Fact]
    public void Takes_the_nearest_party_where_no_slot_names_the_recipient()
    {
        var (document, found) = One("""
            Norland   Norland   PROPN  3  nsubj  NNP
            has       have      AUX    3  aux    VBZ
            agreed    agree     VERB   0  root   VBN
            to        to        PART   5  mark   TO
            open      open      VERB   3  xcomp  VB
            a         a         DET    7  det    DT
            mine      mine      NOUN   5  obj    NN
            in        in        ADP    9  case   IN
            Estmark   Estmark   PROPN  5  obl    NNP  B-LOC
            """);

        Assert.Equal("AGREE", found.Type);
        Assert.Equal(["Estmark"], Words(document, found.Recipients));
    }

    [Fact]
    public void Reads_an_adjective_that_is_said_of_someone()
    {
        var (document, found) = One("""
            Norland   Norland   PROPN  3  nsubj  NNP
            is        be        AUX    3  cop    VBZ
            critical  critical  ADJ    0  root   JJ
            of        of        ADP    5  case   IN
            Estmark   Estmark   PROPN  3  obl    NNP
            """);

        Assert.Equal("ACCUSE", found.Type);
        Assert.Equal(["Estmark"], Words(document, found.Recipients));
    }

    [Fact]
    public void Keeps_what_people_do_in_private_out()
    {
        var document = Conllu.Document("""
            I         I         PRON   2  nsubj  PRP
            met       meet      VERB   0  root   VBD
            my        my        PRON   4  nmod:poss  PRP$
            dentist   dentist   NOUN   2  obj    NN
            """);

        Assert.Empty(Events.Find(document, []));
    }

    [Fact]
    public void Tells_one_event_where_a_noun_tells_a_verb_again()
    {
        var (document, found) = One("""
            Rebels    rebel     NOUN   2  nsubj  NNS
            captured  capture   VERB   0  root   VBD
            Harrow    Harrow    PROPN  2  obj    NNP

            The       the       DET    2  det    DT
            capture   capture   NOUN   6  nsubj  NN
            of        of        ADP    4  case   IN
            Harrow    Harrow    PROPN  2  nmod   NNP
            by        by        ADP    6  case   IN
            rebels    rebel     NOUN   2  nmod   NNS
            hurts     hurt      VERB   0  root   VBZ
            """);

        Assert.Equal(["captured", "capture"], found.Trigger.Select(span => span.In(document.Text).ToString()));
    }
}
