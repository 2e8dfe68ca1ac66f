using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>Checking entries, in a browser: by keys, by buttons without script, by two people at once.</summary>
public class ReviewJourneys(Site site) : IClassFixture<Site>
{
    private const string Events = "/review?kind=event";

    [Fact]
    public async Task Every_decision_has_its_key()
    {
        var page = await site.Open(Events);
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".last p")).ToContainTextAsync("accepted");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("accepted");
        var second = await Entry(page);
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator(".last p")).ToContainTextAsync("rejected");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("#judge [name=entry]")).ToHaveValueAsync(second);
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".last p")).ToContainTextAsync("roles swapped");
        var digit = await page.Locator(".types button:enabled").First.GetAttributeAsync("data-key");
        await page.Keyboard.PressAsync(digit!);
        await Expect(page.Locator(".last p")).ToContainTextAsync("type ");
        var before = await Entry(page);
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("#judge [name=entry]")).Not.ToHaveValueAsync(before);

        await page.GetByRole(AriaRole.Link, new() { Name = "What people said" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "accepted" }).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "undone" }).Filter(new() { HasText = "rejected" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Someone_is_merged_by_the_keyboard_alone()
    {
        var page = await site.Open(Events);
        while (await page.Locator("#merge").CountAsync() == 0)
        {
            var at = await Entry(page);
            await page.Keyboard.PressAsync("n");
            await Expect(page.Locator("#judge [name=entry]")).Not.ToHaveValueAsync(at);
        }

        var entry = await Entry(page);
        await page.Keyboard.PressAsync("m");
        await Expect(page.GetByPlaceholder("name or office of an actor")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("United Nations");
        var found = page.Locator(".found button").First;
        await Expect(found).ToBeVisibleAsync();
        await found.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".last p")).ToContainTextAsync("merged into");
        Assert.Equal(entry, await Entry(page));
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".last p")).Not.ToContainTextAsync("merged into");
    }

    [Fact]
    public async Task Without_script_the_same_buttons_do_the_same()
    {
        var page = await site.Open(Events, script: false);
        var first = await Entry(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "a Accept" }).ClickAsync();
        await Expect(page.Locator(".last p")).ToContainTextAsync("accepted");
        Assert.NotEqual(first, await Entry(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "u Undo" }).ClickAsync();
        Assert.Equal(first, await Entry(page));
        await page.GetByLabel("All types").SelectOptionAsync("PROTEST");
        await page.GetByRole(AriaRole.Button, new() { Name = "t Set" }).ClickAsync();
        await Expect(page.Locator(".last p")).ToContainTextAsync("type PROTEST");
    }

    [Fact]
    public async Task Back_and_a_shared_address_show_the_same_entry()
    {
        var page = await site.Open(Events);
        var first = await Entry(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "n Skip" }).ClickAsync();
        await Expect(page.Locator("#judge [name=entry]")).Not.ToHaveValueAsync(first);
        Assert.Contains("after=", page.Url, StringComparison.Ordinal);
        var second = await Entry(page);
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator("#judge [name=entry]")).Not.ToHaveValueAsync(second);
        var third = await Entry(page);
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("#judge [name=entry]")).Not.ToHaveValueAsync(third);
        await page.GoBackAsync();
        await Expect(page.Locator("#judge [name=entry]")).ToHaveValueAsync(third);

        var shared = await site.Open(new Uri(page.Url).PathAndQuery);
        Assert.Equal(third, await Entry(shared));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_that_it_was_judged()
    {
        var one = await site.Open("/review?kind=statement");
        var other = await site.Open("/review?kind=statement");
        await one.Keyboard.PressAsync("r");
        await Expect(one.Locator(".last p")).ToContainTextAsync("rejected");
        await other.Keyboard.PressAsync("a");
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("judged this: rejected");
    }

    [Fact]
    public async Task Enter_in_the_reason_accepts_nothing()
    {
        var page = await site.Open(Events);
        var entry = await Entry(page);
        await page.Keyboard.PressAsync("w");
        await page.Keyboard.TypeAsync("a reason");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForTimeoutAsync(200);
        Assert.Equal(entry, await Entry(page));
        await Expect(page.GetByLabel("Why, if you wish")).ToHaveValueAsync("a reason");
    }

    [Fact]
    public async Task The_report_opens_at_the_entry()
    {
        var page = await site.Open(Events);
        await page.Keyboard.PressAsync("o");
        await page.Lands("**/d/*");
        await Expect(page.Locator(".card:target")).ToBeInViewportAsync();
    }

    private static Task<string> Entry(IPage page) => page.Locator("#judge [name=entry]").InputValueAsync();
}
