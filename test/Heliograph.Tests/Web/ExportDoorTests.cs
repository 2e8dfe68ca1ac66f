using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Heliograph.Exports;
using Heliograph.Store;
using Heliograph.Web;

namespace Heliograph.Tests.Web;

/// <summary>Entries in the formats that others load, and how large they will be.</summary>
[Collection(OneServer.Name)]
public class ExportDoorTests(Served served)
{
    public static TheoryData<string> Names => [.. Export.Formats.Select(format => format.Name)];

    [Fact]
    public async Task Lists_every_format_with_rows_bytes_and_where_it_is()
    {
        var rows = (await served.Get("/api/v1/exports?kind=event"))["exports"]!.AsArray();

        Assert.Equal(Export.Formats.Select(format => format.Name), rows.Select(row => (string)row!["name"]!));
        var csv = rows[2]!;
        Assert.Equal(("/ledger.csv?kind=event", "application/zip", ".zip", true), ((string)csv["link"]!, (string)csv["mediaType"]!, (string)csv["extension"]!, (bool)csv["exact"]!));
        Assert.Equal((long)(await served.Get("/api/v1/entries?kind=event&total=true"))["total"]!, (long)csv["rows"]!);
        Assert.Contains("rows, ", (string)csv["size"]!, StringComparison.Ordinal);
        Assert.Equal(0, (long)csv["leftOut"]!);
    }

