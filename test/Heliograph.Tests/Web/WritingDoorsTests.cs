using System.Net;
using System.Text.Json.Nodes;

namespace Heliograph.Tests.Web;

/// <summary>The doors that change the ledger. Each test has a server of its own.</summary>
public sealed class WritingDoorsTests : IAsyncLifetime
{
    private readonly Served _served = new();

    public ValueTask InitializeAsync() => _served.InitializeAsync();

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task Changes_an_entry_and_takes_it_back()
    {
        var id = await Event("two");
        using var kept = await _served.Send(HttpMethod.Post, $"/api/v1/entries/{id}/corrections", """{"verb":"change","field":"type","value":"ASSAULT","reason":"a siege","by":"Anna"}""");
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        var number = (long)(await Served.Json(kept))["number"]!;

        var evidence = await _served.Get("/api/v1/entries/" + id);
        Assert.Equal(("ASSAULT", "changed"), ((string)evidence["entry"]!["type"]!, (string)evidence["entry"]!["review"]!["mark"]!));
        var said = Assert.Single(evidence["corrections"]!.AsArray())!;
        Assert.Equal(("Anna", "a siege", "2031-06-01T12:00:00+00:00"), ((string)said["author"]!, (string)said["reason"]!, (string)said["at"]!));
        Assert.False((bool)Assert.Single((await _served.Get("/api/v1/corrections"))["corrections"]!.AsArray())!["orphan"]!);

        using var undone = await _served.Send(HttpMethod.Delete, $"/api/v1/corrections/{number}");
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Equal("RETREAT", (string)(await _served.Get("/api/v1/entries/" + id))["entry"]!["type"]!);
        await _served.Problem(HttpStatusCode.NotFound, "/api/v1/corrections/99", HttpMethod.Delete);
    }

