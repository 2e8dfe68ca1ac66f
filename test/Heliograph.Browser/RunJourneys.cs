using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>What was read, in a browser.</summary>
public class RunJourneys(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_run_is_opened_by_the_keyboard_and_back_leads_to_the_list()
    {
        var page = await site.Open("/runs");
        var run = page.GetByRole(AriaRole.Link, new() { Name = "Run 1", Exact = true });
        await run.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run 1", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("entries found")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(run).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_days_of_reports_are_told_in_words_too()
    {
        var page = await site.Open("/runs", script: false);
        Assert.Contains("reports by day", await page.Locator(".days svg").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_run_has_nothing_to_be_compared_with()
    {
        var page = await site.Open("/runs/diff");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("expected two");
    }
}
