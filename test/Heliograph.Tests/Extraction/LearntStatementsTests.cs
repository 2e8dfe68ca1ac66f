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
