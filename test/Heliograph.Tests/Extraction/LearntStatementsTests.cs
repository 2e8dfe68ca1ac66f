using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class LearntStatementsTests
{
    private const string Split = """
        “       “       PUNCT 4 punct +
        It      it      PRON  4 nsubj PRP
        will    will    AUX   4 aux MD
        rain    rain    VERB  7 ccomp VB +
        ,       ,       PUNCT 4 punct +
        ”       ”       PUNCT 4 punct
        mused   muse    VERB  0 root VBD
        Moss    Moss    PROPN 7 nsubj NNP +
        .       .       PUNCT 7 punct
        """;

    [Fact]
    public void Ties_a_learnt_source_and_content_to_their_cue()
    {
        var document = Marked(Split, "CcccccqSo");

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Moss | mused | “It will rain,”", Words(document, found));
    }

    [Fact]
    public void Takes_the_words_as_learnt_where_a_rule_cuts_them_otherwise()
    {
        var document = Marked(Split, "oCccooqSo");

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Moss | mused | It will rain", Words(document, found));
    }

    [Fact]
    public void Goes_on_with_the_content_of_the_sentence_that_follows()
    {
        var document = Marked(Split + "\n\n" + Split, "CcccccqSoCcccccccc");

        Assert.Equal(2, Attributions.Find(document)[0].Content.Length);
    }

    [Fact]
    public void Borrows_from_a_rule_the_content_that_was_not_learnt() =>
        Assert.Equal(LearntStatements.Rule, Assert.Single(Attributions.Find(Marked(Split, "ooooooqSo"))).Rule);

    private const string Accused = """
        Norland  Norland  PROPN 4 nsubj:pass NNP
        has      have     AUX   4 aux VBZ
        been     be       AUX   4 aux:pass VBN
        accused  accuse   VERB  0 root VBN
        of       of       SCONJ 6 mark IN
        bombing  bomb     VERB  4 advcl VBG
        Estmark  Estmark  PROPN 6 obj NNP
        """;

    [Fact]
    public void Takes_the_accused_for_no_source()
    {
        var found = Assert.Single(Attributions.Find(Marked(Accused, "SqkkkCc")));

        Assert.Empty(found.Source);
        Assert.Equal(Naming.Unnamed, found.Naming);
    }

    [Fact]
    public void Lets_a_rule_speak_in_a_sentence_where_nothing_was_learnt()
    {
        var found = Attributions.Find(Marked(Split + "\n\n" + Accused, "CcccccqSooooooooo"));

        Assert.Equal(["attribution/learnt", "attribution/passive"], found.Select(one => one.Rule));
    }

    [Fact]
    public void Leaves_a_dateline_out_of_the_source()
    {
        var document = Marked("""
            LORNE    Lorne    PROPN 4 parataxis NNP
            —        —        PUNCT 1 punct
            Norland  Norland  PROPN 4 nsubj NNP
            said     say      VERB  0 root VBD
            rain     rain     NOUN  6 nsubj NN
            fell     fall     VERB  4 ccomp VBD
            """, "SssqCc");

        Assert.Equal("Norland | said | rain fell", Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Takes_a_wish_to_stay_unnamed_for_no_statement()
    {
        var document = Marked("""
            A      a     DET  2 det DT
            guard  guard NOUN 3 nsubj NN
            asked  ask   VERB 0 root VBD
            not    not   PART 7 advmod RB
            to     to    PART 7 mark TO
            be     be    AUX  7 aux:pass VB
            named  name  VERB 3 xcomp VBN
            """, "SsqCccc");

        Assert.Empty(Attributions.Find(document));
    }

    [Theory]
    [InlineData("for", "ask")]
    [InlineData("on", "ask")]
    [InlineData("out", "say")]
    public void Reads_a_call_for_something_as_a_request(string word, string act)
    {
        var document = Marked($"""
            She     she     PRON 2 nsubj PRP
            called  call    VERB 0 root VBD
            {word}  {word}  ADP  4 case IN
            rain    rain    NOUN 2 obl NN
            """, "SqkC");

        Assert.Equal(act, Assert.Single(Attributions.Find(document)).Act);
    }

    // C, c: content; S, s: source; q, k: cue; o: none. A capital or q begins.
    private static Document Marked(string conllu, string marks)
    {
        var document = Conllu.Document(conllu);
        return new()
        {
            Text = document.Text,
            Tokens = document.Tokens,
            Joined = document.Joined,
            Sentences = document.Sentences,
            Paragraphs = document.Paragraphs,
            Tags = document.Tags,
            TreebankTags = document.TreebankTags,
            Lemmas = document.Lemmas,
            Heads = document.Heads,
            Deprels = document.Deprels,
            Subtypes = document.Subtypes,
            Names = document.Names,
            Speech = [.. marks.Select(mark => mark switch
            {
                'S' => Speech.SourceStart,
                's' => Speech.Source,
                'q' => Speech.CueStart,
                'k' => Speech.Cue,
                'C' => Speech.ContentStart,
                'c' => Speech.Content,
                _ => Speech.None,
            })],
        };
    }

    private static string Words(Document document, Attribution found) => string.Join(
        " | ", new[] { found.Source, found.Cue, found.Content }.Select(spans => string.Join(" … ", spans.Select(span => span.In(document.Text).ToString()))));
}
