using Heliograph.Ledger;

namespace Heliograph.Tests.Ledger;

public class LikelihoodScaleTests
{
    [Theory]
    [InlineData("very likely", "ICD 203", 0.80, 0.95)]
    [InlineData("Almost certainly", "ICD 203", 0.95, 0.99)]
    [InlineData("virtually certain", "IPCC", 0.99, 1)]
    [InlineData("exceptionally unlikely", "IPCC", 0, 0.01)]
    [InlineData("probably not", "Kent", 0.20, 0.40)]
    public void The_first_scale_that_holds_the_words_names_the_numbers(string words, string scale, double low, double high)
    {
        var found = LikelihoodScale.Find(words);

        Assert.Equal((scale, low, high), found is { } known ? (known.Scale.Name, known.Low, known.High) : default);
    }

    [Theory]
    [InlineData("not likely")]
    [InlineData("may")]
    [InlineData("is expected to")]
    [InlineData("highly likely")]
    public void Words_that_stand_in_no_scale_get_no_number(string words) => Assert.Null(LikelihoodScale.Find(words));

    [Fact]
    public void Scales_differ_on_the_same_word() =>
        Assert.NotEqual(LikelihoodScale.Icd203.Of("likely"), LikelihoodScale.Ipcc.Of("likely"));
}
