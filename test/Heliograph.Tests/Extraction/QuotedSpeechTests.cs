using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class QuotedSpeechTests
{
    // A tree that a parser got wrong at the marks: the frame hangs on the quoted words as it should not.
    private const string Split = """
        “        “       PUNCT 3 punct +
        We       we      PRON  3 nsubj
        stay     stay    VERB  0 root +
        ,        ,       PUNCT 3 punct +
        ”        ”       PUNCT 3 punct
        said     say     VERB  3 dep VBD
        Ada      Ada     PROPN 6 nsubj NNP B-PER
        Moss     Moss    PROPN 7 flat NNP I-PER +
        ,        ,       PUNCT 7 punct
        a        a       DET   11 det
        baker    baker   NOUN  7 appos NN +
        .        .       PUNCT 3 punct

        “        “       PUNCT 3 punct +
        We       we      PRON  3 nsubj
        wait     wait    VERB  0 root +
        .        .       PUNCT 3 punct +
        ”        ”       PUNCT 3 punct
        """;

    [Fact]
    public void Joins_a_quotation_split_by_its_frame()
    {
        var document = Conllu.Document(Split);

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Ada Moss, a baker | said | “We stay,” … “We wait.”", AttributionsTests.Words(document, found));
        Assert.Equal((Manner.Direct, Naming.Named), (found.Manner, found.Naming));
    }

    [Fact]
    public void Finds_a_frame_before_the_quotation()
    {
        var document = Conllu.Document("""
            Moss   Moss   PROPN 2 nsubj NNP
            said   say    VERB  0 root VBD +
            :      :      PUNCT 2 punct
            "      "      PUNCT 6 punct +
            They   they   PRON  6 nsubj
            left   leave  VERB  2 dep +
            .      .      PUNCT 6 punct +
            "      "      PUNCT 6 punct
            """);

        Assert.Equal("Moss | said | \"They left.\"", AttributionsTests.Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Goes_on_with_a_quotation_that_the_paragraph_before_left_open()
    {
        var document = Conllu.Document("""
            Moss   Moss   PROPN 2 nsubj NNP
            said   say    VERB  0 root VBD +
            :      :      PUNCT 2 punct
            “      “      PUNCT 6 punct +
            They   they   PRON  6 nsubj
            left   leave  VERB  2 ccomp +
            .      .      PUNCT 6 punct

            ¶
            “      “      PUNCT 3 punct +
            We     we     PRON  3 nsubj
            wait   wait   VERB  0 root +
            .      .      PUNCT 3 punct +
            ”      ”      PUNCT 3 punct
            """);

        Assert.Equal("Moss | said | “They left.\n\n“We wait.”", AttributionsTests.Words(document, Assert.Single(Attributions.Find(document))));
    }

    [Fact]
    public void Takes_no_scare_quotes_for_speech()
    {
        var document = Conllu.Document("""
            The     the     DET   4 det
            “       “       PUNCT 4 punct +
            grand   grand   ADJ   4 amod
            plan    plan    NOUN  6 nsubj +
            ”       ”       PUNCT 4 punct
            failed  fail    VERB  0 root +
            .       .       PUNCT 6 punct
            """);

        Assert.Empty(Attributions.Find(document));
    }

    [Fact]
    public void Never_lets_an_open_mark_swallow_the_report()
    {
        const string Sentence = "\nIt it PRON 2 nsubj\nrained rain VERB 0 root +\n. . PUNCT 2 punct\n";
        var document = Conllu.Document("""
            Moss   Moss   PROPN 2 nsubj NNP
            said   say    VERB  0 root VBD +
            :      :      PUNCT 2 punct
            “      “      PUNCT 6 punct +
            They   they   PRON  6 nsubj
            left   leave  VERB  2 ccomp +
            .      .      PUNCT 6 punct

            """ + string.Concat(Enumerable.Repeat(Sentence, 100)));

        var found = Assert.Single(Attributions.Find(document));

        Assert.Equal("Moss | said | “They left.", AttributionsTests.Words(document, found));
    }
}
