using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Store;

namespace Heliograph.Tests.Web;

/// <summary>The queue and what people said, as pages. Each test has a server of its own.</summary>
public sealed class ReviewPagesTests : IAsyncLifetime
{
    private readonly Served _served = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _served.InitializeAsync();

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task One_entry_at_a_time_is_shown_with_its_words_and_its_keys()
    {
        var page = await Page("/review");

        var card = Assert.Single(page.QuerySelectorAll(".case"));
        Assert.Contains("fell", card.QuerySelector(".passage")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fell", card.QuerySelector(".passage mark.did")!.TextContent);
        Assert.Equal(["a", "r", "1", "2", "3", "4", "5", "6", "7", "8", "9", "s"], card.QuerySelectorAll("#judge button[data-key]").Select(button => button.GetAttribute("data-key")!));
        Assert.All(page.QuerySelectorAll("button[data-key], a[data-key]"), control => Assert.Equal(control.GetAttribute("data-key"), control.QuerySelector("kbd")!.TextContent));
        Assert.StartsWith("5 left", page.QuerySelector(".tally p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judgement_leads_to_the_next_entry_and_is_kept()
    {
        var page = await Page("/review?kind=event");
        var (id, next) = await Say(page, "accept");

        Assert.Equal(HttpStatusCode.SeeOther, next.Status);
        Assert.StartsWith("/review?kind=event&entry=", next.Place, StringComparison.Ordinal);
        Assert.DoesNotContain(id[..12], next.Place, StringComparison.Ordinal);
        Assert.Equal("accepted", (string)(await _served.Get("/api/v1/entries/" + id))["entry"]!["review"]!["mark"]!);
        var second = await Page(next.Place);
        Assert.StartsWith("2 left · 1 judged · you: 1 in this sitting", second.QuerySelector(".tally p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("accepted", second.QuerySelector(".last p")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reject", "", "", "rejected")]
    [InlineData("type:ASSAULT", "", "", "changed")]
    [InlineData("type", "type", "THREATEN", "changed")]
    [InlineData("factuality", "factuality", "planned", "changed")]
    [InlineData("swap", "", "", "changed")]
    public async Task Every_button_says_what_it_prints(string said, string control, string value, string mark)
    {
        var (id, _) = await Say(await Page("/review?kind=event"), said, (control, value), ("reason", "a siege"));

        var evidence = await _served.Get("/api/v1/entries/" + id);
        Assert.Equal(mark, (string)evidence["entry"]!["review"]!["mark"]!);
        Assert.Equal("a siege", (string)evidence["corrections"]![0]!["reason"]!);
    }

    [Fact]
    public async Task What_a_button_cannot_say_is_refused()
    {
        var (_, nonsense) = await Say(await Page("/review?kind=event"), "type:NONSENSE");
        var (_, nothing) = await Say(await Page("/review?kind=event"), "praise");
        using var gone = await Post("/review/judge", ("entry", "00000000"), ("do", "accept"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (nonsense.Status, nothing.Status, gone.StatusCode));
        Assert.Empty((await _served.Get("/api/v1/corrections"))["corrections"]!.AsArray());
    }

    [Fact]
    public async Task Who_comes_second_sees_that_it_was_judged()
    {
        var mine = await Page("/review?kind=event");
        var id = mine.QuerySelector("[name=entry]")!.GetAttribute("value")!;
        using var theirs = await _served.Send(HttpMethod.Post, $"/api/v1/entries/{id}/corrections", """{"verb":"reject","by":"Anna"}""");

        var (_, next) = await Say(mine, "accept");
        var page = await Page(next.Place);

        Assert.Contains("Anna judged this: rejected", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await _served.Get("/api/v1/corrections"))["corrections"]!.AsArray());
        await Say(page, "accept");
        Assert.Equal(2, (await _served.Get("/api/v1/corrections"))["corrections"]!.AsArray().Count);
    }

    [Fact]
    public async Task Undo_brings_the_last_judged_entry_back()
    {
        var (id, next) = await Say(await Page("/review"), "reject");
        using var undone = await Post("/review/undo", ("back", "kind=event"));

        Assert.Equal($"/review?kind=event&entry={id[..12]}", undone.Headers.Location!.ToString());
        Assert.Null((await _served.Get("/api/v1/entries/" + id))["entry"]!["review"]);
        using var again = await Post("/review/undo");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Someone_is_found_by_name_and_merged()
    {
        var page = await Page("/review?kind=event&name=Merrin");
        var asked = page.QuerySelector(".found [name=who]")!.GetAttribute("value")!;
        var id = page.QuerySelector("[name=entry]")!.GetAttribute("value")!;
        using var merged = await Post("/review/merge", ("who", asked), ("into", "merrin-city"), ("entry", id), ("back", "kind=event"));

        Assert.Equal(HttpStatusCode.SeeOther, merged.StatusCode);
        Assert.Equal("merrin-city", (string)(await _served.Get("/api/v1/entries/" + id))["entry"]!["actor"]![0]!["actor"]!);
        Assert.StartsWith("3 left", (await Page("/review?kind=event")).QuerySelector(".tally p")!.TextContent, StringComparison.Ordinal);
        using var nobody = await Post("/review/merge", ("who", asked), ("into", asked));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        using var back = await Post("/review/merge", ("who", "merrin-city"), ("into", asked));
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
        Assert.Contains("merrin-city already", await back.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipping_goes_through_the_queue_and_ends_with_a_way_to_begin_again()
    {
        var seen = new List<string>();
        var page = await Page("/review?kind=event");
        for (var link = (string?)null; page.QuerySelector("[name=entry]") is { } entry; page = await Page(link!))
        {
            seen.Add(entry.GetAttribute("value")!);
            link = page.QuerySelector("a[data-key=n]")!.GetAttribute("href");
        }

        Assert.Equal((3, 3), (seen.Count, seen.Distinct().Count()));
        Assert.Equal("/review?kind=event", page.QuerySelector(".nothing a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_people_said_is_listed_with_the_way_back()
    {
        await Say(await Page("/review"), "accept");
        var row = Assert.Single((await Page("/review/log")).QuerySelectorAll(".log tbody tr"));
        var number = row.QuerySelector("[name=number]")!.GetAttribute("value")!;

        using var undone = await Post("/review/undo", ("number", number), ("to", "log"));
        Assert.Equal("/review/log", undone.Headers.Location!.ToString());
        Assert.Contains("undone", (await Page("/review/log")).QuerySelector(".log tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("None", (await Page("/review/orphans")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing of this person", (await Page("/review/log?by=Nobody")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_whose_words_say_nothing_any_more_is_an_orphan()
    {
        var (id, _) = await Say(await Page("/review?kind=event&report=two"), "accept");
        using (var store = LedgerStore.Open(_served.Place))
        {
            var (report, entries) = store.ReportsOf(Served.Reports[1].Id, 1)[0];
            store.Append(report, [.. entries.Where(entry => entry.Id != id).Select(entry => entry with { Review = null })], "test 3");
        }

        Assert.Contains("fell", Assert.Single((await Page("/review/orphans")).QuerySelectorAll(".log tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains((await Page("/review?entry=" + id)).QuerySelectorAll(".notice"), notice => notice.TextContent.Contains("stands no more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_learnt_says_how_many_more_it_takes()
    {
        await Say(await Page("/review"), "accept");
        var page = await Page("/review/learnt");

        Assert.Contains("49 more needed", page.QuerySelector(".needs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing yet", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_judged_is_marked_in_exports()
    {
        var (id, _) = await Say(await Page("/review?kind=event"), "accept");

        var rows = await _served.Client.GetStringAsync("/api/v1/entries.jsonl?kind=event&all=true", Stop);
        Assert.Contains("\"accepted\"", rows.Split('\n').Single(row => row.Contains(id, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(rows.Split('\n'), row => row.Contains("\"accepted\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_sees_the_queue_without_its_buttons_and_why()
    {
        await using var strict = await Served.ToReadOnly();
        var page = new HtmlParser().ParseDocument(await strict.Client.GetStringAsync("/review", Stop));
        using var form = new FormUrlEncodedContent([new("do", "accept")]);
        using var refused = await strict.Client.PostAsync("/review/judge", form, Stop);

        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("“rita” opens reading only", page.QuerySelector(".decide")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("/review?colour=red", HttpStatusCode.BadRequest)]
    [InlineData("/review?after=there", HttpStatusCode.BadRequest)]
    [InlineData("/review?entry=zzzzzz", HttpStatusCode.NotFound)]
    public async Task A_wrong_address_says_so(string path, HttpStatusCode status)
    {
        using var response = await _served.Send(HttpMethod.Get, path);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private async Task<IDocument> Page(string path) => new HtmlParser().ParseDocument(await _served.Client.GetStringAsync(path, Stop));

    // Sends the card's form with one of its buttons
    private async Task<(string Entry, (HttpStatusCode Status, string Place) Next)> Say(IDocument page, string button, params (string Name, string Value)[] controls)
    {
        var hidden = page.QuerySelectorAll("#judge input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).ToList();
        using var response = await Post("/review/judge", [.. hidden, ("do", button), .. controls.Where(control => control.Name.Length > 0)]);
        return (hidden.First(field => field.Item1 == "entry").Item2, (response.StatusCode, response.Headers.Location?.ToString() ?? ""));
    }

    private async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        using var still = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _served.Client.BaseAddress };
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await still.PostAsync(path, form, Stop);
    }
}
