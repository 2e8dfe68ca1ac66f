using CsCheck;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Language;

public class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load();

    private static readonly string[] Treebank = ["NN", "NNS", "VBD", "", "QQ"];

    [Theory]
    [InlineData("signed", PartOfSpeech.Verb, "VBD", "sign")]
    [InlineData("fled", PartOfSpeech.Verb, "VBD", "flee")]
    [InlineData("overthrown", PartOfSpeech.Verb, "VBN", "overthrow")]
    [InlineData("stopped", PartOfSpeech.Verb, "VBD", "stop")]
    [InlineData("accused", PartOfSpeech.Verb, "VBN", "accuse")]
    [InlineData("was", PartOfSpeech.Aux, "VBD", "be")]
    [InlineData("n’t", PartOfSpeech.Part, "RB", "not")]
    [InlineData("wo", PartOfSpeech.Aux, "MD", "will")]
    [InlineData("Ministers", PartOfSpeech.Noun, "NNS", "minister")]
    [InlineData("countries", PartOfSpeech.Noun, "NNS", "country")]
    [InlineData("men", PartOfSpeech.Noun, "NNS", "man")]
    [InlineData("Vellmar", PartOfSpeech.Propn, "NNP", "Vellmar")]
    [InlineData("MINISTER", PartOfSpeech.Noun, "NN", "minister")]
    [InlineData("worse", PartOfSpeech.Adj, "JJR", "bad")]
    [InlineData("them", PartOfSpeech.Pron, "PRP", "they")]
    [InlineData("1,000", PartOfSpeech.Num, "CD", "1000")]
    [InlineData("captures", PartOfSpeech.Verb, "", "capture")]
    public void Finds_the_dictionary_form(string form, PartOfSpeech tag, string treebankTag, string lemma) =>
        Assert.Equal(lemma, Lemmatizer.Lemma(form, tag, treebankTag));

    [Fact]
    public void Gives_the_same_string_again() =>
        Assert.Same(Lemmatizer.Lemma("signed", PartOfSpeech.Verb, "VBD"), Lemmatizer.Lemma("signed", PartOfSpeech.Verb, "VBD"));

    [Fact]
    public void Knows_no_lemma_better_for_having_been_asked_others() =>
        Gen.Select(Gen.String[1, 70], Gen.Byte[0, 16], Gen.Int[0, 4].Select(i => Treebank[i])).Array[1, 20].Sample(tokens =>
        {
            var fresh = Lemmatizer.Load();
            Assert.All(tokens, token => Assert.Equal(
                fresh.Lemma(token.Item1, (PartOfSpeech)token.Item2, token.Item3),
                Lemmatizer.Lemma(token.Item1, (PartOfSpeech)token.Item2, token.Item3)));
        }, iter: 20);
}
