using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>From a row of the ledger to who is in it, to a pair, to the words.</summary>
[Collection(nameof(Looking))]
public class DossierJourneys(Site site)
{
    private const string Acts = "/ledger?kind=event&type=ASSAULT";

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_row_leads_to_the_dossier_to_the_pair_to_the_evidence(bool script)
    {
        var page = await site.Open(Acts, script: script);
        var row = page.GetByLabel("Entries", new() { Exact = true }).Locator(".entry:has(a[href^='/a/'] + a[href^='/a/'])").First;
        await row.Locator("summary").First.ClickAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "dossier:" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Acts over time" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "pair with" }).First.ClickAsync();
        await Expect(page.GetByText("Dossier of a pair")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "evidence:" }).First.ClickAsync();
        await Expect(page.Locator(".card:target")).ToBeVisibleAsync();
        Assert.Contains("/d/", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_time_is_an_address_that_the_back_button_restores()
    {
        var page = await site.Open("/a/:GOV");
        var all = await page.Locator(".sums").InnerTextAsync();
        await page.GetByLabel("Until before").FillAsync("1990-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Narrow" }).ClickAsync();
        await page.Lands("**/a/:GOV?*until=1990-01-01");
        await Expect(page.GetByText("holds nothing of it before 1990-01-01")).ToBeVisibleAsync();
        await page.GoBackAsync();
        Assert.Equal(all, await page.Locator(".sums").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_finds_an_actor_and_opens_the_numbers_of_its_strip()
    {
        var page = await site.Open("/a");
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("Menzies");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Robert Menzies", Exact = true })).ToBeVisibleAsync();

        await page.GotoAsync("/a/:GOV");
        var numbers = page.Locator("details.behind summary").First;
        await numbers.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("details.behind table").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Lands("**/ledger?*");
        await Expect(page.Locator(".entry").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_code_nobody_has_leads_on()
    {
        var page = await site.Open("/a/robert-menzie", guarded: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Robert Menzies", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the register knows" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_dossier_prints_as_a_brief_of_two_pages()
    {
        var page = await site.Open("/a/:GOV");
        var paper = await page.PdfAsync(new() { Format = "A4", Path = Path.Combine(Site.Screens, "dossier.pdf") });
        var pages = System.Text.Encoding.Latin1.GetString(paper).Split("/Type /Page\n").Length - 1;
        Assert.InRange(pages, 1, 2);
        await page.Context.CloseAsync();
    }
}
