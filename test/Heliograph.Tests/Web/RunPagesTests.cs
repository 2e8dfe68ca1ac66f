using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Store;
using Heliograph.Web.Pages.Runs;

namespace Heliograph.Tests.Web;

public class RunPagesTests(Served served) : IClassFixture<Served>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_are_listed_the_last_first_with_a_strip_of_days()
    {
        var page = await Page("/runs");

        Assert.Equal(["Run 2", "Run 1"], page.QuerySelectorAll(".run h2").Select(head => head.TextContent));
        Assert.Equal(4, page.QuerySelectorAll(".days rect").Length);
        Assert.Contains("4 reports by day of publication, 1 at most", page.QuerySelector(".days svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["Run 1"], (await Page("/runs?before=2")).QuerySelectorAll(".run h2").Select(head => head.TextContent));
    }

    [Fact]
    public async Task A_run_says_what_it_refused_and_why()
    {
        var page = await Page("/runs/1");

        Assert.Contains("4 reports read", page.QuerySelector(".run")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("five.txt byte 3: found byte 0xFF, expected UTF-8. Save it as UTF-8.", Assert.Single(page.QuerySelectorAll(".refusals li")).TextContent);
        Assert.Contains("every input could be read", (await Page("/runs/2")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_are_compared_with_what_changed_and_why()
    {
        var page = await Page("/runs/diff?from=1&to=2");

        var row = Assert.Single(page.QuerySelectorAll(".diff tbody tr"));
        Assert.Equal("gone", row.QuerySelector("td")!.TextContent);
        Assert.Contains("another version or model", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 entry differs in 1 input", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing differs", (await Page("/runs/diff?from=2&to=2")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", (await Page("/runs/diff")).QuerySelector("#from [selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/runs/99", HttpStatusCode.NotFound)]
    [InlineData("/runs/diff?from=1&to=99", HttpStatusCode.NotFound)]
    [InlineData("/runs/diff?from=1&to=2&change=red", HttpStatusCode.BadRequest)]
    public async Task A_wrong_address_says_so(string path, HttpStatusCode status)
    {
        using var response = await served.Send(HttpMethod.Get, path);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_under_way_tells_how_far_it_is_until_it_has_ended()
    {
        await using var own = new Served();
        await own.InitializeAsync();
        using var store = LedgerStore.Open(own.Place);
        var run = store.Begin("test 3", "", Served.Clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/runs/{run}/progress");
        using var response = await own.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));

        Assert.Contains("\"reports\":0", await Next(lines), StringComparison.Ordinal);
        store.Append(Served.Reports[3], [], "test 3", run);
        Assert.Contains("\"reports\":1", await Next(lines), StringComparison.Ordinal);
        store.End(run, Served.Clock.GetUtcNow());
        Assert.Contains("\"ended\":true", await Next(lines), StringComparison.Ordinal);
        Assert.Empty((await lines.ReadToEndAsync(Stop)).Trim());
    }

    [Fact]
    public void A_rate_needs_a_second()
    {
        var began = new DateTimeOffset(2031, 5, 2, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(new(TimeSpan.FromSeconds(4), 2.5, 5), RunRate.Of(new(1, "", "", began, began.AddSeconds(4), 10, 0), 20, began));
        Assert.Equal(new(TimeSpan.Zero, null, null), RunRate.Of(new(1, "", "", began, began, 10, 0), 20, began));
        Assert.Equal(5, RunRate.Of(new(1, "", "", began, null, 10, 0), null, began.AddSeconds(2)).Reports);
    }

    private static async Task<string> Next(StreamReader lines)
    {
        while (await lines.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException("The stream ended before the run did. See RunPages.");
    }

    private async Task<IDocument> Page(string path) => new HtmlParser().ParseDocument(await served.Client.GetStringAsync(path, Stop));
}
