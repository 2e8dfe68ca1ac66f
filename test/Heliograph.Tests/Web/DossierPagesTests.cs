using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Store;
using Heliograph.Tests.Store;

namespace Heliograph.Tests.Web;

/// <summary>The pages of dossiers, over the real server.</summary>
public sealed class DossierPagesTests : IClassFixture<Served>
{
    private readonly Served _served;

    public DossierPagesTests(Served served)
    {
        _served = served;
        using var store = LedgerStore.Open(served.Place);
        store.Append(LedgerDossierTests.Report, LedgerDossierTests.Entries(), "test"); // changes nothing the second time
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_number_leads_to_as_many_rows()
    {
        foreach (var path in (string[])["/a/KRV:MIL", "/a/belmere-council", "/pair?a=KRV:MIL&b=BEL", "/a/belmere-council?from=2031-05-01"])
        {
            var page = await Page(path);
            var links = page.QuerySelectorAll("main a[href^='/ledger']").Where(link => long.TryParse(link.TextContent.Split(' ')[0], out _)).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                var count = (await Page(link.GetAttribute("href")!)).QuerySelector(".count b")!.TextContent;
                Assert.True(count.StartsWith(link.TextContent.Split(' ')[0] + " ", StringComparison.Ordinal), $"{path}: {link.TextContent} at {link.GetAttribute("href")} finds {count}");
            }
        }
    }

    [Fact]
    public async Task Keeps_the_four_classes_apart_and_leaves_gaps_where_nothing_is_told()
    {
        var strip = (await Page("/a/belmere-council")).QuerySelectorAll(".strip")[1];

        Assert.Equal(["observed", "alleged", "declared", "denied"], strip.QuerySelectorAll(".lane .class b").Select(name => name.TextContent));
        Assert.Equal(["url(#p-asserted-conf)", "url(#p-reported-conf)"], strip.QuerySelectorAll(".lane rect").Select(bar => bar.GetAttribute("fill")));
        Assert.All(strip.QuerySelectorAll(".lane svg"), lane => Assert.Equal(2, lane.QuerySelectorAll(".base").Length));
        Assert.Equal(["2031-04", "2031-05"], strip.QuerySelectorAll("tbody th").Select(month => month.TextContent));
    }

    [Fact]
    public async Task Words_and_names_lead_to_their_evidence_and_names_to_their_correction()
    {
        var page = await Page("/a/mara-lind");

        Assert.Equal("Mara Lind", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Korvan guns shelled", page.QuerySelector(".words blockquote")!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll(".names tbody tr").ToList();
        Assert.Equal(["Mara Lind|name|alias \"M. Lind\"|1", "She|pronoun|pronoun|1"], rows.Select(row => string.Join('|', row.Children.Take(4).Select(cell => cell.TextContent))));
        Assert.Equal("/review?entry=0000000000000000000000000000000a", rows[0].QuerySelector("td:last-child a")!.GetAttribute("href"));
        foreach (var link in page.QuerySelectorAll("a[href^='/r/']"))
        {
            using var evidence = await _served.Send(HttpMethod.Get, link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, evidence.StatusCode);
        }
    }

    [Fact]
    public async Task A_place_stands_on_the_map_and_in_the_list()
    {
        var page = await Page("/a/KRV:MIL");

        Assert.Equal("Belmere: 2 events", page.QuerySelector(".world circle title")!.TextContent);
        Assert.Equal("Belmere", page.QuerySelector(".places tbody th")!.TextContent);
        Assert.StartsWith("M", page.QuerySelector(".world .land")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_stand_in_the_drawing_by_the_numbers_of_the_table()
    {
        var page = await Page("/a/KRV:MIL");

        Assert.Equal(page.QuerySelectorAll(".partners tbody tr").Select(row => row.FirstElementChild!.TextContent), page.QuerySelectorAll(".ego .number").Select(number => number.TextContent));
        Assert.Equal("/pair?a=KRV:MIL&b=belmere-council", page.QuerySelector(".ego a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_actor_without_entries_shows_what_the_register_knows()
    {
        var page = await Page("/a/robert-menzies");

        Assert.Contains("holds nothing of it", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("prime minister", page.QuerySelector("#register")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_says_what_it_takes_in()
    {
        Assert.Contains("rebels", (await Page("/a/AFG:REB")).QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("of whatever country", (await Page("/a/:REB")).QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/robert-menzie", HttpStatusCode.NotFound, "robert-menzies")]
    [InlineData("/a/%3Cscript%3E", HttpStatusCode.NotFound, "No such actor")]
    [InlineData("/a/PAK?from=yesterday", HttpStatusCode.BadRequest, "yesterday")]
    [InlineData("/a/PAK?said=nonsense", HttpStatusCode.BadRequest, "nonsense")]
    [InlineData("/pair?a=PAK", HttpStatusCode.BadRequest, "b=")]
    public async Task What_is_not_there_or_not_understood_is_told_in_words(string path, HttpStatusCode status, string words)
    {
        using var response = await _served.Send(HttpMethod.Get, path);
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_finds_actors_of_the_register_and_of_single_reports()
    {
        Assert.Contains("/a/robert-menzies", (await Page("/a?name=Menzies")).QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/a/local:7", (await Page("/a?name=harbour")).QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task An_id_with_a_slash_is_found_escaped_or_not()
    {
        using var plain = await _served.Send(HttpMethod.Get, "/a/AUS/prime-minister");
        using var escaped = await _served.Send(HttpMethod.Get, "/a/AUS%2Fprime-minister");

        Assert.Equal(plain.StatusCode, escaped.StatusCode);
    }

    [Fact]
    public async Task A_citation_names_filter_state_version_and_day()
    {
        var cite = (await Page("/a/mara-lind?from=2031-05-01")).QuerySelector(".cite")!.TextContent;

        Assert.Contains("from 2031-05-01 on", cite, StringComparison.Ordinal);
        Assert.Contains("Heliograph 1.2.3 on 2031-06-01", cite, StringComparison.Ordinal);
        Assert.Contains("/a/mara-lind?from=2031-05-01", cite, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_comes_as_JSON()
    {
        var dossier = await _served.Get("/api/v1/actors/KRV:MIL/dossier?from=2031-05-01");
        Assert.Equal("alleged", (string)Assert.Single(dossier["given"]!.AsArray())!["class"]!);
        Assert.Contains("belmere-council", dossier["to"]!.AsArray().Select(one => (string)one!["key"]!));
        Assert.Equal("Belmere", (string)dossier["places"]![0]!["name"]!);
        Assert.Equal("alias \"M. Lind\"", (string)(await _served.Get("/api/v1/actors/mara-lind/dossier"))["names"]![0]!["why"]!);

        var pair = await _served.Get("/api/v1/pairs?a=KRV&b=belmere-council");
        Assert.Equal((2, 0), (pair["there"]!.AsArray().Count, pair["back"]!.AsArray().Count));
        await _served.Problem(HttpStatusCode.NotFound, "/api/v1/actors/nobody-at-all/dossier");
        await _served.Problem(HttpStatusCode.BadRequest, "/api/v1/pairs?a=KRV");
        await _served.Problem(HttpStatusCode.BadRequest, "/api/v1/actors/KRV/dossier?from=yesterday");
    }

    private async Task<IHtmlDocument> Page(string path) => new HtmlParser().ParseDocument(await _served.Client.GetStringAsync(path, Stop));
}
