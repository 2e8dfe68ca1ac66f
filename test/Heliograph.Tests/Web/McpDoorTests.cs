using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Heliograph.Web;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Heliograph.Tests.Web;

/// <summary>The doors for assistants.</summary>
[Collection(OneServer.Name)]
public class McpDoorTests(Served served)
{
    [Fact]
    public async Task Lists_its_tools_and_says_that_none_of_them_writes()
    {
        await Asking(async client =>
        {
            var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal(
                ["compare_voices", "find_actors", "get_actor", "get_evidence", "get_report", "list_expectations", "read_text", "search_entries"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
            Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
            Assert.All(tools, tool => Assert.NotEmpty(tool.Description));
        });
    }

    [Fact]
    public async Task Reads_a_text_into_entries_with_their_words()
    {
        await Asking(async client =>
        {
            var read = await Call(client, "read_text", ("text", "Mara said that in the town of Holm the old bridge over the river fell"), ("outlet", "The Korvan Post"));

            Assert.False((bool)read["kept"]!);
            var told = read["entries"]!.AsArray().Single(entry => (string)entry!["kind"]! == "event")!;
            Assert.Equal(("fell", (string)read["report"]!["id"]!), ((string)told["trigger"]!["text"]!, (string)told["report"]!));
        });
    }

    [Fact]
    public async Task Finds_entries_and_shows_the_words_of_one()
    {
        await Asking(async client =>
        {
            var found = await Call(client, "search_entries", ("kind", (string[])["event"]), ("report", "two"), ("limit", 1));
            var row = Assert.Single(found["entries"]!.AsArray())!;
            Assert.Equal("Arlo said Merrin fell on Monday", (string)row["passage"]!["text"]!);
            Assert.Equal("two", (string)row["report"]!["input"]!);

            var evidence = await Call(client, "get_evidence", ("id", (string)row["entry"]!["id"]!));
            Assert.Equal("Arlo", (string)evidence["voice"]![0]!["source"]!["text"]!);
        });
    }

    [Fact]
    public async Task Lays_voices_side_by_side()
    {
        await Asking(async client =>
        {
            var compared = await Call(client, "compare_voices", ("kind", (string[])["event"]));

            var voices = compared["voices"]!.AsArray();
            Assert.Contains(voices, voice => (string)voice!["kind"]! == "outlet" && (string)voice["voice"]! == "Harbour Post");
            Assert.Contains(voices, voice => (string)voice!["kind"]! == "source" && (string)voice["voice"]! == "Arlo");
            Assert.All(voices, voice => Assert.All(voice!["entries"]!.AsArray(), entry => Assert.NotEmpty((string)entry!["passage"]!["text"]!)));
            Assert.All(compared["accounts"]!.AsArray(), account => Assert.Equal("happened", (string)Assert.Single(account!["told"]!.AsArray())!["factuality"]!));
        });
    }

    [Fact]
    public async Task Says_that_it_reads_no_expectations_rather_than_that_there_are_none()
    {
        await Asking(async client =>
        {
            var listed = await Call(client, "list_expectations");

            Assert.Empty(listed["expectations"]!.AsArray());
            Assert.Contains("reads no expectations", (string)listed["note"]!, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("search_entries", "after", "xyz", "cursor")]
    [InlineData("get_evidence", "id", "00000000", "no entry")]
    [InlineData("get_report", "id", "00000000", "no report")]
    [InlineData("get_report", "id", "one", "hex digits")]
    [InlineData("find_actors", "after", "xyz", "cursor")]
    public async Task Says_what_is_wrong_with_a_question(string tool, string name, object value, string says)
    {
        await Asking(async client => Assert.Contains(says, await Refusal(client, tool, name == "after" && tool == "find_actors" ? [("name", "Pakistan"), (name, value)] : [(name, value)]), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reads_texts_where_there_is_no_ledger_and_says_so_when_it_is_searched()
    {
        using var none = new LedgerPool(Path.Combine(Path.GetTempPath(), "heliograph-no-such-ledger.db"));
        await Asking(
            async client =>
            {
                Assert.NotEmpty((await Call(client, "read_text", ("text", "Mara said that in the town of Holm the old bridge over the river fell")))["entries"]!.AsArray());
                var answer = await client.CallToolAsync("search_entries", cancellationToken: TestContext.Current.CancellationToken);
                Assert.True(answer.IsError);
                Assert.Contains("no such file", Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text, StringComparison.Ordinal);
            },
            none);
    }

    [Fact]
    public async Task Answers_over_HTTP_too_each_request_for_itself()
    {
        var listed = await Post("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");
        Assert.Equal(8, listed["result"]!["tools"]!.AsArray().Count);

        var called = await Post("""{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"search_entries","arguments":{"kind":["event"],"limit":1}}}""");
        Assert.Equal("a", (string)called["id"]!);
        Assert.Contains("fell", (string)called["result"]!["content"]![0]!["text"]!, StringComparison.Ordinal);

        using var noted = await Send("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        Assert.Equal(HttpStatusCode.Accepted, noted.StatusCode);
        await served.Problem(HttpStatusCode.BadRequest, "/mcp", HttpMethod.Post, "{");
        await served.Problem(HttpStatusCode.MethodNotAllowed, "/mcp");
        await served.Problem(HttpStatusCode.Forbidden, "/mcp", HttpMethod.Post, "{}", ("Origin", "http://evil.example"));
    }

    [Fact]
    public async Task Lets_a_client_of_the_protocol_in_over_HTTP()
    {
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new() { Endpoint = new(served.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("1.2.3", client.ServerInfo.Version);
        Assert.Single((await Call(client, "search_entries", ("kind", (string[])["event"]), ("limit", 1)))["entries"]!.AsArray());
    }

    private async Task<HttpResponseMessage> Send(string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(message, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<JsonNode> Post(string message)
    {
        using var response = await Send(message);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(text.Split('\n').Single(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..])!;
    }

    private static Task<JsonNode> Call(McpClient client, string tool, params (string Name, object Value)[] arguments) => Assistant.Call(client, tool, arguments);

    private static Task<string> Refusal(McpClient client, string tool, params (string Name, object Value)[] arguments) => Assistant.Refusal(client, tool, arguments);

    private Task Asking(Func<McpClient, Task> questions, LedgerPool? ledger = null) => Assistant.Asking(ledger ?? served.Ledger, served.Settings(), questions);
}