    [Fact]
    public async Task Links_to_what_is_left_out_where_it_is_asked_for() =>
        Assert.Equal("/ledger.acled?kind=event&all=true", (string)(await served.Get("/api/v1/exports?all=true&kind=event"))["exports"]![8]!["link"]!);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Says_before_what_it_sends_then(string name)
    {
        using var before = await served.Send(HttpMethod.Head, $"/api/v1/entries.{name}?outlet=Harbour+Post");
        using var sent = await served.Send(HttpMethod.Get, $"/api/v1/entries.{name}?outlet=Harbour+Post");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, sent.StatusCode));
        foreach (var header in (string[])["X-Heliograph-Rows", "X-Heliograph-Bytes", "X-Heliograph-Exact", "Heliograph-Export"])
        {
            Assert.Equal(sent.Headers.GetValues(header).Single(), before.Headers.GetValues(header).Single());
        }

        Assert.Equal("true", before.Headers.GetValues("X-Heliograph-Exact").Single());
        Assert.Equal(sent.Content.Headers.ContentType?.MediaType, before.Content.Headers.ContentType?.MediaType);
        if (Export.Find(name)!.IsFolder) return; // packed
        var bytes = (await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        Assert.Equal((bytes, bytes.ToString(CultureInfo.InvariantCulture)), ((int)before.Content.Headers.ContentLength!, before.Headers.GetValues("X-Heliograph-Bytes").Single()));
    }

    [Fact]
    public async Task Sends_the_same_by_the_suffix_of_the_page()
    {
        var page = await served.Client.GetStringAsync("/ledger.jsonl?kind=event&sort=newest&after=00&view=map", TestContext.Current.CancellationToken);

        Assert.Equal(await served.Client.GetStringAsync("/api/v1/entries.jsonl?kind=event", TestContext.Current.CancellationToken), page);
        using var head = await served.Send(HttpMethod.Head, "/ledger.jsonl?kind=event");
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(page), head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Leads_a_feed_to_itself_to_its_page_and_to_the_page_of_each_entry()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var site = served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var feed = XDocument.Parse(await served.Client.GetStringAsync("/ledger.atom?kind=event&limit=5", TestContext.Current.CancellationToken)).Root!;

        Assert.Equal([($"{site}/ledger.atom?kind=event&limit=5", "self"), ($"{site}/ledger?kind=event", "alternate")], Links(feed));
        foreach (var entry in feed.Elements(atom + "entry"))
        {
            var page = Links(entry).Single(link => link.Relation == "alternate").Address;
            using var answer = await served.Client.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var json = await Feed("/api/v1/entries.jsonfeed?limit=1");
        Assert.Equal($"{site}/api/v1/entries.jsonfeed?limit=1", (string)json["feed_url"]!);
        Assert.StartsWith($"{site}/r/", (string)Assert.Single(json["items"]!.AsArray())!["url"]!, StringComparison.Ordinal);

        IEnumerable<(string Address, string Relation)> Links(XElement of) =>
            of.Elements(atom + "link").Select(link => (link.Attribute("href")!.Value, link.Attribute("rel")!.Value));
    }

    [Fact]
    public async Task Gives_a_feed_so_many_of_the_latest_since_a_day()
    {
        var all = (await Feed("/api/v1/entries.jsonfeed"))["items"]!.AsArray();
        var two = (await Feed("/api/v1/entries.jsonfeed?limit=2"))["items"]!.AsArray();
        var since = (await Feed("/api/v1/entries.jsonfeed?since=2031-05-03"))["items"]!.AsArray();

        Assert.Equal(2, two.Count);
        Assert.True(all.Count > 2);
        Assert.Equal((string)all[0]!["id"]!, (string)two[0]!["id"]!);
        Assert.Equal(all.Count(item => string.CompareOrdinal((string)item!["date_published"]!, "2031-05-03") >= 0), since.Count);
        Assert.InRange(since.Count, 1, all.Count - 1);
        Assert.Empty((await Feed("/api/v1/entries.jsonfeed?kind=mention"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Sends_what_one_actor_takes_part_in()
    {
        var actor = (string)JsonNode.Parse((await served.Client.GetStringAsync("/api/v1/entries.jsonl?kind=mention", TestContext.Current.CancellationToken)).Split('\n')[1])!["actor"]!;

        var entries = await served.Client.GetStringAsync($"/api/v1/actors/{Uri.EscapeDataString(actor)}/entries.jsonl", TestContext.Current.CancellationToken);

        Assert.Equal(await served.Client.GetStringAsync($"/api/v1/entries.jsonl?actor={Uri.EscapeDataString(actor)}", TestContext.Current.CancellationToken), entries);
        Assert.NotEmpty(entries);
        await served.Problem(HttpStatusCode.BadRequest, $"/api/v1/actors/{Uri.EscapeDataString(actor)}/entries.jsonl?actor=PAK");
    }

    [Theory]
    [InlineData(404, "/ledger.docx", "parquet")]
    [InlineData(400, "/ledger.csv?kind=rumour", "rumour")]
    [InlineData(400, "/api/v1/exports?colour=red", "colour")]
    [InlineData(400, "/ledger.atom?limit=0", "limit=0")]
    [InlineData(400, "/api/v1/entries.jsonfeed?limit=many", "limit=many")]
    [InlineData(400, "/ledger.atom?since=yesterday", "2031-05-02")]
    public async Task Says_what_was_found_expected_and_to_be_done(int status, string path, string says) =>
        Assert.Contains(says, (string)(await served.Problem((HttpStatusCode)status, path))["detail"]!, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "/ledger.csv")]
    [InlineData("?actor=PAK&type=ASSAULT", "/ledger.csv?actor=PAK&type=ASSAULT")]
    public void Knows_where_an_export_is(string query, string link) => Assert.Equal(link, LedgerExports.Link(Export.Find("csv")!, query));

    [Fact]
    public void Reads_each_report_of_the_filter_once()
    {
        var chosen = served.Ledger.Read(store => LedgerExports.Choose(store, new EntryFilter { Kinds = ["event"] }).ToList());

        Assert.Equal(chosen.Select(told => told.Report.Id).Distinct(), chosen.Select(told => told.Report.Id));
        Assert.All(chosen, told => Assert.All(told.Entries, entry => Assert.Equal("event", entry.Kind)));
        Assert.All(chosen, told => Assert.True(told.All.Length > told.Entries.Length));
    }

    private async Task<JsonNode> Feed(string path) => JsonNode.Parse(await served.Client.GetStringAsync(path, TestContext.Current.CancellationToken))!;
}
