using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>The schema of what a tool answers, made of the record that it answers with.</summary>
internal static class OutputSchema
{
    private static readonly JsonSerializerOptions Options = Made();

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Mended };

    /// <summary>The schema of a record.</summary>
    public static JsonElement Of<T>() => JsonSerializer.SerializeToElement(Options.GetJsonSchemaAsNode(typeof(T), Exporting), Options);

    // What the serializer does and the exporter does not see: lines are objects, and what is null is left out
    private static JsonNode Mended(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(Line)) return new JsonObject { ["type"] = "object", ["description"] = "A line of the ledger. Spans count Unicode code points of the report's text." };
        if (schema is not JsonObject of) return schema;
        if (of["required"] is JsonArray required)
        {
            var needed = required.Select(name => (string)name!).Where(name => !context.TypeInfo.Properties.First(one => one.Name == name).IsGetNullable).ToList();
            of.Remove("required");
            if (needed.Count > 0) of["required"] = new JsonArray([.. needed.Select(name => (JsonNode)name)]);
        }

        if (of["type"] is JsonArray types) of["type"] = (string)types.First(type => (string)type! != "null")!;
        return of;
    }

    private static JsonSerializerOptions Made()
    {
        var options = ApiJson.Set(new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });
        options.MakeReadOnly();
        return options;
    }
}
