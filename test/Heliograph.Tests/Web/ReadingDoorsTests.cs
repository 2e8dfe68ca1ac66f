using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Heliograph.Store;
using Heliograph.Web.Api;

namespace Heliograph.Tests.Web;

/// <summary>The doors that only read.</summary>
[Collection(OneServer.Name)]
public class ReadingDoorsTests(Served served)
{
    [Fact]
    public async Task Lists_reports_without_their_texts_the_last_one_first()
    {
        var reports = (await served.Get("/api/v1/reports"))["reports"]!.AsArray();

        Assert.Equal(["four", "three", "two", "one"], reports.Select(row => (string)row!["report"]!["input"]!));
        Assert.Null(reports[0]!["report"]!["text"]);
        Assert.True((long)reports.Last(row => (string)row!["report"]!["input"]! == "two")!["entries"]! > 0);
    }

    [Fact]
    public async Task Shows_a_report_by_the_beginning_of_its_id_with_text_and_entries()
    {
        var report = Served.Reports[1];

        var shown = await served.Get("/api/v1/reports/" + report.Id[7..20]);

        Assert.Equal(report.Text, (string)shown["report"]!["text"]!);
        Assert.Equal(["statement", "event"], shown["entries"]!.AsArray().Select(entry => (string)entry!["kind"]!).Where(kind => kind != "mention"));
        Assert.Equal(shown.ToJsonString(), (await served.Get("/api/v1/reports/" + report.Id)).ToJsonString());
    }

    [Fact]
    public async Task Finds_entries_by_the_keys_of_a_filter()
    {
        var found = await served.Get("/api/v1/entries?kind=event&outlet=Harbour+Post&factuality=happened&total=true");

        var row = Assert.Single(found["entries"]!.AsArray())!;
        Assert.Equal(("2031-05-03", "fell", "three", 1), (
            (string)row["day"]!, (string)row["entry"]!["trigger"]!["text"]!, (string)row["report"]!["input"]!, (int)found["total"]!));
    }

    [Fact]
    public async Task Goes_from_page_to_page_and_meets_every_entry_once()
    {
        var all = (await served.Get("/api/v1/entries?kind=event&sort=oldest"))["entries"]!.AsArray().Select(Id).ToList();
        var met = new List<string>();
        for (var next = "/api/v1/entries?kind=event&sort=oldest&limit=1&total=true"; next is not null;)
        {
            using var response = await served.Send(HttpMethod.Get, next);
            var page = await Served.Json(response);
            met.AddRange(page["entries"]!.AsArray().Select(Id));
            next = (string?)page["next"];
            Assert.Equal(next is null ? [] : [$"<{next}>; rel=\"next\""], response.Headers.TryGetValues("Link", out var links) ? links : []);
        }

        Assert.True(all.Count >= 3);
        Assert.Equal(all, met);

        static string Id(JsonNode? row) => (string)row!["entry"]!["id"]!;
    }

    [Fact]
    public async Task Goes_from_page_to_page_of_reports()
    {
        var first = await served.Get("/api/v1/reports?limit=1");
        var second = await served.Get((string)first["next"]!);

        Assert.NotEqual((string)first["reports"]![0]!["report"]!["id"]!, (string)second["reports"]![0]!["report"]!["id"]!);
    }

    [Fact]
    public async Task Shows_an_entry_with_its_words_its_voice_and_its_report()
    {
        var entry = (await served.Get("/api/v1/entries?kind=event&report=two"))["entries"]![0]!["entry"]!;

        var evidence = await served.Get("/api/v1/entries/" + ((string)entry["id"]!)[..8]);

        Assert.Equal(entry.ToJsonString(), evidence["entry"]!.ToJsonString());
        Assert.Equal("Arlo said Merrin fell on Monday", (string)evidence["passage"]!["text"]!);
        Assert.Equal("[0,31]", evidence["passage"]!["span"]!.ToJsonString());
        Assert.Equal("Arlo", (string)Assert.Single(evidence["voice"]!.AsArray())!["source"]!["text"]!);
        Assert.Equal("two", (string)evidence["report"]!["input"]!);
    }

