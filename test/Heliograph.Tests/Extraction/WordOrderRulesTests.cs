using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

/// <summary>The rules that read the order of the words where a parser got the tree wrong.</summary>
public class WordOrderRulesTests
{
    [Fact]
    public void Finds_a_that_clause_hung_on_the_one_told()
    {
        var document = Conllu.Document("""
            Moss   Moss    PROPN 2 nsubj NNP
            told   tell    VERB  0 root VBD
            a      a       DET   4 det
            crowd  crowd   NOUN  2 obj
            that   that    SCONJ 7 mark
            he     he      PRON  7 nsubj
            lost   lose    VERB  4 acl:relcl +
            .      .       PUNCT 2 punct
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Moss | told | that he lost", AttributionsTests.Words(document, found));
        Assert.Equal(ThatClauseRule, found.Rule);
    }

    [Fact]
    public void Finds_a_frame_that_ends_the_sentence()
    {
        var document = Conllu.Document("""
            The    the     DET   2 det
            pier   pier    NOUN  3 nsubj
            stays  stay    VERB  0 root +
            ,      ,       PUNCT 3 punct
            said   say     VERB  3 conj VBD
            Ada    Ada     PROPN 5 nsubj NNP
            Moss   Moss    PROPN 6 flat NNP +
            .      .       PUNCT 3 punct
            """);

        Assert.Equal("Ada Moss | said | The pier stays", AttributionsTests.Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Prefers_the_name_beside_the_verb_to_a_subject_from_the_words_told()
    {
        var document = Conllu.Document("""
            The    the     DET   2 det
            pier   pier    NOUN  7 nsubj
            could  could   AUX   4 aux
            sink   sink    VERB  7 ccomp +
            ,      ,       PUNCT 4 punct
            Moss   Moss    PROPN 7 obl NNP
            said   say     VERB  0 root VBD +
            .      .       PUNCT 7 punct
            """);

        Assert.Equal("Moss | said | The pier could sink", AttributionsTests.Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Reads_a_name_before_a_colon_as_the_speaker()
    {
        var document = Conllu.Document("""
            Moss  Moss  PROPN 4 nsubj NNP B-PER +
            :     :     PUNCT 1 punct
            We    we    PRON  4 nsubj
            stay  stay  VERB  0 root
            """);

        Assert.Equal("Moss | : | We stay", AttributionsTests.Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Takes_no_plain_noun_before_a_colon_for_a_speaker()
    {
        var document = Conllu.Document("""
            Update  update  NOUN  4 dep NN +
            :       :       PUNCT 1 punct
            We      we      PRON  4 nsubj
            stay    stay    VERB  0 root
            """);

        Assert.Empty(Attributions.Find(document));
    }

    [Fact]
    public void Joins_two_noun_phrases_that_the_tree_holds_for_two_subjects()
    {
        var document = Conllu.Document("""
            Vela      Vela      PROPN 2 compound NNP
            delegate  delegate  NOUN  5 nsubj NN
            John      John      PROPN 5 nsubj NNP
            Moss      Moss      PROPN 3 flat NNP
            said      say       VERB  0 root VBD
            he        he        PRON  7 nsubj
            won       win       VERB  5 ccomp
            """);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Vela delegate John Moss | said | he won", AttributionsTests.Words(document, found));
        Assert.Equal(Naming.Named, found.Naming);
    }

    [Fact]
    public void Leaves_out_what_a_quoted_speaker_thinks_himself()
    {
        var document = Conllu.Document("""
            “      “      PUNCT 3 punct +
            I      I      PRON  3 nsubj PRP
            think  think  VERB  9 ccomp VBP
            it     it     PRON  5 nsubj
            sank   sink   VERB  3 ccomp VBD +
            ,      ,      PUNCT 3 punct +
            ”      ”      PUNCT 3 punct
            Moss   Moss   PROPN 9 nsubj NNP
            said   say    VERB  0 root VBD +
            .      .      PUNCT 9 punct
            """);

        Assert.Equal("Moss | said | “I think it sank,”", AttributionsTests.Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Takes_a_quotation_whole_where_the_sentence_ends_inside_it()
    {
        var document = Conllu.Document("""
            Moss    Moss   PROPN 2 nsubj NNP
            says    say    VERB  0 root VBZ
            it      it     PRON  6 nsubj
            is      be     AUX   6 cop
            “       “      PUNCT 6 punct +
            over    over   ADJ   2 ccomp +
            .       .      PUNCT 2 punct

            We      we     PRON  2 nsubj
            go      go     VERB  0 root +
            .       .      PUNCT 2 punct +
            ”       ”      PUNCT 2 punct
            """);

        Assert.Equal("Moss | says | it is “over. We go.”", AttributionsTests.Words(document, Assert.Single(Attributions.Find(document))));
    }

    private const string ThatClauseRule = "attribution/that-clause";
}
