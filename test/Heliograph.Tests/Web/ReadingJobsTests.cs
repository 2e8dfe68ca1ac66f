using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Reading;
using Heliograph.Tests.Cli;
using Heliograph.Web.Pages.Trying;

namespace Heliograph.Tests.Web;

/// <summary>Readings that take a while, and batches, over a real server whose stages wait to be let go on.</summary>
public sealed class ReadingJobsTests : IAsyncLifetime
{
    private readonly SemaphoreSlim _steps = new(0);
    private Served _served = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _served = new()
        {
            Change = settings => settings with
            {
                ReadTelling = (report, tell) =>
                {
                    if (report.Text.Contains("breaks", StringComparison.Ordinal)) throw new InvalidOperationException("This text breaks the stages.");
                    for (var i = 0; i < 4 && report.Text.Contains("slow", StringComparison.Ordinal); i++)
                    {
                        _steps.Wait(TimeSpan.FromSeconds(20));
                        tell(new("Words, trees and names", i + 1, 4));
                    }

                    return Simple.Stages.Read(report).Entries;
                },
            },
        };
        await _served.InitializeAsync();
    }

    [Fact]
    public async Task A_long_text_shows_how_far_it_has_come_and_then_its_words()
    {
        using var sent = await Send(("text", "Mara said a slow text fell"));
        var path = sent.RequestMessage!.RequestUri!.AbsolutePath;
        var page = await Page(sent);

        Assert.StartsWith("/reading/", path, StringComparison.Ordinal);
        Assert.Equal("0", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"2\">", page.Head!.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);

        _steps.Release(2);
        await Until(async () => (await Page(path)).QuerySelector("progress")!.GetAttribute("value") == "0.5");
        Assert.Equal("Words, trees and names", (await Page(path)).QuerySelector(".stage")!.TextContent);
        _steps.Release(2);
        await Until(async () => (await Page(path)).QuerySelector(".cards") is not null);
        Assert.Contains("not kept", (await Page(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_that_is_kept_leads_to_its_address()
    {
        using var sent = await Send(("text", "Mara said another slow text fell"), ("published", "2031-05-09"), ("keep", "true"));
        _steps.Release(4);
        var path = sent.RequestMessage!.RequestUri!.AbsolutePath;
        var end = path;
        await Until(async () =>
        {
            using var response = await _served.Send(HttpMethod.Get, path);
            end = response.RequestMessage!.RequestUri!.AbsolutePath;
            return end.StartsWith("/d/", StringComparison.Ordinal);
        });
        Assert.StartsWith("/d/", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_tells_steps_as_they_come_and_that_it_is_over()
    {
        using var sent = await Send(("text", "Mara said one more slow text fell"));
        using var events = await _served.Client.GetAsync(sent.RequestMessage!.RequestUri!.AbsolutePath + "/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await events.Content.ReadAsStreamAsync(Stop));

        Assert.Equal("text/event-stream", events.Content.Headers.ContentType?.MediaType);
        Assert.Equal("event: progress", await lines.ReadLineAsync(Stop));
        _steps.Release(4);
        var rest = await lines.ReadToEndAsync(Stop);
        Assert.Contains("event: over\ndata: {\"stage\":", rest, StringComparison.Ordinal);
        Assert.Contains("\"share\":1", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_can_be_stopped()
    {
        using var sent = await Send(("text", "Mara said a slow text that nobody wants fell"));
        var path = sent.RequestMessage!.RequestUri!.AbsolutePath;
        using var stopped = await _served.Send(HttpMethod.Post, path + "/stop");
        _steps.Release(1);
        await Until(async () =>
        {
            using var response = await _served.Send(HttpMethod.Get, path);
            return response.StatusCode == HttpStatusCode.Conflict;
        });
    }

    [Fact]
    public async Task Several_files_are_read_into_the_ledger_and_one_bad_report_stops_nothing()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("true"), "force" },
            { new ByteArrayContent("""
                {"id": "wire-1", "text": "Mara said Eastholm fell", "title": "First <b>of the wire</b>"}
                {"id": "wire-2", "text": ""}
                not JSON at all
                {"id": "wire-3", "text": "This one breaks"}
                {"id": "wire-4", "text": "Arlo said Westholm fell"}
                """u8.ToArray()), "file", "wire.jsonl" },
            { new ByteArrayContent("Dovrin said Southholm fell"u8.ToArray()), "file", "south.txt" },
            { new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10]), "file", "picture.jpg" },
        };
        using var sent = await _served.Client.PostAsync("/read", form, Stop);
        var path = sent.RequestMessage!.RequestUri!.AbsolutePath;
        await Until(async () => (await Page(path)).QuerySelector("h1")!.TextContent == "Read, but for some");
        var page = await Page(path);
        var refused = page.QuerySelectorAll(".told")[0].QuerySelectorAll("li").Select(item => item.TextContent).ToList();
        var read = page.QuerySelectorAll(".told")[1].QuerySelectorAll("a").Select(item => item.TextContent).ToList();

        Assert.Equal(3, read.Count);
        Assert.Contains("First <b>of the wire</b>", read);
        Assert.Equal(4, refused.Count);
        Assert.Contains(refused, item => item.Contains("picture.jpg", StringComparison.Ordinal));
        Assert.Contains(refused, item => item.Contains("fault in Heliograph itself", StringComparison.Ordinal));
        Assert.Contains("4 refused", (await Page("/runs")).QuerySelector(".run")!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".told a").Select(link => link.GetAttribute("href")!))
        {
            using var response = await _served.Send(HttpMethod.Get, link);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task No_more_than_a_few_go_on_at_a_time()
    {
        var answers = new List<HttpStatusCode>();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _served.Client.BaseAddress };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using var form = Form(("text", $"Mara said slow text {i} fell"));
            using var response = await client.PostAsync("/read", form, Stop);
            lock (answers) answers.Add(response.StatusCode);
        }));
        _steps.Release(100);

        Assert.Equal(16, answers.Count(status => status == HttpStatusCode.Redirect));
        Assert.Equal(4, answers.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_reading_that_is_nobodys_is_told_so_in_a_page()
    {
        using var response = await _served.Send(HttpMethod.Get, "/reading/none");

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task What_is_over_is_held_up_to_a_size_and_the_last_of_it_whatever_its_size()
    {
        var jobs = new ReadingJobs(_served.Ledger, _served.Settings() with { Clock = new Ticking() }, new(2), Stop);
        var read = new List<string>();
        foreach (var (text, megabytes) in new[] { ("one", 9), ("two", 9), ("three", 6), ("four", 30) })
        {
            var (job, over) = jobs.Begin([new ReadResult.Article(new($"Mara said text {text} fell") { Input = text }, [])], megabytes << 20, null, false, false)!.Value;
            await over;
            read.Add(job.Id);
            if (text == "three") Assert.Equal([false, true, true], read.Select(id => jobs.Find(id, null) is not null));
        }

        Assert.Equal([false, false, false, true], read.Select(id => jobs.Find(id, null) is not null));
    }

    public async ValueTask DisposeAsync()
    {
        _steps.Release(1000);
        await _served.DisposeAsync();
        _steps.Dispose();
    }

    // A second later at each look
    private sealed class Ticking : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() => Served.Clock.GetUtcNow().AddSeconds(Interlocked.Increment(ref _looks));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await holds()) return;
            await Task.Delay(50, Stop);
        }

        Assert.Fail("It did not come true within ten seconds.");
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent("true"), "force" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value, Encoding.UTF8), name);
        return form;
    }

    private async Task<HttpResponseMessage> Send(params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        return await _served.Client.PostAsync("/read", form, Stop);
    }

    private static async Task<IHtmlDocument> Page(HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Stop));

    private async Task<IHtmlDocument> Page(string path)
    {
        using var response = await _served.Send(HttpMethod.Get, path);
        return await Page(response);
    }
}
