using CsCheck;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Tests.Extraction;

public class ConfidenceModelTests
{
    [Fact]
    public void Is_told_in_hundredths_and_never_certain() => Gen.Double[-200, 200].Sample(value =>
    {
        var confidence = ConfidenceModel.Of([("source:mean", value)], ReadingModel.Fast);

        Assert.InRange(confidence, 0.01, 0.99);
        Assert.Equal(Math.Round(confidence, 2), confidence);
    });

    [Fact]
    public void Passes_over_a_feature_that_was_not_learnt() =>
        Assert.Equal(ConfidenceModel.Of([], ReadingModel.Fast), ConfidenceModel.Of([("no such feature", 5)], ReadingModel.Fast));

    [Fact]
    public void Bends_a_sum_to_a_probability() => Assert.Equal(0.5, ConfidenceModel.Bend(0));

    [Fact]
    public void Is_higher_where_the_words_are_plain()
    {
        var annotator = Annotator.Load();

        var plain = Assert.Single(Attributions.Find(annotator.Annotate("Harbour minister Ana Reyle said on Monday that the ferries would sail again within a week.")));
        var odd = Attributions.Find(annotator.Annotate("It all comes down to ferries, the thinking in Lorne Harbour seems to go, and to nothing else."));

        Assert.InRange(plain.Confidence!.Value, 0.7, 0.99);
        Assert.All(odd, found => Assert.True(found.Confidence < plain.Confidence));
    }

    [Fact]
    public void Is_not_told_where_no_model_looked() =>
        Assert.All(Attributions.Find(Annotator.LoadWithoutSpeech().Annotate("Ana Reyle said that it rained.")), found => Assert.Null(found.Confidence));
}