    [Fact]
    public async Task Says_why_a_correction_cannot_be_kept()
    {
        var path = $"/api/v1/entries/{await Event("two")}/corrections";

        await Refuses(HttpStatusCode.BadRequest, """{"verb":"change","field":"type","value":"NONSENSE"}""", "PLOVER");
        await Refuses(HttpStatusCode.BadRequest, """{"verb":"change","field":"colour","value":"red"}""", "colour");
        await Refuses(HttpStatusCode.BadRequest, """{"verb":"praise"}""", "accept or reject");
        await Refuses(HttpStatusCode.BadRequest, """{"verb":"accept","field":"type"}""", "accept or reject alone");
        await Refuses(HttpStatusCode.BadRequest, """{"verb":""", "line 1");
        await Refuses(HttpStatusCode.BadRequest, "null", "object");
        Assert.Empty((await _served.Get("/api/v1/corrections"))["corrections"]!.AsArray());
        await _served.Problem(HttpStatusCode.NotFound, "/api/v1/entries/00000000/corrections", HttpMethod.Post, """{"verb":"accept"}""");

        using var form = await _served.Client.PostAsync(path, new FormUrlEncodedContent([new("verb", "accept")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);

        async Task Refuses(HttpStatusCode status, string body, string says) =>
            Assert.Contains(says, (string)(await _served.Problem(status, path, HttpMethod.Post, body))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merges_an_actor_into_another()
    {
        var was = (string)(await _served.Get("/api/v1/entries/" + await Event("two")))["entry"]!["actor"]![0]!["actor"]!;
        using var kept = await _served.Send(HttpMethod.Post, $"/api/v1/actors/{was}/merge", """{"into":"merrin-city"}""");
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);

        Assert.Equal("merrin-city", (string)(await _served.Get("/api/v1/entries/" + await Event("two")))["entry"]!["actor"]![0]!["actor"]!);
        await _served.Problem(HttpStatusCode.BadRequest, $"/api/v1/actors/{was}/merge", HttpMethod.Post, """{"into":""}""");
    }

    [Fact]
    public async Task Refuses_to_merge_two_actors_into_one_another_and_what_is_too_long()
    {
        using var first = await _served.Send(HttpMethod.Post, "/api/v1/actors/a/merge", """{"into":"b"}""");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);

        await Refuses("/api/v1/actors/b/merge", """{"into":"a"}""", "found that a is b already (correction ");
        await Refuses("/api/v1/actors/c/merge", $$"""{"into":"{{new string('x', 201)}}"}""", "201 characters, expected 200 at most");
        await Refuses($"/api/v1/entries/{await Event("two")}/corrections", $$"""{"verb":"reject","reason":"{{new string('x', 10_000_000)}}"}""", "found a reason of 10,000,000 characters");
        await Refuses($"/api/v1/entries/{await Event("two")}/corrections", """{"verb":"reject","reason":"a\u0000b"}""", "U+0000");
        Assert.Single((await _served.Get("/api/v1/corrections"))["corrections"]!.AsArray());

        async Task Refuses(string path, string body, string says) =>
            Assert.Contains(says, (string)(await _served.Problem(HttpStatusCode.BadRequest, path, HttpMethod.Post, body))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_text_and_keeps_it_only_when_asked()
    {
        const string body = """
            {
                "text": "Mara said Holm fell",
                "title": "Holm", "published": "2031-05-09", "outlet": "The Korvan Post"
            }
            """;
        var before = (await _served.Get("/api/v1/reports"))["reports"]!.AsArray().Count;

        using var read = await _served.Send(HttpMethod.Post, "/api/v1/read?force=true", body);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var told = await Served.Json(read);
        Assert.Equal(("The Korvan Post", false), ((string)told["report"]!["outlet"]!, (bool)told["kept"]!));
        Assert.Contains("event", told["entries"]!.AsArray().Select(entry => (string)entry!["kind"]!));
        Assert.Equal(before, (await _served.Get("/api/v1/reports"))["reports"]!.AsArray().Count);

        using var kept = await _served.Send(HttpMethod.Post, "/api/v1/read?force=true&keep=true", body);
        var held = await Served.Json(kept);
        Assert.Equal(told["entries"]!.ToJsonString(), held["entries"]!.ToJsonString());
        Assert.Equal(held["entries"]!.AsArray().Count, (int)held["added"]!);
        Assert.Equal((string)told["report"]!["text"]!, (string)(await _served.Get("/api/v1/reports/" + (string)held["report"]!["id"]!))["report"]!["text"]!);
        Assert.Equal("POST /api/v1/read", (string)(await _served.Get("/api/v1/runs"))["runs"]![0]!["settings"]!);
    }

    [Fact]
    public async Task Answers_many_readers_while_others_write()
    {
        var writing = Enumerable.Range(0, 8).Select(i => _served.Send(HttpMethod.Post, "/api/v1/read?force=true&keep=true", $$"""{"text":"Town{{i}} fell"}"""));
        var reading = Enumerable.Range(0, 40).Select(_ => _served.Send(HttpMethod.Get, "/api/v1/entries?kind=event&total=true"));

        var answers = await Task.WhenAll(writing.Concat(reading));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(3 + 8, (int)(await _served.Get("/api/v1/entries?kind=event&total=true"))["total"]!);
        foreach (var answer in answers) answer.Dispose();
    }

    [Theory]
    [InlineData("""{"title":"no words"}""", "text")]
    [InlineData("""{"text":"x","published":"yesterday"}""", "2021-08-17")]
    [InlineData("[]", "object")]
    [InlineData("{", "")]
    public async Task Says_why_a_text_cannot_be_read(string body, string says) => Assert.Contains(
        says, (string)(await _served.Problem(HttpStatusCode.UnprocessableEntity, "/api/v1/read", HttpMethod.Post, body))["detail"]!, StringComparison.Ordinal);

    [Fact]
    public async Task Lets_no_page_of_another_site_write_and_no_other_name_in()
    {
        const string body = """{"text":"Mara said Holm fell"}""";

        await Refused("Origin", "http://evil.example");
        await Refused("Origin", "null");
        await Refused("Sec-Fetch-Site", "cross-site");
        await Refused("X-Forwarded-For", "192.0.2.7");
        await _served.Problem((HttpStatusCode)421, "/api/v1/runs", null, null, ("Host", "evil.example"));
        using var own = await _served.Send(HttpMethod.Post, "/api/v1/read?force=true", body, ("Origin", _served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);

        async Task Refused(string header, string value) =>
            await _served.Problem(HttpStatusCode.Forbidden, "/api/v1/read", HttpMethod.Post, body, (header, value));
    }

    [Fact]
    public async Task Tells_new_entries_as_they_come()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        using var response = await _served.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("retry:", await lines.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var kept = await _served.Send(HttpMethod.Post, "/api/v1/read?force=true&keep=true", """{"text":"Holm fell","outlet":"Late Post"}""");
        var (id, row) = await Next(lines);
        Assert.Equal("Late Post", (string)row["report"]!["outlet"]!);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        again.Headers.Add("Last-Event-ID", (id - 1).ToString(null, null));
        using var resumed = await _served.Client.SendAsync(again, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var behind = new StreamReader(await resumed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(row["entry"]!.ToJsonString(), (await Next(behind)).Row["entry"]!.ToJsonString());
        await _served.Problem(HttpStatusCode.BadRequest, "/api/v1/events", null, null, ("Last-Event-ID", "first"));
    }

    private static async Task<(long Id, JsonNode Row)> Next(StreamReader lines)
    {
        long id = 0;
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line[4..], null);
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return (id, JsonNode.Parse(line[6..])!);
        }

        throw new InvalidOperationException("The stream of events ended before an event came. See NewEntries.");
    }

    private async Task<string> Event(string report) =>
        (string)(await _served.Get("/api/v1/entries?kind=event&report=" + report))["entries"]![0]!["entry"]!["id"]!;
}
