using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Store;
using Heliograph.Tests.Store;

namespace Heliograph.Tests.Web;

/// <summary>The views of the ledger and the doors that feed them, over the real server.</summary>
public class ViewPagesTests(ViewPagesTests.Affair affair) : IClassFixture<ViewPagesTests.Affair>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timeline_draws_and_numbers_the_same_events()
    {
        var page = await Page("/ledger/timeline?by=NOR&from=2031-05-01&until=2031-06-01");

        Assert.StartsWith("3 events by day", page.QuerySelector(".count b")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["bar q4 observed", "bar q4 denied"], page.QuerySelectorAll(".chart path.bar").Select(bar => bar.ClassName));
        Assert.Equal(
            ["3 May 2031: 1 event: material conflict 1 (1 observed)", "4 May 2031: 2 events: material conflict 2 (1 observed, 1 denied)"],
            page.QuerySelectorAll(".chart a.column").Select(column => column.GetAttribute("aria-label")));
        Assert.Equal(["1", "2"], page.QuerySelectorAll(".numbers tbody td b").Select(cell => cell.TextContent));
        Assert.Equal("/ledger?by=NOR&kind=event&from=2031-05-04&until=2031-05-05", page.QuerySelectorAll(".numbers tbody a")[1].GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("[style], main script"));
    }

    [Fact]
    public async Task The_key_narrows_to_a_class_or_a_standing_with_as_many_events_as_it_says()
    {
        var page = await Page("/ledger/timeline?from=2031-05-01&actor=NOR&actor=EST");
        var links = page.QuerySelectorAll(".key thead a").Select(link => link.GetAttribute("href")!).ToList();

        foreach (var (link, count) in links.Zip([2, 1, 1, 1]))
        {
            Assert.StartsWith($"{count} event", (await Page(link)).QuerySelector(".count b")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_timeline_s_door_says_the_same()
    {
        var timeline = await affair.Server.Get("/api/v1/timeline?by=NOR&from=2031-05-01&until=2031-06-01");

        Assert.Equal("day", (string)timeline["step"]!);
        Assert.Equal("""{"from":"2031-05-04","until":"2031-05-05","events":2,"observed":[0,0,0,1],"declared":[0,0,0,0],"alleged":[0,0,0,0],"denied":[0,0,0,1]}""",
            timeline["columns"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task A_network_tells_pairs_and_actors_in_tables()
    {
        var page = await Page("/ledger/network?from=2031-05-01");
        var pair = page.QuerySelector("#pairs tbody tr")!;

        Assert.Equal(["Norland", "Estmark", "3", "", "", "", "3"], pair.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["conflict", "cooperation"], page.QuerySelectorAll("#pairs tbody tr").Select(row => row.GetAttribute("data-mostly")));
        Assert.Equal("/ledger?from=2031-05-01&kind=event&by=NOR&to=EST", pair.QuerySelector("a")!.GetAttribute("href"));
        Assert.StartsWith("3 entries", (await Page(pair.QuerySelector("a")!.GetAttribute("href")!)).QuerySelector(".count b")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/a/EST", "/a/NOR"], page.QuerySelectorAll("#actors tbody th a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_network_s_door_says_the_same()
    {
        var network = await affair.Server.Get("/api/v1/network?by=NOR");

        Assert.Equal("""{"by":"NOR","to":"EST","events":3,"classes":[0,0,0,3]}""", Assert.Single(network["pairs"]!.AsArray())!.ToJsonString());
        Assert.Equal(["EST", "NOR"], network["actors"]!.AsArray().Select(actor => (string)actor!["id"]!));
    }

    [Fact]
    public async Task A_map_is_a_table_of_places_and_its_page_alone_may_start_a_worker()
    {
        using var response = await affair.Server.Send(HttpMethod.Get, "/ledger/map?by=NOR");
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Stop));

        Assert.Equal(["Port Vesna", "EST", "city", "2", "2"], page.QuerySelector("#places tbody tr")!.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["20.25,10.5", "20.25,-3.25"], page.QuerySelectorAll("#places tbody tr").Select(row => row.GetAttribute("data-at")));
        Assert.Contains("as Natural Earth draws them", page.QuerySelector(".drawn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("worker-src 'self'", string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var other = await affair.Server.Send(HttpMethod.Get, "/ledger/network");
        using var thread = await affair.Server.Send(HttpMethod.Get, "/assets/map-worker.js");
        Assert.Equal("default-src 'none'; connect-src 'self'", Assert.Single(thread.Headers.GetValues("Content-Security-Policy"))); // it fetches the land by itself
        Assert.DoesNotContain("worker-src", string.Join(' ', other.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_chosen_lists_its_entries_beside_the_others()
    {
        var page = await Page((await Page("/ledger/map")).QuerySelector("#places tbody a")!.GetAttribute("href")!);

        Assert.NotNull(page.QuerySelector(".chosen h2"));
        Assert.Equal(2, page.QuerySelectorAll("#places tbody tr").Length);
        Assert.Single(page.QuerySelectorAll("#places tr.lit"));
        Assert.Equal("/ledger/map", page.QuerySelectorAll(".chosen .ways a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task The_map_s_door_says_the_same()
    {
        var places = (await affair.Server.Get("/api/v1/places?by=NOR"))["places"]!.AsArray();

        Assert.Equal("""{"name":"Port Vesna","country":"EST","precision":"city","latitude":10.5,"longitude":20.25,"events":2,"conflicts":2}""", places[0]!.ToJsonString());
    }

    [Fact]
    public async Task Formats_are_told_with_rows_and_bytes_before_they_are_had()
    {
        var page = await Page("/ledger/export?by=NOR&sort=oldest");
        var row = page.QuerySelectorAll("#formats tbody tr").First(row => row.QuerySelector("th")!.TextContent == "jsonl");
        using var file = await affair.Server.Send(HttpMethod.Get, row.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Equal("/ledger.jsonl?by=NOR", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("3", row.Children[2].TextContent);
        Assert.Equal(Heliograph.Exports.ExportSize.Size((await file.Content.ReadAsByteArrayAsync(Stop)).Length), row.Children[3].TextContent);
        Assert.Equal("#formats", (await Page("/ledger?by=NOR")).QuerySelector("[data-export]")!.GetAttribute("hx-select"));
    }

    [Fact]
    public async Task Rows_lead_to_dossiers_and_are_sorted_as_the_page_says()
    {
        var page = await Page("/ledger?kind=event&by=NOR&sort=oldest");

        Assert.Empty(page.QuerySelectorAll("summary a")); // a link within what opens is none for those who listen
        Assert.Equal(["/a/NOR", "/a/EST"], page.QuerySelector(".entry")!.QuerySelectorAll(".row a").Select(link => link.GetAttribute("href")));
        Assert.StartsWith("Words of ", page.QuerySelector(".entry summary")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["/a/NOR", "/a/EST"], page.QuerySelector(".entry")!.QuerySelectorAll(".ways a[href^='/a/']").Select(link => link.GetAttribute("href")));
        Assert.Equal("oldest first", page.QuerySelector(".sorts a[aria-current=true]")!.TextContent);
        Assert.Equal(["2031-05-03", "2031-05-04", "2031-05-04"], page.QuerySelectorAll(".entry .when").Select(day => day.TextContent));
    }

    [Theory]
    [InlineData("/ledger/timeline?type=AID")]
    [InlineData("/ledger/network?type=AID")]
    [InlineData("/ledger/map?type=AID")]
    public async Task A_view_of_nothing_says_which_filter_to_drop(string path)
    {
        var page = await Page(path);

        Assert.Equal("drop type: AID", page.QuerySelector(".notice li")!.TextContent.Trim());
        Assert.Equal(path[..path.IndexOf('?', StringComparison.Ordinal)], page.QuerySelector(".notice li a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/ledger/timeline")]
    [InlineData("/ledger/network")]
    [InlineData("/ledger/map")]
    [InlineData("/ledger/export")]
    public async Task A_view_keeps_the_filter_on_the_way_to_the_others(string path)
    {
        var page = await Page(path + "?by=NOR&by=EST&text=Estmark");

        Assert.Contains("/ledger?by=NOR&by=EST&text=Estmark", page.QuerySelectorAll(".views a").Select(link => link.GetAttribute("href")));
        Assert.Equal(path, page.QuerySelector(".views a[aria-current=page]")!.GetAttribute("href")!.Split('?')[0]);
        Assert.Equal(["EST"], page.QuerySelectorAll(".search input[type=hidden]").Select(field => field.GetAttribute("value")));
        Assert.Equal("NOR", page.QuerySelector("#by")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Doors_of_views_say_what_is_wrong_with_a_filter()
    {
        await affair.Server.Problem(HttpStatusCode.BadRequest, "/api/v1/timeline?quad=7");
        await affair.Server.Problem(HttpStatusCode.BadRequest, "/api/v1/network?nonsense=1");
    }

    private async Task<IHtmlDocument> Page(string path) => new HtmlParser().ParseDocument(await affair.Server.Client.GetStringAsync(path, Stop));

    /// <summary>A server over events between invented countries.</summary>
    public sealed class Affair : IAsyncLifetime
    {
        public Served Server { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            using var ledger = LedgerStore.Open(Server.Place);
            Affairs.Append(ledger);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
