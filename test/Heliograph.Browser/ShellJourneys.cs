using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>What people do with the frame and the first page, in a browser.</summary>
public class ShellJourneys(Site site) : IClassFixture<Site>
{
    private const string Ledger = "/ledger?kind=event&kind=statement";

    [Fact]
    public async Task G_and_a_letter_go_to_a_place_and_a_question_mark_lists_the_keys()
    {
        var page = await site.Open("/");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("l");
        await page.WaitForURLAsync(url => url == site.Url + Ledger);
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Words", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("g"); // in a field it is a letter
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByLabel("Words", new() { Exact = true })).ToHaveValueAsync("gr");

        await page.GetByRole(AriaRole.Heading, new() { Name = "Ledger", Exact = true }).ClickAsync();
        await page.Keyboard.PressAsync("?");
        var keys = page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await Expect(keys).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(keys).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("r");
        await page.WaitForURLAsync(site.Url + "/runs");
    }

    [Fact]
    public async Task Parts_of_pages_can_be_swapped_under_the_strict_policy()
    {
        var page = await site.Open("/runs");
        var broken = new List<string>();
        page.Console += (_, line) => { if (line.Type == "error") broken.Add(line.Text); };
        await page.EvaluateAsync("""
            () => {
              document.querySelector("main").insertAdjacentHTML("beforeend", '<a id="part" href="/" hx-get="/" hx-select=".intro" hx-target="#main">part</a>');
              htmx.process(document.querySelector("main"));
            }
            """);
        await page.GetByRole(AriaRole.Link, new() { Name = "part", Exact = true }).ClickAsync();
        await Expect(page.Locator("main > .intro")).ToBeVisibleAsync();
        Assert.EndsWith("/runs", page.Url, StringComparison.Ordinal);
        Assert.Empty(broken);
    }

    [Fact]
    public async Task The_palette_finds_places_actors_reports_and_filters_by_keyboard_alone()
    {
        var page = await site.Open("/");
        await page.Keyboard.PressAsync("Control+k");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Find or go to" });
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("refused");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Runs" })).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(site.Url + "/runs");

        await page.GetByRole(AriaRole.Button, new() { Name = "Find or go to" }).ClickAsync();
        await field.FillAsync("Pakistan");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Search the ledger" })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Option).First).Not.ToContainTextAsync("Search the ledger"); // actors have come
        var chosen = await field.GetAttributeAsync("aria-activedescendant");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.NotEqual(chosen, await field.GetAttributeAsync("aria-activedescendant"));
        await Expect(page.Locator("#" + await field.GetAttributeAsync("aria-activedescendant"))).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+k");
        await field.FillAsync("type=ASSAULT country=\"XYZ\" old bridge");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url == site.Url + "/ledger?type=ASSAULT&country=XYZ&text=old+bridge&kind=event&kind=statement");
    }

    [Fact]
    public async Task A_report_is_found_by_its_title()
    {
        var page = await site.Open("/runs");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("brennick");
        await page.GetByRole(AriaRole.Option, new() { Name = "report" }).First.ClickAsync();
        await page.WaitForURLAsync(site.Url + "/d/*");
    }
}
