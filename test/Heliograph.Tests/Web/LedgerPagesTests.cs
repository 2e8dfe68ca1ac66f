using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Cli;
using Heliograph.Web.Pages;
using Heliograph.Web.Pages.Entries;

namespace Heliograph.Tests.Web;

/// <summary>The pages of the ledger and of its runs, over the real server.</summary>
public class LedgerPagesTests(Served served) : IClassFixture<Served>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_tells_the_entry_and_opens_to_its_words()
    {
        var page = await Page("/ledger?kind=event&report=one");
        var row = Assert.Single(page.QuerySelectorAll(".entry"));

        Assert.Contains("Belmere", row.QuerySelector(".row .party")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fell", row.QuerySelector(".row .did")!.TextContent);
        Assert.Equal("Mara (said)", row.QuerySelector(".row .by")!.TextContent);
        Assert.Equal("happened", row.QuerySelector(".row .state.reported")!.TextContent);
        Assert.Equal("fell", row.QuerySelector(".passage mark.did")!.TextContent);
        var link = row.QuerySelector(".ways a")!.GetAttribute("href")!;
        Assert.NotNull((await Page(link)).QuerySelector(link[link.IndexOf('#', StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task A_row_tells_how_many_origins_stand_behind_it()
    {
        var found = new FoundEntry(MarkedTextTests.Report, MarkedTextTests.Fell(), "2031-05-02");
        EntryText words = new(found.Report, [found.Entry], Passages.Paragraphs(found.Report.Text));
        var page = new HtmlParser().ParseDocument(await new PageAnswer<LedgerPage>(new()
        {
            [nameof(LedgerPage.Address)] = LedgerAddress.Of(""),
            [nameof(LedgerPage.View)] = new LedgerView([new(found, words) { Origins = 3 }, new(found, words)], 2, null, [], []),
            [nameof(LedgerPage.Visitor)] = new Visitor("0", true, true, null),
        }).Render());

        Assert.Equal(["3 origins", ""], page.QuerySelectorAll(".entry .row .origins").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(page.QuerySelectorAll(".row.head > span").Length, page.QuerySelectorAll(".entry > .row")[0].Children.Length);
    }

    [Fact]
    public async Task Every_choice_leads_to_as_many_entries_as_it_says()
    {
        var choices = (await Page("/ledger?kind=event&kind=statement")).QuerySelectorAll(".facets a");

        Assert.NotEmpty(choices);
        foreach (var choice in choices)
        {
            var narrowed = await Page(choice.GetAttribute("href")!);
            Assert.StartsWith(choice.QuerySelector("span")!.TextContent + " entr", narrowed.QuerySelector(".count b")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(narrowed.QuerySelector(".facets a[aria-current=true]"));
            Assert.NotEmpty(narrowed.QuerySelectorAll(".chips a"));
        }
    }

    [Fact]
    public async Task A_chip_drops_its_filter_and_a_search_keeps_the_others()
    {
        var page = await Page("/ledger?kind=event&type=RETREAT&text=fell");

        Assert.Contains("/ledger?kind=event&text=fell", page.QuerySelectorAll(".chips a").Select(chip => chip.GetAttribute("href")));
        Assert.Equal(["event", "RETREAT"], page.QuerySelectorAll("form input[type=hidden]").Select(field => field.GetAttribute("value")));
        Assert.Equal("fell", page.QuerySelector("#text")!.GetAttribute("value"));
        Assert.Equal("/api/v1/entries?kind=event&type=RETREAT&text=fell", page.QuerySelectorAll(".count a")[^1].GetAttribute("href"));
    }

    [Fact]
    public async Task Where_nothing_is_left_it_says_which_filter_to_drop()
    {
        var page = await Page("/ledger?kind=event&type=RETREAT&country=XYZ");
        var drops = page.QuerySelectorAll(".notice li").Select(drop => drop.TextContent.Trim()).ToList();

        Assert.Empty(page.QuerySelectorAll(".entry"));
        Assert.Equal(3, drops.Count);
        Assert.Contains("drop country: XYZ: 3 entries", drops);
        Assert.Contains("drop type: RETREAT: 0 entries", drops);
    }

    [Fact]
    public async Task Empty_fields_of_a_form_leave_the_address()
    {
        using var response = await served.Send(HttpMethod.Get, "/ledger?kind=event&text=&actor=&from=");

        Assert.Equal("/ledger?kind=event", response.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Theory]
    [InlineData("/ledger?kind=nonsense", "mention, statement or event")]
    [InlineData("/ledger?%3Cscript%3E=1", "no such key")]
    [InlineData("/ledger?after=nonsense", "nonsense")]
    public async Task An_address_that_is_not_understood_says_why(string path, string reason)
    {
        using var response = await served.Send(HttpMethod.Get, path);
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(reason, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_loss_and_show_hostile_reports_as_text()
    {
        await using var many = new Served();
        await many.InitializeAsync();
        using (var store = LedgerStore.Open(many.Place))
        {
            for (var i = 0; i < 60; i++)
            {
                var report = new Report($"<script>alert({i})</script> said \u202E{new string('x', 2000)}{i}{new string('\u0301', 500)} fell")
                {
                    Input = $"hostile{i}",
                    Title = "<img src=x onerror=alert(1)>",
                    Outlet = "<b>Post",
                    Published = new(2031, 7, 1),
                };
                store.Append(report, Simple.Stages.Read(report).Entries, "test");
            }
        }

        var seen = new HashSet<string>();
        for (var next = "/ledger?kind=event"; next is not null;)
        {
            var html = await many.Client.GetStringAsync(next, Stop);
            var page = new HtmlParser().ParseDocument(html);
            Assert.True(html.Length < 300_000, $"{html.Length}");
            Assert.Empty(page.QuerySelectorAll("main script, main img, .outlet b"));
            Assert.DoesNotContain('\u202E', html);
            Assert.All(page.QuerySelectorAll(".entry .ways a[href^='/d/']"), link => Assert.True(seen.Add(link.GetAttribute("href")!)));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(63, seen.Count);
    }

    private async Task<IHtmlDocument> Page(string path) => new HtmlParser().ParseDocument(await served.Client.GetStringAsync(path, Stop));
}
