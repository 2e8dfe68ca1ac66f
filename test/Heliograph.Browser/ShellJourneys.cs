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
        await page.Lands(url => url == site.Url + Ledger);
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
        await page.Lands(site.Url + "/runs");
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
        await page.Lands(site.Url + "/runs");

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
        await page.Lands(url => url == site.Url + "/ledger?type=ASSAULT&country=XYZ&text=old+bridge&kind=event&kind=statement");
    }

    [Fact]
    public async Task Enter_waits_for_what_is_on_the_way_and_keys_before_the_page_s_scripts_are_not_lost()
    {
        var page = await site.Open("/doors");
        var answer = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/reports?*", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("brennick");
        await page.Keyboard.PressAsync("Enter"); // nothing is known yet but the search of the ledger
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Find or go to" }).GetByRole(AriaRole.Status)).ToHaveTextAsync("Looking …");
        Assert.EndsWith("/doors", page.Url, StringComparison.Ordinal);
        answer.SetResult();
        await page.Lands(url => url.Contains("/d/", StringComparison.Ordinal));

        var script = new TaskCompletionSource();
        await page.RouteAsync("**/assets/frame.js*", async route =>
        {
            await script.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/runs", new() { WaitUntil = WaitUntilState.Commit });
        for (var asked = 0; asked < 600 && !await page.EvaluateAsync<bool>("Array.isArray(window.earlyKeys)"); asked++) await Task.Delay(100, TestContext.Current.CancellationToken);
        foreach (var key in (string[])["Control+k", "b", "r", "e", "n", "n", "i", "c", "k"]) await page.Keyboard.PressAsync(key);
        script.SetResult();
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Find or go to" })).ToHaveValueAsync("brennick");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "report" }).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_palette_says_that_the_server_does_not_answer()
    {
        var page = await site.Open("/runs");
        await page.RouteAsync("**/api/v1/**", route => route.AbortAsync());
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("brennick");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Find or go to" }).GetByRole(AriaRole.Status)).ToContainTextAsync("The server does not answer");
        await page.Keyboard.PressAsync("Enter");
        await page.Lands("**/ledger?text=brennick*");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_report_is_found_by_its_title()
    {
        var page = await site.Open("/runs");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("brennick");
        await page.GetByRole(AriaRole.Option, new() { Name = "report" }).First.ClickAsync();
        await page.Lands(site.Url + "/d/*");
    }

    [Fact]
    public async Task A_token_opens_the_page_that_was_asked_for_and_signing_out_closes_it()
    {
        await using var guarded = await GuardedSite.Start();
        var page = await site.Open(guarded.Url + "/runs");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await Picture(page, "sign-in");
        Assert.EndsWith("/sign-in?to=%2Fruns", page.Url, StringComparison.Ordinal);

        await page.GetByLabel("Token").FillAsync("hg_wrong");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("none of this server's");
        await page.GetByLabel("Token").FillAsync(guarded.Token);
        await page.Keyboard.PressAsync("Enter");
        await page.Lands(guarded.Url + "/runs");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Runs", Exact = true })).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string>("document.cookie"));

        await page.GotoAsync(guarded.Url + "/");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Rebels attacked the town of Hallow Ford on Monday, police said.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it", Exact = true }).ClickAsync(); // writing by cookie, from our own page
        await Expect(page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(guarded.Url + "/runs");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_long_text_shows_how_far_it_is_and_can_be_stopped()
    {
        var page = await site.Open("/");
        var text = string.Join("\n\n", Enumerable.Range(1, 8_000).Select(i => FormattableString.Invariant($"Rebels attacked the town of Hallow Ford on day {i}, police said, and {i} people fled to the hills.")));
        await page.GetByLabel("or a file").SetInputFilesAsync(new FilePayload { Name = "long.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it", Exact = true }).ClickAsync();
        await page.Lands(site.Url + "/reading/*");
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Share that is read" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Words, trees and names", new() { Timeout = 60_000 });
        await Expect(page.Locator(".left")).ToContainTextAsync("left", new() { Timeout = 60_000 });
        await Picture(page, "reading");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stopped" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Files_that_are_dropped_anywhere_are_read_one_after_the_other()
    {
        var page = await site.Open("/");
        var dropped = await page.EvaluateHandleAsync("""
            () => {
              const files = new DataTransfer();
              files.items.add(new File(["Troops attacked the village of Low Marl on Friday, the mayor said."], "marl.txt", { type: "text/plain" }));
              files.items.add(new File(['{"text": "Rebels seized the bridge at Ansty, a witness said.", "title": "Bridge seized"}\nnot a report\n'], "wire.jsonl"));
              return files;
            }
            """);
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = dropped });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Read, but for some" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "line 2, column 2" })).ToBeVisibleAsync();
        await Picture(page, "batch");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bridge seized" }).ClickAsync();
        await Expect(page.GetByLabel("The report", new() { Exact = true })).ToContainTextAsync("Ansty");
    }

    [Fact]
    public async Task A_batch_shows_its_end_without_script()
    {
        var page = await site.Open("/", script: false);
        await page.GetByLabel("or a file").SetInputFilesAsync((FilePayload[])[
            new() { Name = "a.txt", MimeType = "text/plain", Buffer = "Troops attacked the village of High Marl on Friday."u8.ToArray() },
            new() { Name = "b.txt", MimeType = "text/plain", Buffer = "Rebels seized the ferry at Ansty Quay, a witness said."u8.ToArray() }]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All was read" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task The_tour_is_offered_once_and_taken_by_keyboard()
    {
        var page = await site.Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Take the tour" }).PressAsync("Enter");
        await page.Lands(url => url.Contains("/d/", StringComparison.Ordinal) && url.EndsWith("tour=1", StringComparison.Ordinal));
        var box = page.GetByRole(AriaRole.Dialog, new() { Name = "The marked words" });
        await Expect(box).ToBeFocusedAsync();
        await Picture(page, "tour");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "The card, and who says so" })).ToBeVisibleAsync();
        Assert.EndsWith("tour=2", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Correct it, or search" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.DoesNotContain("tour", page.Url, StringComparison.Ordinal);

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Take the tour" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tour", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "The marked words" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Evidence_is_one_click_from_the_first_page()
    {
        var page = await site.Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "see its words" }).First.ClickAsync();
        await Expect(page.GetByLabel("The report", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".card:target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_shell_fits_320_pixels_and_is_pictured()
    {
        foreach (var path in (string[])["/", "/doors", "/tour", "/sign-in", "/reading/none"])
        {
            var page = await site.Open(path, width: 320);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, path);
            await page.Context.CloseAsync();
        }

        foreach (var (width, dark) in ((int, bool)[])[(1440, false), (390, false), (1440, true)])
        {
            var page = await site.Open("/", width, dark: dark);
            await Picture(page, FormattableString.Invariant($"home-{width}{(dark ? "-dark" : "")}"));
            await page.GotoAsync("/doors");
            await Picture(page, FormattableString.Invariant($"doors-{width}{(dark ? "-dark" : "")}"));
            await page.Keyboard.PressAsync("Control+k");
            await page.Keyboard.TypeAsync("mara");
            await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await Picture(page, FormattableString.Invariant($"palette-{width}{(dark ? "-dark" : "")}"));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Find or go to" })).ToBeHiddenAsync();
            await page.Keyboard.PressAsync("?");
            await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
            await Picture(page, FormattableString.Invariant($"keys-{width}{(dark ? "-dark" : "")}"));
            await page.Context.CloseAsync();
        }
    }

    private static Task<byte[]> Picture(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screens, name + ".png") });
}
