using CsCheck;
using Heliograph.Analysis;

namespace Heliograph.Tests.Analysis;

public class ReviewWeightTests
{
    private static readonly ReviewSigns Raid = new(0.5, 4, "ASSAULT", false, 3, 2, 1);

    [Fact]
    public void Even_odds_are_the_most_uncertain()
    {
        Assert.Equal(1, ReviewWeight.Uncertain(Raid));
        Assert.Equal(0.36, ReviewWeight.Uncertain(Raid with { Confidence = 0.9 }));
        Assert.Equal(0.5, ReviewWeight.Uncertain(Raid with { Confidence = 0.05 }));
        Assert.Equal(0.5, ReviewWeight.Uncertain(Raid with { Confidence = null }));
        Assert.Equal(0.68, ReviewWeight.Uncertain(Raid with { Confidence = 0.9, IsDisputed = true }));
    }

    [Theory]
    [InlineData(4, "PROTEST", 0, 1, 0, 1)]
    [InlineData(4, "ASSAULT", 0, 1, 0, 1.5)]
    [InlineData(1, "CONSULT", 0, 1, 0, 0.5)]
    [InlineData(4, "ASSAULT", 3, 1, 0, 1.7)]
    [InlineData(4, "PROTEST", 0, 4, 0, 1.5)]
    [InlineData(4, "PROTEST", 0, 1, 5, 1.5)]
    public void Harm_people_origins_and_registered_actors_weigh(int quad, string type, long people, int origins, int registered, double weight) =>
        Assert.Equal(weight, ReviewWeight.Important(new(0.5, quad, type, false, people, origins, registered)));

    [Fact]
    public void A_statement_weighs_less_than_a_deed_and_a_denial_more_than_a_remark()
    {
        var remark = ReviewWeight.Important(new(0.5, null, "say"));
        var denial = ReviewWeight.Important(new(0.5, null, "deny"));

        Assert.True(remark < denial && denial < ReviewWeight.Important(new(0.5, 4, "PROTEST")));
    }

    [Fact]
    public void More_of_anything_never_weighs_less() => Gen.Select(Gen.Long[0, 1_000_000], Gen.Int[1, 5000], Gen.Int[0, 5]).Sample((people, origins, registered) =>
    {
        var signs = new ReviewSigns(0.5, 3, "ACCUSE", false, people, origins, registered);
        var weight = ReviewWeight.Important(signs);
        return weight <= ReviewWeight.Important(signs with { People = people + 1 })
            && weight <= ReviewWeight.Important(signs with { Origins = origins + 1 })
            && weight <= ReviewWeight.Important(signs with { Registered = registered + 1 });
    });

    [Fact]
    public void Says_in_words_why() =>
        Assert.Equal(["read otherwise elsewhere", "even odds (0.50)", "3 people", "2 origins tell it", "a registered actor"], ReviewWeight.Why(Raid with { IsDisputed = true }));
}
