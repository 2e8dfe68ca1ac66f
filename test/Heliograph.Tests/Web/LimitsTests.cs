using System.Net;
using Heliograph.Web.Access;

namespace Heliograph.Tests.Web;

/// <summary>Servers that ask for tokens, and servers that take little.</summary>
public sealed class LimitsTests : IDisposable
{
    private readonly string _tokens = Path.Combine(Path.GetTempPath(), $"heliograph-tokens-{Guid.NewGuid():N}");

    [Fact]
    public async Task Asks_for_a_token_and_lets_readers_read_and_editors_write()
    {
        var tokens = new TokenFile(_tokens);
        var reader = ("Authorization", "Bearer " + tokens.Add("rita", Right.Reader, Served.Clock.GetUtcNow()));
        var editor = ("Authorization", "bearer " + tokens.Add("ed", Right.Editor, Served.Clock.GetUtcNow()));
        await using var served = await Open(new() { Change = settings => settings with { Tokens = tokens } });
        const string body = """{"text":"Mara said Holm fell","by":"somebody else"}""";

        var refused = await served.Problem(HttpStatusCode.Unauthorized, "/api/v1/runs");
        Assert.Contains("Authorization: Bearer", (string)refused["expected"]!, StringComparison.Ordinal);
        await served.Problem(HttpStatusCode.Unauthorized, "/api/v1/runs", null, null, ("Authorization", "Bearer hg_wrong"));
        await served.Problem(HttpStatusCode.Unauthorized, "/mcp", HttpMethod.Post, "{}");
        await served.Problem(HttpStatusCode.Unauthorized, "/api/v1/nothing");
        Assert.Equal(HttpStatusCode.OK, await Status(HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.OK, await Status(HttpMethod.Get, "/openapi/v1.json"));

        Assert.Equal(HttpStatusCode.OK, await Status(HttpMethod.Get, "/api/v1/runs", null, reader));
        Assert.Equal(HttpStatusCode.OK, await Status(HttpMethod.Post, "/api/v1/read?force=true", body, reader));
        await served.Problem(HttpStatusCode.Forbidden, "/api/v1/read?force=true&keep=true", HttpMethod.Post, body, reader);
        await served.Problem(HttpStatusCode.Forbidden, "/api/v1/corrections/1", HttpMethod.Delete, null, reader);
        await served.Problem(HttpStatusCode.Forbidden, "/api/v1/actors/a/merge", HttpMethod.Post, """{"into":"b"}""", reader);
        Assert.Equal(HttpStatusCode.OK, await Status(HttpMethod.Post, "/api/v1/read?force=true&keep=true", body, editor));
        Assert.Equal(HttpStatusCode.Created, await Status(HttpMethod.Post, "/api/v1/actors/a/merge", """{"into":"b","by":"somebody else"}""", editor));

        Assert.True(tokens.Remove("rita"));
        await served.Problem(HttpStatusCode.Unauthorized, "/api/v1/runs", null, null, reader);
        using var corrections = await served.Send(HttpMethod.Get, "/api/v1/corrections", null, editor);
        Assert.Equal("ed", (string)(await Served.Json(corrections))["corrections"]![0]!["author"]!);

        async Task<HttpStatusCode> Status(HttpMethod method, string path, string? text = null, params (string, string)[] headers)
        {
            using var response = await served.Send(method, path, text, headers);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Refuses_bodies_that_are_too_large()
    {
        await using var served = await Open(new() { Change = settings => settings with { MaxBodyBytes = 1000 } });

        var problem = await served.Problem(HttpStatusCode.RequestEntityTooLarge, "/api/v1/read", HttpMethod.Post, $$"""{"text":"{{new string('x', 2000)}}"}""");

        Assert.Equal("at most 1,000 bytes", (string)problem["expected"]!);
    }

    [Fact]
    public async Task Refuses_requests_that_come_too_fast_and_says_when_to_come_back()
    {
        await using var served = await Open(new() { Change = settings => settings with { RequestsPerMinute = 12 } });

        Assert.NotNull(await served.Get("/api/v1/runs"));
        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => served.Send(HttpMethod.Get, "/api/v1/runs"))); // one comes back each second, and machines may be slow
        using var response = all.First(one => one.StatusCode != HttpStatusCode.OK);

        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.True(response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Tells_a_fault_of_its_own_without_its_inside()
    {
        await using var served = await Open(new() { Change = settings => settings with { Read = _ => throw new InvalidOperationException("a fault put in") } });

        var told = await served.Problem(HttpStatusCode.InternalServerError, "/api/v1/read?force=true", HttpMethod.Post, """{"text":"Mara said Holm fell"}""");

        Assert.DoesNotContain("a fault put in", told.ToJsonString(), StringComparison.Ordinal); // what went wrong inside is for whoever runs the server
    }

    public void Dispose() => File.Delete(_tokens);

    private static async Task<Served> Open(Served served)
    {
        await served.InitializeAsync();
        return served;
    }
}
