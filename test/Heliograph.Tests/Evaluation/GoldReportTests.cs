using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

public class GoldReportTests
{
    private const string Text = "🙂 Ana Reyle said rain fell.";

    [Fact]
    public void Turns_code_points_into_code_units()
    {
        var gold = GoldReport.Read(
            """
            {"reference_date": "2031-03-04",
             "statements": [{"id": "s1", "source": [2, 11], "source_actor": "Ana Reyle", "cue": null, "content": [[17, 26]]}],
             "events": [{"id": "e1", "type": "ASSAULT", "accept": ["COERCE"], "actor": null, "trigger": [22, 26], "factuality": "alleged"}]}
            """,
            Text);

        Assert.Equal("Ana Reyle", gold.Statements[0].Source!.Value.In(Text));
        Assert.Equal("rain fell", gold.Statements[0].Content[0].In(Text));
        Assert.Null(gold.Statements[0].Cue);
        Assert.Equal("fell", gold.Events[0].Trigger.In(Text));
        Assert.Equal(["ASSAULT", "COERCE"], gold.Events[0].Types);
        Assert.Equal(new DateOnly(2031, 3, 4), gold.ReferenceDate);
    }

    [Theory]
    [InlineData("""{"events": [{"id": "e1", "type": "ASSAULT", "factuality": "happened"}]}""", "entry e1 has no trigger")]
    [InlineData("""{"statements": [{"id": "s1", "content": [[20, 90]]}]}""", "entry s1 has content [20, 90], expected [start, end] in code points inside the text of 27")]
    [InlineData("""{"statements": 3}""", "Compare the fields with docs/accuracy.md")]
    [InlineData("""{"statements": """, "Expected one JSON object")]
    public void Names_the_entry_and_the_field_that_cannot_be_read(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => GoldReport.Read(json, Text)).Message, StringComparison.Ordinal);
}
