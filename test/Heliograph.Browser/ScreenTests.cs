using Microsoft.Playwright;

namespace Heliograph.Browser;

/// <summary>What must hold on every screen, whatever it shows.</summary>
[Collection(nameof(Looking))]
public class ScreenTests(Site site)
{
    [Theory, MemberData(nameof(Screens.Names), MemberType = typeof(Screens))]
    public async Task No_screen_scrolls_sideways_at_320_pixels(string screen)
    {
        var page = await site.Open(Screens.Paths[screen], width: 320);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, FormattableString.Invariant($"{Screens.Paths[screen]} is {width} pixels wide"));
        await page.Context.CloseAsync();
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
}
