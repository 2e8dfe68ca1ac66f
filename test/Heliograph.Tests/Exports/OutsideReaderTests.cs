using System.ServiceModel.Syndication;
using System.Xml;

namespace Heliograph.Tests.Exports;

/// <summary>What others wrote reads what we write. The JSON of STIX, PROV and Web Annotations is checked by hand: see docs/exports.md.</summary>
public sealed class OutsideReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("csv", "reports.csv", 9, true), InlineData("csv", "mentions.csv", 11, true), InlineData("csv", "statements.csv", 30, true), InlineData("csv", "events.csv", 54, true)]
    [InlineData("acled", "acled-shaped.csv", 31, true)]
    public void Is_read_by_DuckDB_that_finds_out_the_rest_itself(string format, string file, int columns, bool hasHeader)
    {
        var place = Written(format, file);

        Assert.Equal([$"{columns}"], DuckDb.Rows($"SELECT count(*) FROM (DESCRIBE SELECT * FROM '{place}')"));
        Assert.Equal([$"{File.ReadLines(place).Count() - (hasHeader ? 1 : 0)}"], DuckDb.Rows($"SELECT count(*) FROM '{place}'"));
    }

    [Theory]
    [InlineData("tsv", "reports.tsv", 9, true), InlineData("tsv", "mentions.tsv", 11, true), InlineData("tsv", "statements.tsv", 30, true), InlineData("tsv", "events.tsv", 54, true)]
    [InlineData("polecat", "polecat.txt", 40, true), InlineData("gdelt", "heliograph.export.CSV", 61, false), InlineData("gdelt", "heliograph.mentions.CSV", 16, false)]
    public void Is_read_by_DuckDB_as_a_table_with_tabs_and_without_quotation_marks(string format, string file, int columns, bool hasHeader)
    {
        var place = Written(format, file);
        var table = $"read_csv('{place}', delim = '\t', quote = '', escape = '', header = {hasHeader}, all_varchar = true)";

        Assert.Equal([$"{columns}"], DuckDb.Rows($"SELECT count(*) FROM (DESCRIBE SELECT * FROM {table})"));
        Assert.Equal([$"{File.ReadLines(place).Count() - (hasHeader ? 1 : 0)}"], DuckDb.Rows($"SELECT count(*) FROM {table}"));
    }

    [Theory]
    [InlineData("jsonl", "ledger.jsonl"), InlineData("json", "ledger.json"), InlineData("plover", "plover.json")]
    public void Is_read_by_DuckDB_as_objects(string format, string file)
    {
        var place = Written(format, file);
        var count = format == "plover" ? Exported.As(format, all: true).Counts.Written : Exported.As("jsonl", all: true).Lines().Length;

        Assert.Equal([$"{count}"], DuckDb.Rows($"SELECT count(*) FROM read_json('{place}')"));
    }

    [Fact]
    public void Is_read_by_dotnets_reader_of_feeds()
    {
        using var xml = XmlReader.Create(new StringReader(Exported.As("atom").Text()));

        var feed = SyndicationFeed.Load(xml);

        Assert.Equal(Exported.As("atom").Counts.Written, feed.Items.Count());
        Assert.Equal(new(2031, 6, 2, 0, 0, 0, TimeSpan.Zero), feed.LastUpdatedTime);
        Assert.Equal(feed.Items.Count(), feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.All(feed.Items, item =>
        {
            Assert.NotEmpty(item.Title.Text);
            Assert.NotEmpty(Assert.IsType<TextSyndicationContent>(item.Content).Text);
            Assert.NotEmpty(Assert.Single(item.Authors).Name);
            Assert.All(item.Links, link => Assert.True(link.Uri.IsAbsoluteUri));
        });
    }

    private string Written(string format, string file)
    {
        var place = Path.Combine(_folder, file);
        File.WriteAllBytes(place, Exported.As(format, all: true).Files[file]);
        return place;
    }
}
