using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Heliograph.Ledger;
using Heliograph.Tests.Ledger;

namespace Heliograph.Tests.Exports;

/// <summary>The published schema of the ledger's lines, <c>docs/schema/ledger.schema.json</c>.</summary>
public class LedgerSchemaTests
{
    private static readonly JsonSchema Schema = new(JsonDocument.Parse(File.ReadAllText(SchemaFile())).RootElement);

    [Fact]
    public void Describes_every_line_that_is_written()
    {
        var (report, _, entries) = Invented.Ledger();

        foreach (var line in Exported.As("jsonl", all: true).Lines().Concat(EntryJsonTests.Lines(report, entries).Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            Assert.Empty(Schema.Complaints(JsonDocument.Parse(line).RootElement));
        }
    }

    [Fact]
    public void Describes_the_most_that_a_line_can_hold()
    {
        var told = InventedLedger.All[0];
        var words = ((MentionEntry)told.Entries[0]).Words;
        var full = ((EventEntry)told.Entries[1]) with
        {
            Injured = new(null, 3, words),
            Arrested = new(1, 1, words),
            Displaced = new(0, 5, words),
            Likelihood = new(words, null, null, null),
            Review = new("changed", "Ann", default, [("type", "COERCE")]),
        };
        var statement = ((StatementEntry)told.Entries[3]) with { Venue = words, Time = new(words, null), Polarity = "not said" };

        foreach (var line in Exported.As("jsonl", reports: [new(told.Report with { NotArticle = [new(0, 3)] }, [full, statement])]).Lines())
        {
            Assert.Empty(Schema.Complaints(JsonDocument.Parse(line).RootElement));
        }
    }

    [Theory]
    [InlineData("\"kind\":\"event\"", "\"kind\":\"rumour\"")]
    [InlineData("\"type\":\"ASSAULT\"", "\"type\":\"BOTHER\"")]
    [InlineData("\"cameo\":\"194\"", "\"cameo\":194")]
    [InlineData("\"factuality\":\"happened\",", "")]
    [InlineData("\"spans\":[[58,65]]", "\"spans\":[]")]
    [InlineData("\"spans\":[[58,65]]", "\"spans\":[[58]]")]
    [InlineData("\"confidence\":0.83", "\"confidence\":83")]
    [InlineData("\"rule\":\"shell.verb\"", "\"verdict\":\"true\"")]
    public void Refuses_what_is_no_line(string good, string bad)
    {
        var line = Exported.As("jsonl").Lines().First(line => line.Contains("shell.verb", StringComparison.Ordinal));
        Assert.Contains(good, line, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Complaints(JsonDocument.Parse(Encoding.UTF8.GetBytes(line.Replace(good, bad, StringComparison.Ordinal))).RootElement));
    }

    private static string SchemaFile([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(thisFile, "../../../../docs/schema/ledger.schema.json"));
}
