using Microsoft.Playwright;

namespace Heliograph.Browser;

/// <summary>What must hold on every screen, whatever it shows.</summary>
[Collection(nameof(Looking))]
public class ScreenTests(Site site)
{
    private const int LeastTold = 25; // ms of processor time

    private const int MostBytes = 300_000; // of a page, before it is packed for the way

    [Theory, MemberData(nameof(Screens.Names), MemberType = typeof(Screens))]
    public async Task No_screen_scrolls_sideways_at_320_pixels(string screen)
    {
        var page = await site.Open(Screens.Paths[screen], width: 320);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, FormattableString.Invariant($"{Screens.Paths[screen]} is {width} pixels wide"));
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Screens.Names), MemberType = typeof(Screens))]
    public async Task No_page_is_longer_than_promised(string screen)
    {
        Assert.SkipUnless(site.Url.Length > 0, "The program was not started, for there is no browser.");
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        var page = await (await client.GetAsync(new Uri(Screens.Paths[screen], UriKind.Relative), TestContext.Current.CancellationToken))
            .Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(page.Length, 500, MostBytes);
    }

    [Theory, MemberData(nameof(Screens.Names), MemberType = typeof(Screens))]
    public async Task Every_screen_is_pictured(string screen)
    {
        foreach (var width in (int[])[1440, 390])
        {
            var page = await site.Open(Screens.Paths[screen], width);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var file = Path.Combine(Site.Screens, FormattableString.Invariant($"{screen}-{width}{(scheme == ColorScheme.Dark ? "-dark" : "")}.png"));
                await page.ScreenshotAsync(new() { Path = file });
                Assert.True(new FileInfo(file).Length > 0);
            }

            await page.Context.CloseAsync();
        }
    }

    [Theory, MemberData(nameof(Screens.Names), MemberType = typeof(Screens))]
    public async Task Every_screen_has_its_heading_and_its_words_without_script(string screen)
    {
        var page = await site.Open(Screens.Paths[screen], script: false);
        Assert.NotEqual("", (await page.Locator("main h1").First.InnerTextAsync()).Trim());
        Assert.True((await page.Locator("main").InnerTextAsync()).Length > 30, Screens.Paths[screen]);
        await page.Context.CloseAsync();
    }

    /// <remarks>A measure, not a check: HELIOGRAPH_MEASURED names a server over a large ledger, and the test is run by name. Its figures are in docs/speed.md.</remarks>
    [Fact(Explicit = true)]
    public async Task Tells_the_long_tasks_of_every_screen()
    {
        var server = Environment.GetEnvironmentVariable("HELIOGRAPH_MEASURED") ?? site.Url;
        var only = Environment.GetEnvironmentVariable("HELIOGRAPH_SCREENS")?.Split(',');
        foreach (var (screen, path) in Screens.Paths.Where(one => only is null || only.Contains(one.Key)))
        {
            var page = await site.Open("/assets/mark.svg");
            var tasks = await Tasks.Watch(page);
            await page.GotoAsync(server + path);
            await page.WaitForTimeoutAsync(2_500);
            var told = await tasks.Above(LeastTold);
            TestContext.Current.SendDiagnosticMessage("{0}: {1}", screen, told.Count == 0 ? "none" : string.Join("\n    ", told));
            await page.Context.CloseAsync();
        }
    }
}
