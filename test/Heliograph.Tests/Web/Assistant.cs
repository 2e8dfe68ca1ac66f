using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heliograph.Web;
using Heliograph.Web.Mcp;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Heliograph.Tests.Web;

/// <summary>An assistant at the door: the official client of the Model Context Protocol.</summary>
internal static class Assistant
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A client and a server in one process, over the pipes that stand for standard input and output.</summary>
    public static async Task Asking(LedgerPool ledger, WebSettings settings, Func<McpClient, Task> questions)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var serving = McpDoor.Serve(toServer.Reader.AsStream(), toClient.Writer.AsStream(), ledger, settings, Stop);
        await using (var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), cancellationToken: Stop))
        {
            Assert.Equal("heliograph", client.ServerInfo.Name);
            await questions(client);
        }

        await toServer.Writer.CompleteAsync();
        await serving;
    }

    /// <summary>What a tool answers: the same as text and as structured content, by the tool's own schema.</summary>
    public static async Task<JsonNode> Call(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var answer = await client.CallToolAsync(tool, arguments.ToDictionary(one => one.Name, object? (one) => one.Value), cancellationToken: Stop);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
        Assert.True(answer.IsError is not true, text);
        Assert.InRange(text.Length, 2, 40_000);
        var body = JsonNode.Parse(text)!;
        Assert.True(JsonNode.DeepEquals(body, JsonNode.Parse(answer.StructuredContent!.Value.GetRawText())));
        var schema = (await client.ListToolsAsync(cancellationToken: Stop)).Single(one => one.Name == tool).ProtocolTool.OutputSchema!.Value;
        var told = Json.Schema.JsonSchema.FromText(schema.GetRawText()).Evaluate(JsonSerializer.SerializeToElement(body), new() { OutputFormat = Json.Schema.OutputFormat.List });
        Assert.True(told.IsValid, string.Join('\n', told.Details?.Where(one => one.Errors is not null).SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation}: {error.Value}")) ?? []) + text);
        return body;
    }

    /// <summary>What a tool says against a call.</summary>
    public static async Task<string> Refusal(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var answer = await client.CallToolAsync(tool, arguments.ToDictionary(one => one.Name, object? (one) => one.Value), cancellationToken: Stop);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
        Assert.True(answer.IsError, text);
        Assert.Null(answer.StructuredContent);
        return text;
    }
}
