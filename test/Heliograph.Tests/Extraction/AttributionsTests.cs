using CsCheck;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class AttributionsTests
{
    private static readonly string[] Forms =
        ["say VERB", "“ PUNCT", "” PUNCT", "\" PUNCT", "Moss PROPN", "that SCONJ", ". PUNCT", "who PRON", "accuse VERB", "claim NOUN"];

    private static readonly string[] Relations =
        ["nsubj", "ccomp", "obj", "parataxis", "acl:relcl", "advcl", "xcomp", "nsubj:pass", "conj", "punct", "obl:agent"];

    [Fact]
    public void Attributes_a_clause_to_the_subject_of_the_verb()
    {
        var document = Conllu.Document("""
            Velan      Velan     ADJ   2 amod
            officials  official  NOUN  4 nsubj NNS
            also       also      ADV   4 advmod
            said       say       VERB  0 root VBD
            that       that      SCONJ 8 mark
            the        the       DET   7 det
            bridge     bridge    NOUN  8 nsubj
            stood      stand     VERB  4 ccomp VBD +
            .          .         PUNCT 4 punct
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Velan officials | also said | that the bridge stood", Words(document, found));
        Assert.Equal((Manner.Indirect, "say", Naming.Collective), (found.Manner, found.Act, found.Naming));
    }

    [Fact]
    public void Gives_conjoined_verbs_the_same_subject()
    {
        var document = Conllu.Document("""
            She       she       PRON  2 nsubj PRP
            denied    deny      VERB  0 root VBD
            that      that      SCONJ 5 mark
            it        it        PRON  5 nsubj
            leaked    leak      VERB  2 ccomp +
            ,         ,         PUNCT 8 punct
            but       but       CCONJ 8 cc
            admitted  admit     VERB  2 conj VBD
            it        it        PRON  10 nsubj
            broke     break     VERB  8 ccomp +
            .         .         PUNCT 2 punct
            """);

        var found = Attributions.Find(document);

        Assert.Equal(["She | denied | that it leaked", "She | admitted | it broke"], found.Select(f => Words(document, f)));
        Assert.Equal(["deny", "admit"], found.Select(f => f.Act));
        Assert.Equal([Commitment.Denial, Commitment.Fact], found.Select(f => f.Commitment));
    }

    [Fact]
    public void Attributes_a_relative_clause_to_the_noun_it_modifies_and_a_participle_to_the_subject()
    {
        var document = Conllu.Document("""
            A        a        DET   2 det
            nurse    nurse    NOUN  8 nsubj NN
            who      who      PRON  4 nsubj WP
            feared   fear     VERB  2 acl:relcl VBD
            they     they     PRON  7 nsubj
            would    would    AUX   7 aux
            starve   starve   VERB  4 ccomp
            left     leave    VERB  0 root VBD +
            ,        ,        PUNCT 10 punct
            saying   say      VERB  8 advcl VBG
            that     that     SCONJ 13 mark
            nothing  nothing  PRON  13 nsubj
            came     come     VERB  10 ccomp +
            .        .        PUNCT 8 punct
            """);

        Assert.Equal(
            ["A nurse | feared | they would starve", "A nurse who feared they would starve | saying | that nothing came"],
            Attributions.Find(document).Select(f => Words(document, f)));
    }

    [Fact]
    public void Leaves_the_source_empty_where_the_words_give_none()
    {
        var document = Conllu.Document("""
            The      the     DET  2 det
            general  general NOUN 4 nsubj:pass NN
            is       be      AUX  4 aux:pass
            said     say     VERB 0 root VBN
            to       to      PART 7 mark
            have     have    AUX  7 aux
            fled     flee    VERB 4 xcomp +
            .        .       PUNCT 4 punct
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal(" | is said | The general … to have fled", Words(document, found));
        Assert.Equal((Naming.Unnamed, null), (found.Naming, found.SourceHead));
    }

    [Fact]
    public void Finds_an_accusation_in_the_passive()
    {
        var document = Conllu.Document("""
            Vela      Vela    PROPN 4 nsubj:pass NNP
            has       have    AUX   4 aux
            been      be      AUX   4 aux:pass
            accused   accuse  VERB  0 root VBN
            of        of      SCONJ 6 mark
            hiding    hide    VERB  4 advcl VBG
            arms      arm     NOUN  6 obj +
            .         .       PUNCT 4 punct
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal(" | has been accused of | Vela … hiding arms", Words(document, found));
        Assert.Equal("accuse", found.Act);
    }

    [Fact]
    public void Takes_the_verb_before_an_infinitive_into_the_cue()
    {
        var document = Conllu.Document("""
            Orla      Orla     PROPN 2 nsubj NNP B-PER
            declined  decline  VERB  0 root VBD
            to        to       PART  4 mark
            say       say      VERB  2 xcomp VB
            whether   whether  SCONJ 7 mark
            he        he       PRON  7 nsubj
            paid      pay      VERB  4 ccomp +
            .         .        PUNCT 2 punct
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Orla | declined to say | whether he paid", Words(document, found));
        Assert.True(found.Negated);
        Assert.Equal(Naming.Named, found.Naming);
    }

    [Fact]
    public void Finds_according_to()
    {
        var document = Conllu.Document("""
            Two        two        NUM   2 nummod
            boats      boat       NOUN  3 nsubj
            sank       sink       VERB  0 root +
            ,          ,          PUNCT 8 punct
            according  accord     VERB  8 case
            to         to         ADP   5 fixed
            a          a          DET   8 det
            pilot      pilot      NOUN  3 obl NN +
            .          .          PUNCT 3 punct
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("a pilot | according to | Two boats sank", Words(document, found));
        Assert.Equal(Naming.Unnamed, found.Naming);
    }

    [Fact]
    public void Splits_the_content_around_a_frame_in_the_middle()
    {
        var document = Conllu.Document("""
            The       the       DET   2 det
            border    border    NOUN  8 nsubj +
            ,         ,         PUNCT 5 punct
            officials official  NOUN  5 nsubj NNS
            said      say       VERB  8 parataxis VBD +
            ,         ,         PUNCT 5 punct
            would     would     AUX   8 aux
            close     close     VERB  0 root +
            .         .         PUNCT 8 punct
            """);

        Assert.Equal("officials | said | The border … would close", Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Reads_a_name_given_to_a_thing_as_its_content()
    {
        var document = Conllu.Document("""
            Moss    Moss    PROPN 2 nsubj NNP
            called  call    VERB  0 root VBD
            the     the     DET   4 det
            vote    vote    NOUN  2 obj
            a       a       DET   7 det
            “       “       PUNCT 7 punct +
            farce   farce   NOUN  2 xcomp +
            .       .       PUNCT 7 punct +
            ”       ”       PUNCT 7 punct
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Moss | called | the vote a “farce.”", Words(document, found));
        Assert.Equal(Manner.Mixed, found.Manner);
    }

    [Fact]
    public void Finds_a_claim_told_by_a_noun_inside_a_denial()
    {
        var document = Conllu.Document("""
            He        he        PRON  2 nsubj PRP
            rejected  reject    VERB  0 root VBD
            the       the       DET   4 det
            union     union     NOUN  6 nmod:poss +
            's        's        PART  4 case
            claim     claim     NOUN  2 obj
            that      that      SCONJ 9 mark
            wages     wage      NOUN  9 nsubj
            fell      fall      VERB  6 acl +
            .         .         PUNCT 2 punct
            """);

        Assert.Equal(
            ["He | rejected | the union's claim that wages fell", "the union's | claim | that wages fell"],
            Attributions.Find(document).Select(f => Words(document, f)));
    }

    [Theory]
    [InlineData("ensured", "ensure", "VERB")]
    [InlineData("broke", "break", "VERB")]
    public void Ignores_verbs_that_attribute_nothing(string form, string lemma, string tag)
    {
        var document = Conllu.Document($"""
            Rain    rain    NOUN  2 nsubj NN
            {form}  {lemma} {tag} 0 root
            it      it      PRON  4 nsubj
            grew    grow    VERB  2 ccomp
            """);

        Assert.Empty(Attributions.Find(document));
    }

    [Fact]
    public void Says_where_and_when_it_was_said()
    {
        var document = Conllu.Document("""
            Ives     Ives     PROPN 2 nsubj NNP
            wrote    write    VERB  0 root VBD
            on       on       ADP   4 case
            Twitter  Twitter  PROPN 2 obl NNP
            last     last     ADJ   6 amod
            week     week     NOUN  2 obl:unmarked
            that     that     SCONJ 9 mark
            he       he       PRON  9 nsubj
            won      win      VERB  2 ccomp
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Ives | wrote on Twitter | that he won", Words(document, found));
        Assert.Equal("Twitter", found.Venue!.Value.In(document.Text));
        Assert.Equal("last week", found.Time!.Value.In(document.Text));
    }

    [Fact]
    public void Gives_spans_inside_the_text_on_any_tree() =>
        Gen.Select(Gen.Int[0, Forms.Length - 1],
            Gen.Int[0, Relations.Length - 1],
            Gen.Int[0, 1000]).Array[1, 30].Sample(rows =>
        {
            var lines = rows.Select((row, i) =>
                $"{Forms[row.Item1].Split(' ')[0]} {Forms[row.Item1]} {(i == 0 ? 0 : (row.Item3 % i) + 1)} {(i == 0 ? "root" : Relations[row.Item2])}");
            var document = Conllu.Document(string.Join('\n', lines));
            foreach (var found in Attributions.Find(document))
            {
                Assert.NotEmpty(found.Content);
                Assert.NotEmpty(found.Cue);
                Assert.All(found.Source.Concat(found.Cue).Concat(found.Content),
                    span => Assert.True(span.Length > 0 && span.End <= document.Text.Length));
                Assert.Equal(found.Content.OrderBy(span => span.Start), found.Content);
            }
        });

    internal static string Words(Document document, Attribution found) =>
        string.Join(" | ", new[] { found.Source, found.Cue, found.Content }
            .Select(spans => string.Join(" … ", spans.Select(span => span.In(document.Text).ToString()))));
}
