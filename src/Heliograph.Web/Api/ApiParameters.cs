using System.Globalization;
using System.Text.Json.Nodes;
using Heliograph.Exports;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Store;
using Microsoft.OpenApi;

namespace Heliograph.Web.Api;

/// <summary>What the API's document says of the parameters of its doors: what each asks for, an example, and its values where they are few.</summary>
internal static class ApiParameters
{
    private static readonly string[] Tables = [.. PlainTable.Formats.Select(format => format.Name)];
    private static readonly string[] Formats = [.. Exports.Export.Formats.Select(format => format.Name)];

    // What is no filter's, by its name; the doors' own types are kept
    private static readonly Dictionary<string, (string Meaning, JsonNode? Example, string[] Values)> Others = new(StringComparer.Ordinal)
    {
        ["title"] = ("beginnings of words that the title must hold; accents and capitals make no difference", "truce", []),
        ["after"] = ("where the page before ended, as its next says", null, []),
        ["limit"] = ("how many rows at most", 50, []),
        ["sort"] = ("the order", "newest", Names<EntrySort>()),
        ["total"] = ("whether to count all that the filter asks for", true, []),
        ["hash"] = ("the id of a report, with or without sha256:, or its beginning", "sha256:7b1c", []),
        ["id"] = ("the id of an entry, or its beginning", "b6224978dca0", []),
        ["all"] = ("whether to write too what is left out unless asked for: what people rejected, and events that did not happen", false, []),
        ["name"] = ("a name, or the title of an office", "prime minister", []),
        ["at"] = ("the day on which they were who they were", "2021-08-17", []),
        ["n"] = ("its number", 1, []),
        ["a"] = ("the one", 1, []),
        ["b"] = ("the other", 2, []),
        ["keep"] = ("whether the ledger shall hold what was read", false, []),
        ["force"] = ("whether to read a text that looks like another language", false, []),
        ["since"] = ("of feeds: the first day of publication that will do", "2031-05-02", []),
    };

    /// <summary>Completes an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isFiltered">Whether it takes the keys of a filter.</param>
    public static void Complete(OpenApiOperation operation, bool isFiltered)
    {
        operation.Parameters ??= [];
        var isOfEntries = operation.OperationId is "exportEntries" or "measureEntries" or "exportActor";
        if (isOfEntries)
        {
            operation.Parameters.Add(Query("limit", new() { Type = JsonSchemaType.Integer, Format = "int32" }));
            operation.Parameters.Add(Query("since", new() { Type = JsonSchemaType.String, Format = "date" }));
        }

        if (operation.OperationId == "exportActors")
        {
            operation.Parameters.Add(Query("name", new() { Type = JsonSchemaType.String }));
            operation.Parameters.Add(Query("at", new() { Type = JsonSchemaType.String, Format = "date" }));
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>()) Tell(parameter, operation.OperationId ?? "", isOfEntries);
        if (isFiltered) AddFilter(operation);
        if (operation.OperationId is "countEntries" or "exportCounts") operation.Parameters.Insert(0, By());
        if (operation.OperationId == "watchEntries") operation.Parameters = [LastEvent()];
    }

    private static void Tell(OpenApiParameter parameter, string operation, bool isOfEntries)
    {
        if (parameter.Schema is not OpenApiSchema schema) return;
        if (parameter.Name == "format")
        {
            var names = isOfEntries ? Formats : Tables;
            (parameter.Description, parameter.Example, schema.Enum) = ("the format, as the suffix of the list's address", names[0], [.. names.Select(name => (JsonNode)name)]);
            return;
        }

        if (parameter.Name is null || !Others.TryGetValue(parameter.Name, out var told)) return;
        (parameter.Description, parameter.Example) = (told.Meaning, told.Example?.DeepClone());
        if (told.Values.Length > 0) schema.Enum = [.. told.Values.Select(value => (JsonNode)value)];
        if (parameter.Name == "limit")
        {
            schema.Minimum = "1";
            schema.Maximum = Question.MostRows.ToString(CultureInfo.InvariantCulture);
            schema.Default = isOfEntries ? FeedQuestion.Usual : Question.UsualLimit;
            if (isOfEntries) parameter.Description = "of feeds: how many entries at most, those that were added last";
        }

        if (operation.Contains("Actor", StringComparison.Ordinal) || operation == "getDossier")
        {
            if (parameter.Name == "id") (parameter.Description, parameter.Example) = ("the id of an actor", "PAK");
        }

        if (operation == "getPair") (parameter.Description, parameter.Example) = ("the id of an actor", parameter.Name == "a" ? "PAK" : "AFG");
    }

    private static void AddFilter(OpenApiOperation operation)
    {
        foreach (var (key, meaning, example) in Question.FilterKeys)
        {
            if (operation.Parameters!.FirstOrDefault(parameter => parameter.Name == key) is OpenApiParameter known) operation.Parameters!.Remove(known);
            if (key == "by" && operation.OperationId is "countEntries" or "exportCounts") continue; // stands there for both, see below
            var (isOne, value) = (Question.IsOfOneValue(key), Value(key));
            var shown = key switch
            {
                "quad" => int.Parse(example, CultureInfo.InvariantCulture),
                "confidence" => double.Parse(example, CultureInfo.InvariantCulture),
                _ => (JsonNode)example,
            };
            operation.Parameters!.Add(new OpenApiParameter
            {
                Name = key,
                In = ParameterLocation.Query,
                Description = $"{meaning}; {(key == "text" ? "may come several times: all of it must be there" : isOne ? "of several the last one counts" : "may come several times: any of its values will do")}",
                Explode = true,
                Schema = isOne ? value : new OpenApiSchema { Type = JsonSchemaType.Array, Items = value },
                Example = isOne ? shown : new JsonArray(shown),
            });
        }
    }

    private static OpenApiSchema Value(string key) => key switch
    {
        "kind" => OneOf("mention", "statement", "event"),
        "type" => OneOf([.. Quads.Types, .. CueLexicon.Acts, .. Terms.AllMentionTypes]),
        "quad" => new() { Type = JsonSchemaType.Integer, Enum = [1, 2, 3, 4] },
        "factuality" => OneOf([.. Terms.AllFactualities]),
        "voice" => OneOf("outlet", "source"),
        "copies" => OneOf("no"),
        "from" or "until" or "published-from" or "published-until" => new() { Type = JsonSchemaType.String, Format = "date" },
        "confidence" => new() { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" },
        "country" => new() { Type = JsonSchemaType.String, Pattern = "^[A-Za-z]{3}$" },
        _ => new() { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter By() => new()
    {
        Name = "by",
        In = ParameterLocation.Query,
        Required = true,
        Description = "what to count by; a value that is none of these is the filter's: who acts",
        Schema = OneOf(Names<TallyBy>()),
        Example = "month",
    };

    private static OpenApiParameter LastEvent() => new()
    {
        Name = "Last-Event-ID",
        In = ParameterLocation.Header,
        Description = "the id of the last event heard; those behind it are told first",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        Example = 1200,
    };

    private static OpenApiParameter Query(string name, OpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Schema = schema };

    private static OpenApiSchema OneOf(params string[] values) => new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