    [Fact]
    public async Task Counts_spans_in_code_points()
    {
        var entry = (await served.Get("/api/v1/entries?kind=event&report=three"))["entries"]![0]!["entry"]!;

        Assert.Equal("[[9,13]]", entry["trigger"]!["spans"]!.ToJsonString()); // the rocket is two code units
        Assert.Equal("[0,13]", (await served.Get("/api/v1/entries/" + (string)entry["id"]!))["passage"]!["span"]!.ToJsonString());
    }

    [Theory]
    [InlineData("by=month&kind=event", "2031-05")]
    [InlineData("kind=statement&by=outlet", "The Korvan Post")]
    public async Task Counts_by(string query, string key)
    {
        var counts = (await served.Get("/api/v1/counts?" + query))["counts"]!.AsArray();

        Assert.Contains(key, counts.Select(row => (string)row!["key"]!));
        Assert.All(counts, row => Assert.True((long)row!["count"]! >= (long)row["origins"]!));
    }

    [Fact]
    public async Task Takes_by_for_who_acts_where_it_names_no_way_of_counting()
    {
        var counted = await served.Get("/api/v1/counts?by=PAK&by=month");

        Assert.Equal("month", (string)counted["by"]!);
        Assert.Empty(counted["counts"]!.AsArray());
        await served.Problem(HttpStatusCode.BadRequest, "/api/v1/counts?by=PAK");
    }

    [Fact]
    public async Task Finds_who_held_an_office_on_a_day()
    {
        var found = (await served.Get("/api/v1/actors?name=prime+minister+Pakistan&at=2021-08-17"))["actors"]!.AsArray();

        Assert.Equal("imran-khan", (string)Assert.Single(found)!["id"]!);
    }

    [Fact]
    public async Task Shows_an_actor_of_the_register_and_one_that_only_the_ledger_knows()
    {
        var state = await served.Get("/api/v1/actors/PAK");
        Assert.Equal(("state", 0), ((string)state["register"]!["kind"]!, (int)state["entries"]!));

        var local = (string)(await served.Get("/api/v1/entries?kind=event&report=two"))["entries"]![0]!["entry"]!["actor"]![0]!["actor"]!;
        var known = await served.Get("/api/v1/actors/" + local);
        Assert.Null(known["register"]);
        Assert.True((int)known["entries"]! > 0);
        Assert.NotEmpty((await served.Get((string)known["link"]!))["entries"]!.AsArray());
    }

    [Fact]
    public async Task Tells_runs_what_they_refused_and_how_they_differ()
    {
        var runs = (await served.Get("/api/v1/runs"))["runs"]!.AsArray();
        Assert.Equal(("test 1", 4, 1), ((string)runs[^1]!["reader"]!, (int)runs[^1]!["reports"]!, (int)runs[^1]!["refused"]!));

        Assert.Equal("five.txt", (string)Assert.Single((await served.Get("/api/v1/runs/1/refusals"))["refusals"]!.AsArray())!["input"]!);
        Assert.Equal(
            ("one", "gone", "version"),
            (await served.Get("/api/v1/runs/1/diff/2"))["differences"]!.AsArray()
                .Select(row => ((string)row!["input"]!, (string)row["change"]!, (string)row["why"]!)).Distinct().Single());
    }

