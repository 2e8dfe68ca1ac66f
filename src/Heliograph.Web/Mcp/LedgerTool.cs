using System.Text.Json;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Api;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Heliograph.Web.Mcp;

/// <summary>A tool of the ledger: it takes its own arguments and no others, and answers within bounds, by a schema.</summary>
/// <param name="tool">How it is told to assistants.</param>
/// <param name="parameters">What it takes.</param>
/// <param name="answer">Its answer, or why there is none.</param>
/// <param name="tell">Told what went wrong in the program itself.</param>
internal sealed class LedgerTool(
    Tool tool, IReadOnlyList<Parameter> parameters, Func<Arguments, CancellationToken, Task<(object? Body, ProblemBody? Problem)>> answer, Action<string> tell) : McpServerTool
{
    /// <inheritdoc/>
    public override Tool ProtocolTool => tool;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata => [];

    /// <summary>Makes a tool.</summary>
    /// <typeparam name="T">The body of its answer.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its name for people.</param>
    /// <param name="description">What it does.</param>
    /// <param name="parameters">What it takes.</param>
    /// <param name="answer">Its answer, or why there is none.</param>
    /// <param name="tell">Told what went wrong in the program itself.</param>
    public static LedgerTool Of<T>(
        string name, string title, string description, IReadOnlyList<Parameter> parameters,
        Func<Arguments, CancellationToken, Task<(T? Body, ProblemBody? Problem)>> answer, Action<string> tell)
        where T : class => new(
        new()
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = JsonSerializer.SerializeToElement(Parameter.SchemaOf(parameters)),
            OutputSchema = OutputSchema.Of<T>(),
            Annotations = new() { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        },
        parameters,
        async (arguments, stop) => await answer(arguments, stop),
        tell);

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var (arguments, problem) = Arguments.Read(tool.Name, parameters, request.Params?.Arguments);
        object? body = null;
        try
        {
            await Task.Yield(); // others of the same client are heard meanwhile, such as that it has changed its mind
            if (arguments is not null) (body, problem) = await answer(arguments, cancellationToken);
        }
        catch (LedgerException e)
        {
            problem = Problems.Of(e);
        }
#pragma warning disable CA1031 // a fault of ours in one call must not cost the others
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            tell(Printable.Line($"{tool.Name}: found a fault in Heliograph itself, expected an answer. Please report it. {e}"));
            problem = new("A fault in Heliograph", 500, $"{tool.Name}: found a fault in Heliograph itself ({e.GetType().Name}), expected an answer. Please report it with what the server printed.");
        }

        if (problem is not null) return new() { IsError = true, Content = [new TextContentBlock { Text = problem.Detail }] };
        var told = AnswerBounds.Fit(JsonSerializer.SerializeToNode(body, ApiJson.Options)!);
        return new() { Content = [new TextContentBlock { Text = told.ToJsonString(ApiJson.Options) }], StructuredContent = JsonSerializer.SerializeToElement(told) };
    }
}
