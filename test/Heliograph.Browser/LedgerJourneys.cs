using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>The ledger's table in a browser.</summary>
[Collection(nameof(Looking))]
public class LedgerJourneys(Site site)
{
    [Fact]
    public async Task Keys_go_from_entry_to_entry_open_one_and_show_the_formats()
    {
        var page = await site.Open(Screens.Ledger);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".entry summary").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("o");
        await Expect(page.Locator(".entry").Nth(1).Locator(".passage")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("o");
        await Expect(page.Locator(".entry").Nth(1).Locator(".passage")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".entry summary").Nth(0)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#export").GetByRole(AriaRole.Link, new() { Name = "Download as csv" })).ToBeVisibleAsync();
        Assert.EndsWith(Screens.Ledger, page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#export")).ToBeEmptyAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Words" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_page_s_keys_are_in_the_dialog()
    {
        var page = await site.Open(Screens.Ledger);
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("next, previous entry");
    }

    [Fact]
    public async Task A_format_is_downloaded_with_the_filter_of_the_page()
    {
        var page = await site.Open("/ledger/export?kind=event", script: false);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download as jsonl" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains(lines, line => line.Contains("\"kind\":\"event\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("\"kind\":\"mention\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_in_a_row_leads_to_its_dossier()
    {
        var page = await site.Open(Screens.Ledger);
        await page.Locator(".entry .row a[href^='/a/']").First.ClickAsync();
        await page.Lands("**/a/**");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_row_opens_in_place_by_its_own_button_with_script_and_without(bool script)
    {
        var page = await site.Open(Screens.Ledger, width: 320, script: script);
        var entry = page.Locator(".entry").First;
        await entry.Locator("summary").ClickAsync();
        await Expect(entry.Locator(".passage")).ToBeVisibleAsync();
        await entry.Locator("summary").PressAsync("Enter");
        await Expect(entry.Locator(".passage")).ToBeHiddenAsync();
        if (!script) return;
        await entry.Locator(".row .did").ClickAsync(); // anywhere on the row
        await Expect(entry.Locator(".passage")).ToBeVisibleAsync();
        Assert.EndsWith(Screens.Ledger, page.Url, StringComparison.Ordinal);
    }
}
