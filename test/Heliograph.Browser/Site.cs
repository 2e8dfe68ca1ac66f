using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Heliograph.Browser;

/// <summary>The real program over its samples, on a free port, and Debian's Chromium to look at it.</summary>
public class Site : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly Process _program = new();
    private IPlaywright? _playwright;

    /// <summary>Where the program listens, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Whether a test whose tool is missing fails, as in CI, or is skipped.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    /// <summary>The folder of screenshots, beside the builds.</summary>
    public static string Screens => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "../../../screens")).FullName;

    /// <summary>The program, as it was built beside the tests.</summary>
    protected static string Program => Path.Combine(AppContext.BaseDirectory, "heliograph.dll");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return; // each test says that it is skipped
        _program.StartInfo = new("dotnet", [Program, "serve", .. await Ledger(), "--url", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
        };
        _program.Start();
        var line = await _program.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("heliograph serve said nothing. Start it by hand to see why.");
        Url = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(',');
        _ = _program.StandardError.ReadToEndAsync();
        await SamplesAreRead();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A page of a browser that knows nothing yet.</summary>
    /// <param name="path">Where it begins.</param>
    /// <param name="width">How wide it is, in CSS pixels.</param>
    /// <param name="script">Whether it runs scripts.</param>
    /// <param name="dark">Whether its user likes it dark.</param>
    /// <param name="guarded">Whether it keeps to the page's policy of content; a check that adds a script of its own cannot.</param>
    public async Task<IPage> Open(string path, int width = 1440, bool script = true, bool dark = false, bool guarded = true)
    {
        Assert.SkipUnless(IsRequired || File.Exists(Chromium), $"{Chromium} is not there. On Debian: apt-get install chromium");
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Url,
            JavaScriptEnabled = script,
            BypassCSP = !guarded,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000); // of a machine with much else to do
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => throw new InvalidOperationException($"The page's script failed: {error}");
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>The ledger to serve, as options of the command; it must have been read when the program says where it listens, or by a run of its own.</summary>
    protected virtual Task<string[]> Ledger() => Task.FromResult<string[]>(["--demo"]);

    public virtual async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (Url.Length > 0) _program.Kill();
        _program.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task SamplesAreRead()
    {
        using var client = new HttpClient();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(200))
        {
            var runs = JsonNode.Parse(await client.GetStringAsync(Url + "/api/v1/runs"))!["runs"]!.AsArray();
            if (runs.Count > 0 && runs[0]!["ended"] is not null) return;
        }

        throw new TimeoutException("The samples were not read within two minutes. Start heliograph serve --demo by hand to see why.");
    }
}

/// <summary>One program and one browser for the checks that only look.</summary>
[CollectionDefinition(nameof(Looking))]
public sealed class Looking : ICollectionFixture<Site>;

/// <summary>Where a page is.</summary>
public static class Landing
{
    // Its keys work then; pictures and what it goes on to ask for may still come
    private static readonly PageWaitForURLOptions Begun = new() { WaitUntil = WaitUntilState.DOMContentLoaded };

    /// <summary>Waits until a page is at an address, a glob.</summary>
    public static Task Lands(this IPage page, string url) => page.WaitForURLAsync(url, Begun);

    /// <summary>Waits until a page is at an address of a kind.</summary>
    public static Task Lands(this IPage page, Func<string, bool> isThere) => page.WaitForURLAsync(isThere, Begun);
}
