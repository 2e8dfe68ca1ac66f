using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>What people do, in a browser.</summary>
public class Journeys(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_pasted_text_is_read_and_an_entry_leads_to_its_words()
    {
        var page = await site.Open("/");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Rebels attacked the town of Hallow Ford on Monday, police said.\n\nThe minister denied it.");
        await page.GetByLabel("Published on").FillAsync("2031-05-07");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it", Exact = true }).ClickAsync();

        await page.Lands(site.Url + "/d/*");
        var card = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "ASSAULT" }).First;
        await card.GetByRole(AriaRole.Link, new() { Name = "its words" }).ClickAsync();
        Assert.Contains("#w-", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("The report", new() { Exact = true }).GetByText("attacked").ClickAsync();
        await Expect(page.Locator(".card.pinned").Filter(new() { HasText = "ASSAULT" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Reading_needs_no_script()
    {
        var page = await site.Open(Screens.Sample, script: false);
        var word = page.GetByLabel("The report", new() { Exact = true }).GetByText("attacked", new() { Exact = true });
        Assert.Equal("underline", await Style(word, "text-decoration-line"));

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Actions" }).UncheckAsync();
        Assert.Equal("none", await Style(word, "text-decoration-line"));

        await word.ClickAsync();
        await Expect(page.Locator(".card:target")).ToBeInViewportAsync();
        await page.Locator(".card:target").GetByRole(AriaRole.Link, new() { Name = "its words" }).ClickAsync();
        await Expect(word).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_keyboard_moves_between_entries_and_shows_its_keys()
    {
        var page = await site.Open(Screens.Sample);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.GetByRole(AriaRole.Article).Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.GetByRole(AriaRole.Article).Nth(0)).ToBeFocusedAsync();
        await Expect(page.Locator(".card.pinned")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_back_button_restores_every_choice_of_the_ledger()
    {
        var page = await site.Open(Screens.Ledger);
        var all = await page.Locator(".count b").TextContentAsync();
        await page.GetByLabel("Narrow it").GetByRole(AriaRole.Link, new() { Name = "ASSAULT" }).ClickAsync();
        await Expect(page.Locator(".count b")).Not.ToHaveTextAsync(all!);
        await page.GetByLabel("Entries").Locator("summary").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "in its report" }).First).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator(".count b")).ToHaveTextAsync(all!);
    }

    [Fact]
    public async Task A_hostile_report_does_no_harm()
    {
        var page = await site.Open("/", width: 390);
        var text = "<script>document.title='harm'</script> Police said \u202Ethe mayor was attacked.\n\ne" + new string('\u0301', 10_000)
            + " Troops attacked the town.\n\n" + new string('x', 100_000) + " Rebels killed five people.";
        await page.GetByLabel("or a file").SetInputFilesAsync(new FilePayload { Name = "hostile.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByLabel("Read it even").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it", Exact = true }).ClickAsync(new() { Timeout = 60_000 });

        await Expect(page.GetByLabel("The report", new() { Exact = true })).ToContainTextAsync("<script>document.title='harm'</script>", new() { Timeout = 60_000 });
        Assert.DoesNotContain("harm", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
    }

    private static Task<string> Style(ILocator words, string property) =>
        words.EvaluateAsync<string>("(element, property) => getComputedStyle(element).getPropertyValue(property)", property);
}
