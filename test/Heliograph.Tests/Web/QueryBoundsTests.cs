using System.Net;
using System.Text;

namespace Heliograph.Tests.Web;

/// <summary>Questions that ask for too much, or for what no text holds.</summary>
[Collection(OneServer.Name)]
public class QueryBoundsTests(Served served)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/ledger")]
    [InlineData("/ledger/timeline")]
    [InlineData("/ledger/network")]
    [InlineData("/ledger/map")]
    [InlineData("/ledger/export")]
    [InlineData("/review")]
    public async Task A_page_says_that_a_filter_has_too_many_values(string path)
    {
        using var response = await Page($"{path}?{Many("text", 600)}");

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var page = await response.Content.ReadAsStringAsync(Stop);
        Assert.Contains("more than 50 values", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 100, 30_000);
    }

    [Theory]
    [InlineData("/api/v1/entries?")]
    [InlineData("/api/v1/counts?by=day&")]
    [InlineData("/api/v1/timeline?")]
    [InlineData("/api/v1/network?")]
    [InlineData("/api/v1/places?")]
    [InlineData("/api/v1/exports?")]
    [InlineData("/api/v1/entries.csv?")]
    [InlineData("/ledger.csv?")]
    public async Task A_door_says_so_too_of_values_and_of_characters(string path)
    {
        var values = await served.Problem(HttpStatusCode.BadRequest, path + Many("actor", 600));
        Assert.Contains("at most 50. Ask in several questions.", (string)values["detail"]!, StringComparison.Ordinal);
        var characters = await served.Problem(HttpStatusCode.BadRequest, $"{path}text={new string('x', 2_500)}");
        Assert.Contains("at most 2,000", (string)characters["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_filter_that_is_taken_makes_a_page_that_is_not_large()
    {
        var query = string.Join('&', Enumerable.Range(0, 50).Select(i => "text=" + Uri.EscapeDataString(new string('ж', 18) + i)));
        using var response = await Page("/ledger?" + query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(Stop)).Length, 1_000, 1_500_000);
    }

    [Theory]
    [InlineData("/ledger?text=a%00b")]
    [InlineData("/ledger?after=%00")]
    [InlineData("/a?name=%00")]
    [InlineData("/pair?a=%00&b=PAK")]
    [InlineData("/review?text=%00")]
    [InlineData("/runs?before=%00")]
    public async Task The_character_NUL_is_refused_in_a_page(string path)
    {
        using var response = await Page(path);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("NUL", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/entries?text=%00")]
    [InlineData("/api/v1/entries?after=%00")]
    [InlineData("/api/v1/reports?title=%00")]
    [InlineData("/api/v1/actors?name=%00")]
    [InlineData("/api/v1/counts?by=day&place=%00a")]
    public async Task The_character_NUL_is_refused_at_every_door(string path) =>
        Assert.Contains("NUL", (string)(await served.Problem(HttpStatusCode.BadRequest, path))["detail"]!, StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/v1/actors?name=")]
    [InlineData("/api/v1/reports?title=")]
    public async Task Names_and_titles_that_are_looked_for_have_a_bound(string path) =>
        await served.Problem(HttpStatusCode.BadRequest, path + string.Join('+', Enumerable.Repeat("minister", 400)));

    [Theory]
    [InlineData("/a?name=")]
    [InlineData("/a/")]
    [InlineData("/pair?a=PAK&b=")]
    public async Task So_they_have_in_pages(string path)
    {
        using var response = await Page(path + string.Join('+', Enumerable.Repeat("minister", 400)));
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nMara said")]
    [InlineData("--b\r\nContent-Disposition: form")]
    [InlineData("--b")]
    public async Task A_form_that_breaks_off_is_refused_and_no_fault_of_ours(string body)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        using var response = await served.Client.PostAsync("/read", content, Stop);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize"}""", "no params")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":null}""", "no params")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":[]}""", "an array")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":5}""", "a value")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""", "not understood")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":5}}""", "not understood")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}""", "an array")]
    public async Task What_an_assistant_sends_and_is_not_understood_is_told_in_the_protocols_own_terms(string message, string says)
    {
        using var response = await served.Send(HttpMethod.Post, "/mcp", message, ("Accept", "application/json, text/event-stream"));

        Assert.Equal((HttpStatusCode.BadRequest, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var told = await Served.Json(response);
        Assert.Equal((1, -32602), ((int)told["id"]!, (int)told["error"]!["code"]!));
        Assert.Contains(says, (string)told["error"]!["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":5}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"resources/read"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"no/such"}""")]
    public async Task A_message_that_asks_for_nothing_gets_an_error_of_the_protocol(string message)
    {
        using var response = await served.Send(HttpMethod.Post, "/mcp", message, ("Accept", "application/json, text/event-stream"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"error\":{", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static string Many(string key, int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"{key}=a{i}"));

    private async Task<HttpResponseMessage> Page(string path) => await served.Send(HttpMethod.Get, path, null, ("Accept", "text/html"));
}
