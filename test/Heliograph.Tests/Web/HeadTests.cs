using System.Net;

namespace Heliograph.Tests.Web;

/// <summary>Asking for the head of a page.</summary>
[Collection(OneServer.Name)]
public class HeadTests(Served served)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/ledger")]
    [InlineData("/ledger?kind=event")]
    [InlineData("/ledger/timeline")]
    [InlineData("/ledger/map")]
    [InlineData("/runs")]
    [InlineData("/runs/1")]
    [InlineData("/runs/diff?from=1&to=2")]
    [InlineData("/review")]
    [InlineData("/a?name=Pakistan")]
    [InlineData("/doors")]
    [InlineData("/assets/frame.css")]
    [InlineData("/no-such-page")]
    [InlineData("/runs/99")]
    public async Task Has_the_heads_of_the_page_and_no_body(string path)
    {
        using var got = await served.Send(HttpMethod.Get, path, null, ("Accept", "text/html"));
        using var head = await served.Send(HttpMethod.Head, path, null, ("Accept", "text/html"));

        Assert.Equal((got.StatusCode, got.Content.Headers.ContentType, got.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentType, head.Content.Headers.ContentLength));
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task What_goes_on_telling_has_a_head_that_ends()
    {
        using var head = await served.Send(HttpMethod.Head, "/runs/1/progress");

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (head.StatusCode, head.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/runs?before=yesterday")]
    [InlineData("/runs/diff?from=one")]
    [InlineData("/runs/diff?from=1&to=two")]
    [InlineData("/review/log?before=x")]
    public async Task What_is_wrong_with_the_address_of_a_page_is_said_in_a_page(string path)
    {
        using var response = await served.Send(HttpMethod.Get, path);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/runs/diff?from=&to=")]
    [InlineData("/runs/diff?from=1&to=")]
    public async Task Fields_left_empty_compare_the_last_two_runs(string path)
    {
        using var response = await served.Send(HttpMethod.Get, path);

        Assert.Equal((HttpStatusCode.OK, "?from=1&to=2"), (response.StatusCode, response.RequestMessage!.RequestUri!.Query));
    }
}
