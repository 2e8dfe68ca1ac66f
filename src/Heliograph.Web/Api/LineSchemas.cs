using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Heliograph.Web.Api;

/// <summary>The schemas of the ledger's lines in the API's document: those of <c>docs/schema/ledger.schema.json</c>, under names of the document.</summary>
internal static class LineSchemas
{
    private const string Definitions = "#/$defs/";
    private const string Components = "#/components/schemas/";
    private static readonly string[] Entries = ["mention", "statement", "event"];

    /// <summary>Adds them, and says of each line in an answer whether it is a report's or an entry's.</summary>
    public static void Add(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        foreach (var schema in schemas.Values.OfType<OpenApiSchema>()) Tell(schema, document);
        schemas.Remove(nameof(Line));
        foreach (var (name, schema) in Read()) schemas.Add(name, schema);
        schemas.Add("EntryLine", new OpenApiSchema
        {
            Description = "A line of the ledger, as heliograph read --format jsonl prints it. Spans count Unicode code points of the report's text.",
            OneOf = [.. Entries.Select(kind => new OpenApiSchemaReference(Named(kind), document))],
            Discriminator = new()
            {
                PropertyName = "kind",
                Mapping = Entries.ToDictionary(kind => kind, kind => new OpenApiSchemaReference(Named(kind), document), StringComparer.Ordinal),
            },
        });
    }

    private static void Tell(OpenApiSchema schema, OpenApiDocument document)
    {
        foreach (var (name, property) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).ToList())
        {
            var line = name == "report" ? Named("report") : "EntryLine";
            if (IsLine(property)) schema.Properties![name] = new OpenApiSchemaReference(line, document) { Description = property.Description };
            else if (property is OpenApiSchema { Items: { } items } list && IsLine(items)) list.Items = new OpenApiSchemaReference(line, document);
        }

        // the generator names it where it stands alone, and writes it out as the item of a list
        static bool IsLine(IOpenApiSchema? schema) => schema is OpenApiSchemaReference { Reference.Id: nameof(Line) } or OpenApiSchema { Title: nameof(Line) };
    }

    private static IEnumerable<KeyValuePair<string, IOpenApiSchema>> Read()
    {
        using var stream = typeof(LineSchemas).Assembly.GetManifestResourceStream("ledger.schema.json")!;
        var definitions = JsonNode.Parse(stream)!["$defs"]!.AsObject();
        var required = definitions["report"]!["required"]!.AsArray();
        required.Remove(required.First(name => (string)name! == "text")); // lists leave it out
        var schemas = new JsonObject(definitions.Select(definition => KeyValuePair.Create(Named(definition.Key), Renamed(definition.Value!.DeepClone()))));
        var whole = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "lines", ["version"] = "1" },
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        return OpenApiDocument.Parse(whole.ToJsonString(), "json").Document!.Components!.Schemas!;
    }

    private static JsonNode? Renamed(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var (key, value) in properties.ToList()) properties[key] = key == "$ref" ? Components + Named(((string)value!)[Definitions.Length..]) : Renamed(value!.DeepClone());
                return properties;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Renamed(item!.DeepClone()))]);
            default:
                return node;
        }
    }

    private static string Named(string definition) => definition is "report" or "mention" or "statement" or "event"
        ? char.ToUpperInvariant(definition[0]) + definition[1..] + "Line"
        : "Line" + char.ToUpperInvariant(definition[0]) + definition[1..];
}
