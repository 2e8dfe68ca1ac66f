using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Tests.Ledger;

public class EvidenceTests
{
    private static readonly Report Report = new("They 🚀 said.") { Input = "a" };

    [Theory]
    [InlineData(3, 3)]   // empty
    [InlineData(5, 14)]  // past the text, which has 13 code units
    [InlineData(5, 6)]   // half of the rocket
    [InlineData(6, 8)]   // the other half
    public void Refuses_what_are_no_words_of_the_report(int start, int end)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Evidence(Report, [new(start, end)]));

        Assert.Contains(Report.Id, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_no_span_at_all() => Assert.Throws<ArgumentException>(() => new Evidence(Report, []));

    [Fact]
    public void Refuses_spans_out_of_order() =>
        Assert.Throws<ArgumentException>(() => new Evidence(Report, [new(8, 12), new(0, 4)]));

    [Fact]
    public void Shows_that_words_stand_apart() =>
        Assert.Equal("They … said", new Evidence(Report, [new(0, 4), new(8, 12)]).In(Report.Text));
}
