using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heliograph.Store;
using Heliograph.Web.Api;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Heliograph.Web.Mcp;

/// <summary>Reports and entries as resources: <c>heliograph://report/{id}</c> and <c>heliograph://entry/{id}</c>.</summary>
internal sealed class LedgerResources(LedgerPool ledger, LedgerTools tools, Stretches stretches)
{
    private const string Reports = "heliograph://report/", Entries = "heliograph://entry/";
    private const string Json = "application/json";
    private const int RowsOfPage = 50;

    /// <summary>The kinds of resource.</summary>
    public static ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates =
        [
            new() { Name = "report", Title = "A report", UriTemplate = Reports + "{id}{?from}", MimeType = Json, Description = "A report of the ledger: a stretch of its text, from a place in Unicode code points, and the entries whose words begin in it." },
            new() { Name = "entry", Title = "An entry", UriTemplate = Entries + "{id}", MimeType = Json, Description = "An entry of the ledger with the words around it, who says so, and what people said about it." },
        ],
    };

    /// <summary>The reports of the ledger, the last one added first.</summary>
    /// <param name="cursor">Where the page begins; null for the first.</param>
    public ListResourcesResult List(string? cursor) => Told(() =>
    {
        var before = Question.Number(cursor);
        if (cursor is not null && before is null) throw Refused(new("Cursor not understood", 400, $"resources/list: found the cursor '{cursor}', expected one that a page before gave. Begin again without it."));
        var heads = ledger.Read(store => store.Reports(before, RowsOfPage + 1));
        return new ListResourcesResult
        {
            Resources = [.. heads.Take(RowsOfPage).Select(Of)],
            NextCursor = heads.Length > RowsOfPage ? heads[RowsOfPage - 1].Number.ToString(CultureInfo.InvariantCulture) : null,
        };
    });

    /// <summary>What a resource holds.</summary>
    /// <param name="address">Its address.</param>
    public ReadResourceResult Read(string address) => Told(() =>
    {
        object? body;
        ProblemBody? problem;
        if (address.StartsWith(Reports, StringComparison.Ordinal)) (body, problem) = Report(address);
        else if (address.StartsWith(Entries, StringComparison.Ordinal)) (body, problem) = tools.Evidence(address[Entries.Length..]);
        else (body, problem) = (null, new("No such resource", 404, $"resources/read: found '{Pages.Shown.Line(address, 80)}', expected {Reports}ID or {Entries}ID. See resources/templates/list."));
        if (body is null) throw Refused(problem!);
        return new ReadResourceResult
        {
            Contents = [new TextResourceContents { Uri = address, MimeType = Json, Text = AnswerBounds.Fit(JsonSerializer.SerializeToNode(body, ApiJson.Options)!).ToJsonString(ApiJson.Options) }],
        };
    });

    private (object? Body, ProblemBody? Problem) Report(string address)
    {
        var parts = address[Reports.Length..].Split("?from=", 2);
        var given = new Dictionary<string, JsonElement> { ["id"] = JsonSerializer.SerializeToElement(Uri.UnescapeDataString(parts[0])) };
        if (parts.Length > 1) given["from"] = JsonSerializer.SerializeToElement(Question.Number(parts[1]) is { } number ? JsonValue.Create(number) : JsonValue.Create(parts[1]));
        var (arguments, problem) = Arguments.Read("resources/read", stretches.OfReport, given);
        return arguments is null ? (null, problem) : stretches.GetReport(arguments);
    }

    private static Resource Of(HeldReport held)
    {
        var head = JsonNode.Parse(held.Head)!;
        var id = (string)head["id"]!;
        return new()
        {
            Uri = Reports + id,
            Name = Pages.Shown.Line((string?)head["input"] ?? id, 120),
            Title = (string?)head["title"] is { } title ? Pages.Shown.Line(title, 200) : null,
            Description = Pages.Shown.Line($"{(string?)head["outlet"] ?? "no outlet named"}, {(string?)head["published"] ?? "no day named"}, {held.Entries.ToString(CultureInfo.InvariantCulture)} entries", 200),
            MimeType = Json,
        };
    }

    private static T Told<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (LedgerException e)
        {
            throw new McpProtocolException(e.Message, e, e.IsOfQuestion ? McpErrorCode.InvalidParams : McpErrorCode.InternalError);
        }
    }

    private static McpProtocolException Refused(ProblemBody problem) => new(
        problem.Detail, problem.Status == 404 || problem.Found?.StartsWith("no ", StringComparison.Ordinal) is true ? McpErrorCode.ResourceNotFound : McpErrorCode.InvalidParams);
}
