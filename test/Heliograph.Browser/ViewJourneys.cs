using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>The ledger over time, as a network and as a map, in a browser.</summary>
[Collection(nameof(Looking))]
public class ViewJourneys(Site site)
{
    [Fact]
    public async Task The_timeline_goes_closer_by_keyboard_and_back_again()
    {
        var page = await site.Open("/ledger/timeline");
        var events = await page.Locator(".count b").TextContentAsync();
        var columns = page.Locator("a.column");
        await columns.First.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(columns.Last).ToBeFocusedAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("event");
        await Expect(page.Locator(".numbers tr.lit")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(columns.Last).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Lands("**/*from=*&until=*");
        await page.GoBackAsync();
        await Expect(page.Locator(".count b")).ToHaveTextAsync(events!);
    }

    [Fact]
    public async Task A_view_s_filter_goes_with_its_address_to_the_other_views()
    {
        var page = await site.Open("/ledger/timeline?kind=event");
        await page.GetByLabel("Key", new() { Exact = true }).GetByRole(AriaRole.Link, new() { Name = "verbal conflict" }).ClickAsync();
        await Expect(page.GetByLabel("Filters").GetByText("quad")).ToBeVisibleAsync();
        await page.GetByLabel("Views of the same filter").GetByRole(AriaRole.Link, new() { Name = "Table" }).ClickAsync();
        await page.Lands("**/ledger?*quad=3*");
        var shared = await site.Open(new Uri(page.Url).PathAndQuery);
        await Expect(shared.Locator(".count b")).ToHaveTextAsync((await page.Locator(".count b").TextContentAsync())!);
    }

    [Fact]
    public async Task The_network_is_drawn_and_told_in_tables()
    {
        var page = await site.Open("/ledger/network");
        await Expect(page.Locator("ledger-network[data-drawn]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".graph canvas").First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screens, "network-drawn-1440.png") });
        var count = await page.Locator("#pairs tbody tr a").First.TextContentAsync();
        await page.Locator("#pairs tbody tr a").First.ClickAsync();
        await Expect(page.Locator(".count b")).ToContainTextAsync(count + " entr");
    }

    [Fact]
    public async Task The_map_is_drawn_and_a_place_opens_its_entries()
    {
        var page = await Mapped("/ledger/map");
        await Expect(page.Locator("ledger-map[data-drawn]")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Expect(page.Locator(".spot").First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screens, "map-drawn-1440.png") });
        await page.GetByRole(AriaRole.Region, new() { Name = "Places" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator(".chosen h2")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "put away" }).ClickAsync();
        await Expect(page.Locator(".chosen")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/ledger/timeline", ".numbers tbody tr")]
    [InlineData("/ledger/network", "#pairs tbody tr")]
    [InlineData("/ledger/map", "#places tbody tr")]
    [InlineData("/ledger/export", "#formats tbody tr")]
    public async Task A_view_needs_no_script(string path, string rows)
    {
        var page = await Mapped(path, script: false);
        await Expect(page.Locator(rows).First).ToBeVisibleAsync();
        await page.Locator(rows).First.GetByRole(AriaRole.Link).First.WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    // The samples' places are invented, and no list knows where they are
    private async Task<IPage> Mapped(string path, bool script = true)
    {
        var page = await site.Open("/", script: script);
        var answer = await page.APIRequest.PostAsync("/api/v1/read?keep=true", new()
        {
            DataObject = new { text = "Ministers of Orvenna met rebels in Geneva on Monday. Rebels attacked Nairobi on Tuesday.", published = "2031-05-07", outlet = "Harbour Post" },
        });
        Assert.True(answer.Ok, answer.StatusText);
        await page.GotoAsync(path);
        return page;
    }
}
