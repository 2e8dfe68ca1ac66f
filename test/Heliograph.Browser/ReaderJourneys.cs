using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heliograph.Browser;

/// <summary>What people do with a report in the reader.</summary>
public class ReaderJourneys(ReaderSite site) : IClassFixture<ReaderSite>
{
    private const int MostBytes = 130; // for each mark of the page with two thousand, before it is packed for the way

    // Stretches of text, each as often as there are marks that lie over it
    private const string Drawn = """
        () => {
            const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
            let drawn = 0;
            while (walker.nextNode()) for (let at = walker.currentNode.parentElement; at.tagName !== "P" && at.tagName !== "SECTION"; at = at.parentElement) drawn += at.classList.contains("m");
            return drawn;
        }
        """;

    private const string Painted = "name => [...CSS.highlights.get(name)].map(range => range.toString()).join('')";

    [Fact]
    public async Task Pointing_lights_card_and_words_and_a_click_pins_them()
    {
        var page = await site.Open(site.Newer);
        var card = Card(page, "ASSAULT");
        await Text(page).GetByText("attacked", new() { Exact = true }).HoverAsync();
        await Expect(page.Locator(".card.lit").Filter(new() { HasText = "ASSAULT" })).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).HoverAsync();
        await card.HoverAsync();
        Assert.Contains("attacked", await page.EvaluateAsync<string>(Painted, "lit"), StringComparison.Ordinal);

