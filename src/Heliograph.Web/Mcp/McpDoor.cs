using System.Text.Json;
using System.Text.Json.Nodes;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Heliograph.Web.Mcp;

/// <summary>The doors for assistants: the Model Context Protocol over standard input and output, and at <c>/mcp</c>.</summary>
public static class McpDoor
{
    /// <summary>Serves one client over a pair of streams until it leaves. Nothing but lines of the protocol is written.</summary>
    /// <param name="input">What the client sends; null for standard input.</param>
    /// <param name="output">What it reads; null for standard output.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="settings">What reads texts.</param>
    /// <param name="token">Ends it early.</param>
    public static async Task Serve(Stream? input, Stream? output, LedgerPool ledger, WebSettings settings, CancellationToken token)
    {
        var options = Options(ledger, settings, new(Environment.ProcessorCount));
        await using ITransport transport = input is null || output is null
            ? new StdioServerTransport(options)
            : new StreamServerTransport(input, output, options.ServerInfo!.Name);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(token);
    }

    /// <summary>Opens <c>/mcp</c>. Each request stands for itself: the tools only read, so there is no session to keep.</summary>
    internal static void Map(WebApplication app, LedgerPool ledger, WebSettings settings, ReadingQueue queue)
    {
        var options = Options(ledger, settings, queue);
        app.MapPost("/mcp", (HttpContext context) => Answer(context, options)).WithMetadata(new Door(Right.Reader)).ExcludeFromDescription();
    }

    private static McpServerOptions Options(LedgerPool ledger, WebSettings settings, ReadingQueue queue)
    {
        var (names, stretches) = (new ActorNames(ledger, settings.Actors), new Stretches(ledger, settings, queue));
        var tools = new LedgerTools(ledger, settings, names, stretches);
        var (resources, prompts) = (new LedgerResources(ledger, tools, stretches), new LedgerPrompts(names));
        return new()
        {
            ServerInfo = new() { Name = "heliograph", Version = settings.Version },
            ServerInstructions =
                "Heliograph reads English news reports into a ledger of who did what to whom, who says so and how sure they are. Every answer carries " +
                "the words it rests on and where they stand: the report's id, spans in Unicode code points, and the text. Factuality is told in the eyes of " +
                "the voice: an event inside a denial is not an event that happened. Quote the words, and name who says them. Answers are kept short: where " +
                "there is a next, they go on; what leftOut says is missing.",
            ToolCollection = tools.All(),
            Handlers = new()
            {
                ListResourcesHandler = (request, _) => ValueTask.FromResult(resources.List(request.Params?.Cursor)),
                ListResourceTemplatesHandler = (_, _) => ValueTask.FromResult(LedgerResources.Templates()),
                ReadResourceHandler = (request, _) => ValueTask.FromResult(resources.Read(request.Params?.Uri ?? "")),
                ListPromptsHandler = (_, _) => ValueTask.FromResult(LedgerPrompts.List()),
                GetPromptHandler = (request, _) => ValueTask.FromResult(prompts.Get(request.Params?.Name, request.Params?.Arguments)),
            },
        };
    }

    private static async Task Answer(HttpContext context, McpServerOptions options)
    {
        var (bytes, problem) = await Bodies.Read(context);
        JsonRpcMessage? message = null;
        try
        {
            if (problem is null) message = (JsonRpcMessage?)JsonSerializer.Deserialize(bytes, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)));
            if (problem is null && message is null) problem = Problems.Of(400, "Body not understood", "null", "a message of JSON-RPC", "Send what the Model Context Protocol asks for");
        }
        catch (JsonException e)
        {
            problem = Bodies.NotUnderstood(e);
        }

        if (message is JsonRpcRequest request && Wrong(request) is { } wrong)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(wrong, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcError))), context.RequestAborted);
            return;
        }

        if (message is null)
        {
            await Problems.Write(context, problem!);
            return;
        }

        var token = context.RequestAborted;
        var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, options);
        var running = server.RunAsync(token);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        if (!await transport.HandlePostRequestAsync(message, context.Response.Body, token))
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await transport.DisposeAsync();
        await running;
    }

    // What the transport itself reads of a message, before anybody who could say what is wrong with it
    private static JsonRpcError? Wrong(JsonRpcRequest request)
    {
        string? found = null;
        if (request.Params is not (null or JsonObject)) found = $"params that are {(request.Params is JsonArray ? "an array" : "a value")}";
        else if (request.Method == RequestMethods.Initialize)
        {
            try
            {
                if (request.Params is null) found = "no params";
                else request.Params.Deserialize(McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(InitializeRequestParams)));
            }
            catch (JsonException e)
            {
                found = $"params that are not understood ({e.Message.TrimEnd('.')})";
            }
        }

        return found is null ? null : new()
        {
            Id = request.Id,
            Error = new()
            {
                Code = (int)McpErrorCode.InvalidParams,
                Message = $"{Pages.Shown.Line(request.Method, 60)}: found {found}, expected the object that the Model Context Protocol asks for. Mend the message, and send it again.",
            },
        };
    }
}
