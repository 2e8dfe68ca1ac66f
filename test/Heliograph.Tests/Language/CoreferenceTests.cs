using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Language;

public class CoreferenceTests
{
    [Fact]
    public void Joins_a_family_name_and_a_pronoun_to_the_full_name()
    {
        var found = Chains("""
            Ana      Ana      PROPN 3 nsubj NNP B-PER
            Reyle    Reyle    PROPN 1 flat NNP I-PER
            resigned resign   VERB  0 root VBD +
            .        .        PUNCT 3 punct .

            Reyle    Reyle    PROPN 2 nsubj NNP B-PER
            said     say      VERB  0 root VBD
            she      she      PRON  5 nsubj PRP
            was      be       AUX   5 cop VBD
            tired    tired    ADJ   2 ccomp JJ +
            .        .        PUNCT 2 punct .
            """);

        Assert.Equal(["Ana Reyle | Reyle (family name) | she (pronoun)"], found);
    }

    [Fact]
    public void Gives_one_told_of_without_a_name_none_by_the_same_word()
    {
        var found = Chains("""
            A         a         DET   2 det DT
            minister  minister  NOUN  3 nsubj NN
            left      leave     VERB  0 root VBD +
            .         .         PUNCT 3 punct .

            The       the       DET   2 det DT
            minister  minister  NOUN  3 nsubj NN
            slept     sleep     VERB  0 root VBD +
            .         .         PUNCT 3 punct .

            Arlo      Arlo      PROPN 6 nsubj NNP B-PER
            Venn      Venn      PROPN 1 flat NNP I-PER +
            ,         ,         PUNCT 5 punct ,
            the       the       DET   5 det DT
            minister  minister  NOUN  1 appos NN +
            ,         ,         PUNCT 5 punct ,
            stayed    stay      VERB  0 root VBD +
            .         .         PUNCT 7 punct .
            """);

        Assert.DoesNotContain(found, chain => chain.Contains("A minister", StringComparison.Ordinal) && chain.Contains("Venn", StringComparison.Ordinal));
    }

    [Fact]
    public void Joins_an_apposition_and_the_description_that_comes_back()
    {
        var found = Chains("""
            Arlo     Arlo     PROPN 7 nsubj NNP B-PER
            Venn     Venn     PROPN 1 flat NNP I-PER +
            ,        ,        PUNCT 5 punct ,
            the      the      DET   5 det DT
            mayor    mayor    NOUN  1 appos NN +
            ,        ,        PUNCT 5 punct ,
            left     leave    VERB  0 root VBD +
            .        .        PUNCT 7 punct .

            The      the      DET   2 det DT
            mayor    mayor    NOUN  3 nsubj NN
            slept    sleep    VERB  0 root VBD +
            .        .        PUNCT 3 punct .
            """);

        Assert.Equal(["Arlo Venn | the mayor (apposition) | The mayor (same head)"], found);
    }

    [Fact]
    public void Joins_initials_to_the_name_they_stand_for()
    {
        var found = Chains("""
            The      the      DET   4 det DT
            Lorne    Lorne    PROPN 4 compound NNP B-ORG
            Harbour  Harbour  PROPN 4 compound NNP I-ORG
            Council  Council  PROPN 5 nsubj NNP I-ORG
            met      meet     VERB  0 root VBD +
            .        .        PUNCT 5 punct .

            The      the      DET   2 det DT
            LHC      LHC      PROPN 3 nsubj NNP B-ORG
            agreed   agree    VERB  0 root VBD +
            .        .        PUNCT 3 punct .
            """);

        Assert.Equal(["The Lorne Harbour Council | The LHC (alias \"LHC\")"], found);
    }

    [Fact]
    public void Joins_two_spellings_of_one_name()
    {
        var found = Chains("""
            Ravi     Ravi     PROPN 3 nsubj NNP B-PER
            Hasan    Hasan    PROPN 1 flat NNP I-PER
            met      meet     VERB  0 root VBD
            Ravi     Ravi     PROPN 3 obj NNP B-PER
            Hassan   Hassan   PROPN 4 flat NNP I-PER +
            .        .        PUNCT 3 punct .
            """);

        Assert.Equal(["Ravi Hasan | Ravi Hassan (spelling)"], found);
    }

    [Fact]
    public void Does_not_join_a_pronoun_to_a_name_of_the_other_gender()
    {
        var found = Chains("""
            Maria    Maria    PROPN 2 nsubj NNP B-PER
            left     leave    VERB  0 root VBD +
            .        .        PUNCT 2 punct .

            He       he       PRON  2 nsubj PRP
            slept    sleep    VERB  0 root VBD +
            .        .        PUNCT 2 punct .
            """);

        Assert.Empty(found);
    }

    [Fact]
    public void Does_not_join_an_object_to_the_subject_of_its_verb()
    {
        var found = Chains("""
            Maria    Maria    PROPN 2 nsubj NNP B-PER
            saw      see      VERB  0 root VBD
            her      she      PRON  2 obj PRP +
            .        .        PUNCT 2 punct .
            """);

        Assert.Empty(found);
    }

    [Fact]
    public void Keeps_the_speakers_of_two_quotations_apart()
    {
        var found = Chains("""
            “        “        PUNCT 3 punct `` +
            I        I        PRON  3 nsubj PRP
            paid     pay      VERB  0 root VBD +
            ,        ,        PUNCT 3 punct , +
            ”        ”        PUNCT 3 punct ''
            Venn     Venn     PROPN 7 nsubj NNP B-PER
            said     say      VERB  3 parataxis VBD +
            .        .        PUNCT 3 punct .

            “        “        PUNCT 3 punct `` +
            I        I        PRON  3 nsubj PRP
            slept    sleep    VERB  0 root VBD +
            ,        ,        PUNCT 3 punct , +
            ”        ”        PUNCT 3 punct ''
            Moss     Moss     PROPN 7 nsubj NNP B-PER
            said     say      VERB  3 parataxis VBD +
            .        .        PUNCT 3 punct .
            """);

        Assert.DoesNotContain(found, chain => chain.Split(" | ").Count(mention => mention.StartsWith('I')) > 1);
    }

    [Fact]
    public void Points_each_link_at_a_mention_of_its_own_chain()
    {
        var document = Conllu.Document("""
            Ana      Ana      PROPN 2 nsubj NNP B-PER
            left     leave    VERB  0 root VBD +
            .        .        PUNCT 2 punct .

            Ana      Ana      PROPN 2 nsubj NNP B-PER
            slept    sleep    VERB  0 root VBD +
            .        .        PUNCT 2 punct .
            """);

        var chain = Assert.Single(Coreference.Find(document));

        Assert.Null(chain.Mentions[0].Antecedent);
        Assert.Equal(0, chain.Mentions[1].Antecedent);
        Assert.Equal("same name", chain.Mentions[1].Why);
        Assert.Equal(MentionType.Person, chain.Type);
    }

    private static IEnumerable<string> Chains(string rows)
    {
        var document = Conllu.Document(rows);
        return Coreference.Find(document).Select(chain => string.Join(" | ", chain.Mentions.Select(mention =>
            document.SpanOf(mention.Tokens).In(document.Text).ToString() + (mention.Why is { } why ? $" ({why})" : ""))));
    }
}