        await Text(page).GetByText("attacked", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".card.pinned")).ToHaveCountAsync(1);
        Assert.Contains("#e-", page.Url, StringComparison.Ordinal);
        Assert.Contains("attacked", await page.EvaluateAsync<string>(Painted, "pinned"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_leads_to_the_live_page_and_to_its_review_and_shows_who_accepted_it()
    {
        var page = await site.Open(site.Newer);
        var card = Card(page, "ASSAULT");
        var live = card.GetByRole(AriaRole.Link, new() { Name = "on the live page" });
        Assert.Equal("https://news.example/envoys#:~:text=Rebels-,attacked,-the%20town%20of", await live.GetAttributeAsync("href"));
        Assert.Equal("noopener noreferrer nofollow", await live.GetAttributeAsync("rel"));
        Assert.StartsWith("/review?entry=", await card.GetByRole(AriaRole.Link, new() { Name = "review this" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        var accepted = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "accepted by rita" });
        await Expect(accepted).ToContainTextAsync("two agencies tell it");
    }

    [Fact]
    public async Task An_address_of_words_shows_them_counted_in_code_points()
    {
        var text = await (await site.Open(site.Newer)).EvaluateAsync<string>("document.querySelector('.text p:last-child').textContent");
        var start = await (await site.Open(site.Newer)).EvaluateAsync<int>("Number(document.querySelector('.text p:last-child').dataset.c)");
        var mayor = start + new StringInfo(text[..text.IndexOf("mayor", StringComparison.Ordinal)]).LengthInTextElements; // the rocket is one
        var page = await site.Open(FormattableString.Invariant($"{site.Newer}#char={mayor},{mayor + 5}"));
        Assert.Equal("mayor", await page.EvaluateAsync<string>(Painted, "asked"));
        await Expect(Text(page).GetByText("mayor")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Picked_words_offer_their_address_and_a_citation()
    {
        var page = await site.Open(site.Newer);
        await page.Context.GrantPermissionsAsync(["clipboard-read"]);
        await page.EvaluateAsync("""
            () => {
                const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const at = walker.currentNode.data.indexOf("praised");
                    if (at >= 0) getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 7);
                }
            }
            """);
        var picked = page.GetByRole(AriaRole.Region, new() { Name = "Picked words" });
        await Expect(picked).ToContainTextAsync("praised");
        await picked.GetByRole(AriaRole.Button, new() { Name = "Copy with citation" }).ClickAsync();
        await Expect(picked.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied.");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith("“praised”\n“Envoys of Tarn", copied, StringComparison.Ordinal);
        Assert.Contains("#char=", copied, StringComparison.Ordinal);

        await picked.GetByRole(AriaRole.Link, new() { Name = "Address of these words" }).ClickAsync();
        await Expect(picked).ToBeHiddenAsync();
        Assert.Equal(copied.Split('\n')[^1], page.Url);
        Assert.Equal("praised", await page.EvaluateAsync<string>(Painted, "asked"));
    }

    [Fact]
    public async Task The_keyboard_does_it_all()
    {
        var page = await site.Open(site.Newer);
        await page.Keyboard.PressAsync("j");
        await Expect(page.GetByRole(AriaRole.Article).Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.GetByRole(AriaRole.Article).Nth(0)).ToBeFocusedAsync();
        await Expect(page.Locator(".card.pinned")).ToHaveCountAsync(1);
        Assert.Contains("#e-", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("o");
        await Expect(page.Locator(".text a:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".card.pinned")).ToHaveCountAsync(0);
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToContainTextAsync("next, previous entry");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_back_button_brings_back_the_pinned_entry_and_the_layers()
    {
        var page = await site.Open(site.Newer);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Places" }).UncheckAsync();
        await page.Lands("**/d/*?layers=actors,actions,times,speech,expectations");
        await Text(page).GetByText("attacked", new() { Exact = true }).ClickAsync();
        var pinned = await page.Locator(".card.pinned").GetAttributeAsync("id");
        await page.GetByRole(AriaRole.Link, new() { Name = "its entries in the ledger" }).ClickAsync();
        await page.Lands("**/ledger*");
        await page.GoBackAsync();
        await Expect(page.Locator(".card.pinned")).ToHaveIdAsync(pinned!);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Places" })).Not.ToBeCheckedAsync();

        await page.GoBackAsync();
        await Expect(page.Locator(".card.pinned")).ToHaveCountAsync(0);
        await page.GoForwardAsync();
        await Expect(page.Locator(".card.pinned")).ToHaveIdAsync(pinned!);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Versions_show_what_changed_with_script_and_without(bool script)
    {
        var page = await site.Open(site.Newer, script: script);
        var versions = page.GetByRole(AriaRole.Navigation, new() { Name = "Versions of this report" });
        await Expect(versions.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await versions.GetByRole(AriaRole.Link, new() { Name = "What changed from version 1 to version 2" }).ClickAsync();
        await Expect(page.Locator(".changed del").First).ToContainTextAsync("Five");
        await Expect(page.Locator(".changed ins").First).ToContainTextAsync("Seven");
        await Expect(page.Locator(".same summary").First).ToContainTextAsync("paragraph");
        await Expect(page.Locator(".fate.stayed")).ToContainTextAsync("attacked");
        await Expect(page.Locator(".fate.came")).ToContainTextAsync("arrested nobody");
        await page.GetByRole(AriaRole.Link, new() { Name = "The other way round" }).ClickAsync();
        await Expect(page.Locator(".changed ins").First).ToContainTextAsync("Five");
    }

    [Fact]
    public async Task Expectations_are_a_layer_of_their_own()
    {
        var page = await site.Open(site.Newer, script: false);
        var fear = page.Locator(".text .m.expected").First;
        await Expect(fear).ToContainTextAsync("that");
        Assert.Equal("\"E\"", await fear.EvaluateAsync<string>("element => getComputedStyle(element, '::before').content"));
        var before = await fear.EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Expectations" }).UncheckAsync();
        Assert.NotEqual(before, await fear.EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor"));
    }

    [Fact]
    public async Task A_hostile_report_does_no_harm_on_a_narrow_screen()
    {
        var page = await site.Open("/", width: 320);
        var text = "<script>document.title='harm'</script> Police said \u202Ethe mayor was attacked.\n\ne" + new string('\u0301', 10_000)
            + " Troops attacked the town.\n\n" + new string('x', 100_000) + " Rebels killed five people.\n\n</p></section><img src=x onerror=\"document.title='harm'\"> Police arrested two men.";
        await page.GetByLabel("or a file").SetInputFilesAsync(new FilePayload { Name = "hostile.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByLabel("Read it even").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it", Exact = true }).ClickAsync(new() { Timeout = 60_000 });

        await Expect(Text(page)).ToContainTextAsync("<script>document.title='harm'</script>", new() { Timeout = 60_000 });
        await Expect(page.Locator(".text img, .text script")).ToHaveCountAsync(0);
        Assert.DoesNotContain("harm", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);
        Assert.True(await page.EvaluateAsync<int>("Math.max(...[...document.querySelectorAll('.text p')].slice(0, 2).map(p => p.offsetHeight))") < 1000, "the tower of marks is as high as it was sent");

        // offsets are those of the text that was sent, however it is shown
        var at = text.IndexOf("Rebels", StringComparison.Ordinal);
        await page.EvaluateAsync("at => { location.hash = `char=${at},${at + 6}`; }", at);
        await page.WaitForFunctionAsync($"({Painted})('asked').includes('Rebels')");
    }

    [Fact]
    public async Task Two_thousand_marks_scroll_and_light_without_long_tasks()
    {
        var page = await site.Open("/assets/mark.svg");
        var load = await Tasks.Watch(page);
        await page.GotoAsync(site.Dense);
        var (loading, _) = await load.Longest();
        var marks = await page.EvaluateAsync<int>(Drawn);
        Assert.True(marks >= 2000, $"{marks} marks");
        var bytes = (await (await page.APIRequest.GetAsync(site.Url + site.Dense)).BodyAsync()).Length;
        Assert.InRange(bytes, 100_000, MostBytes * marks);
        var tasks = await Tasks.Watch(page);
        await page.Mouse.MoveAsync(400, 500);
        for (var i = 0; i < 40; i++) await page.Mouse.WheelAsync(0, 400);
        var seen = await page.EvaluateAsync<float[][]>("""
            () => [...document.querySelectorAll(".text a")].map(word => word.getBoundingClientRect())
                .filter(box => box.top > 100 && box.bottom < 800).slice(0, 200).map(box => [box.left + 2, box.top + 5])
            """);
        for (var hovered = 0; hovered < 200; hovered++)
        {
            var at = seen[hovered % seen.Length];
            await page.Mouse.MoveAsync(at[0], at[1]);
        }

        for (var i = 0; i < 20; i++) await page.Keyboard.PressAsync("j");
        var (longest, byClock) = await tasks.Longest();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{marks} marks, page of {bytes} bytes; the longest task took {longest:0} ms of processor time, the longest by the clock {byClock:0} ms, the longest while loading {loading:0} ms of processor time"));
        Assert.True(longest <= 100, $"the longest task took {longest} ms of processor time");
    }

    [Fact]
    public async Task The_reader_is_pictured_in_its_states()
    {
        foreach (var (name, path) in ((string, string)[])[("reader-kept", site.Newer), ("reader-long", site.Dense), ("reader-changes", site.Newer + "/changes")])
        {
            foreach (var (width, dark) in ((int, bool)[])[(1440, false), (390, false), (1440, true), (390, true)])
            {
                var page = await site.Open(path, width, dark: dark);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screens, FormattableString.Invariant($"{name}-{width}{(dark ? "-dark" : "")}.png")), FullPage = name != "reader-long" });
                await page.Context.CloseAsync();
            }
        }

        var dense = await site.Open(site.Dense, 390);
        await Text(dense).Locator("p").Nth(1).ScreenshotAsync(new() { Path = Path.Combine(Site.Screens, "reader-dense-390.png") });
        var brief = await site.Open(site.Newer, 794);
        await brief.PdfAsync(new() { Path = Path.Combine(Site.Screens, "reader-brief.pdf"), Format = "A4" });
        await brief.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(brief.Locator(".layers")).ToBeHiddenAsync();
        await Expect(brief.Locator(".copy")).ToBeVisibleAsync();
        await brief.ScreenshotAsync(new() { Path = Path.Combine(Site.Screens, "reader-brief.png"), FullPage = true });
    }

    [Fact]
    public async Task A_kept_report_and_its_versions_have_no_serious_finding()
    {
        Assert.SkipUnless(Site.IsRequired || File.Exists(AccessibilityTests.Axe), "axe-core is not there. Run npm ci in src/Heliograph.Web/Islands, then build the tests again.");
        foreach (var path in (string[])[site.Newer, site.Newer + "/changes"])
        {
            foreach (var dark in (bool[])[false, true])
            {
                var page = await site.Open(path, 390, dark: dark, guarded: false);
                await page.AddScriptTagAsync(new() { Path = AccessibilityTests.Axe });
                Assert.Equal("[]", await page.EvaluateAsync<string>(AccessibilityTests.Find));
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, path);
                await page.Context.CloseAsync();
            }
        }
    }

    private static ILocator Text(IPage page) => page.GetByLabel("The report", new() { Exact = true });

    private static ILocator Card(IPage page, string type) => page.GetByRole(AriaRole.Article).Filter(new() { HasText = type }).First;
}