    [Theory]
    [InlineData(400, "/api/v1/entries?colour=red", "colour")]
    [InlineData(400, "/api/v1/entries?limit=0", "1 to 1000")]
    [InlineData(400, "/api/v1/entries?limit=many", "limit")]
    [InlineData(400, "/api/v1/entries?sort=best", "newest, oldest")]
    [InlineData(400, "/api/v1/entries?after=xyz", "cursor")]
    [InlineData(400, "/api/v1/reports?after=xyz", "Begin again")]
    [InlineData(400, "/api/v1/counts", "by=dyadmonth")]
    [InlineData(400, "/api/v1/actors", "name")]
    [InlineData(400, "/api/v1/actors?name=x&at=yesterday", "2031-05-02")]
    [InlineData(404, "/api/v1/actors/nobody-at-all", "/api/v1/actors?name=")]
    [InlineData(404, "/api/v1/reports/zzz", "sha256:")]
    [InlineData(404, "/api/v1/reports/0000000000000000", "/api/v1/reports")]
    [InlineData(404, "/api/v1/entries/not-an-id", "32 hex digits")]
    [InlineData(404, "/api/v1/entries/00000000", "/api/v1/entries")]
    [InlineData(404, "/api/v1/runs/99/refusals", "/api/v1/runs")]
    [InlineData(404, "/api/v1/runs/1/diff/99", "no run 99")]
    [InlineData(404, "/api/v1/entries.docx", "parquet")]
    [InlineData(400, "/api/v1/entries.csv?colour=red", "colour")]
    [InlineData(404, "/api/v2/entries", "/openapi/v1.json")]
    public async Task Says_what_was_found_expected_and_to_be_done(int status, string path, string says) =>
        Assert.Contains(says, (string)(await served.Problem((HttpStatusCode)status, path))["detail"]!, StringComparison.Ordinal);

    [Fact]
    public async Task Names_the_methods_of_a_door_that_is_knocked_at_the_wrong_way() =>
        Assert.Contains("GET", (string)(await served.Problem(HttpStatusCode.MethodNotAllowed, "/api/v1/runs", HttpMethod.Put))["expected"]!, StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/v1/entries?kind=event")]
    [InlineData("/api/v1/counts?by=day&kind=event")]
    [InlineData("/")]
    [InlineData("/doors")]
    public async Task Sends_nothing_to_who_has_it_already(string path)
    {
        using var first = await served.Send(HttpMethod.Get, path);
        using var again = await served.Send(HttpMethod.Get, path, null, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await served.Send(HttpMethod.Get, path, null, ("If-None-Match", "\"another\""));

        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Hands_entries_on_in_the_formats_that_others_load()
    {
        using var lines = await served.Send(HttpMethod.Get, "/api/v1/entries.jsonl?kind=event&outlet=Harbour+Post");
        Assert.Equal(("application/jsonl", "1 entry written"), (lines.Content.Headers.ContentType?.MediaType, lines.Headers.GetValues("Heliograph-Export").Single()));
        Assert.Equal("heliograph-jsonl.jsonl", lines.Content.Headers.ContentDisposition?.FileName);
        var text = await lines.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["report", "event"], text.TrimEnd().Split('\n').Select(line => (string)JsonNode.Parse(line)!["kind"]!));

        using var tables = await served.Send(HttpMethod.Get, "/api/v1/entries.csv?kind=event");
        using var zip = new ZipArchive(await tables.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains("events.csv", zip.Entries.Select(entry => entry.FullName));
        using var again = await served.Send(HttpMethod.Get, "/api/v1/entries.csv?kind=event", null, ("If-None-Match", tables.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Guards_every_answer_with_headers()
    {
        foreach (var path in (string[])["/", "/doors", "/api/v1/runs", "/api/v1/nothing", "/openapi/v1.json"])
        {
            using var response = await served.Send(HttpMethod.Get, path);

            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.StartsWith("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Shows_every_door_on_a_page()
    {
        var page = await served.Client.GetStringAsync("/doors", TestContext.Current.CancellationToken);

        Assert.Contains("<a href=\"/api/v1/entries\">", page, StringComparison.Ordinal);
        Assert.Contains("/api/v1/corrections/{n:long}", page, StringComparison.Ordinal);
        Assert.Contains("<nav aria-label=\"Screens\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describes_every_door_in_OpenAPI()
    {
        var document = await served.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        document.Approve();
    }

    [Fact]
    public void Describes_the_keys_that_a_filter_takes()
    {
        foreach (var (key, _, example) in Question.FilterKeys)
        {
            Assert.Null(EntryFilter.Parse($"{key}={Uri.EscapeDataString(example)}").Error);
        }
    }
}
