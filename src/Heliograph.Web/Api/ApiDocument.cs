using System.Collections.Immutable;
using Heliograph.Exports;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Heliograph.Web.Api;

/// <summary><c>/openapi/v1.json</c>: the document of the API, made of the doors themselves.</summary>
internal static class ApiDocument
{
    private const string Bearer = "token";

    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["reports"] = "What was read.",
        ["entries"] = "What it tells: mentions, statements and events, each with its words; counted, drawn, exported, and as they come.",
        ["tables"] = "The lists that hold no entries, as tables.",
        ["actors"] = "Who is who, and what is told of them.",
        ["runs"] = "What was read when, with what, and what was refused.",
        ["corrections"] = "What people said about entries and actors.",
        ["reading"] = "Have a text read.",
    };

    /// <summary>Prepares the document.</summary>
    public static void Add(IServiceCollection services, WebSettings settings) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Mend(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var door = context.Description.ActionDescriptor.EndpointMetadata.OfType<Door>().FirstOrDefault();
            ApiParameters.Complete(operation, door?.IsFiltered is true);
            Tell(operation, door, context.Document!);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Heliograph",
                Version = settings.Version,
                Description = "Who did what to whom, who says so, and in which words. Every entry carries the spans it was read from, in Unicode code points.",
                License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            document.Servers = [new() { Url = "/" }];
            foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>()) tag.Description = Tags[tag.Name!];
            document.Components ??= new();
            LineSchemas.Add(document);
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Bearer] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A token of heliograph serve tokens. Servers on loopback ask for none.",
                },
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }, new()];
            return Task.CompletedTask;
        });
    });

    /// <summary>Opens the door.</summary>
    public static void Map(WebApplication app) =>
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new Door(Right.None));

    // What the serializer does and the generator does not see: lines are objects, and what is null is left out
    private static void Mend(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(Line)) (schema.Type, schema.Title) = (JsonSchemaType.Object, nameof(Line));
        if (type == typeof(ImmutableArray<Line>)) schema.Items = new OpenApiSchema { Type = JsonSchemaType.Object, Title = nameof(Line) };
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (property.IsGetNullable) schema.Required?.Remove(property.Name);
        }
    }

    // What every door has: the gate and the limit on requests stand before it; and what an export's file is
    private static void Tell(OpenApiOperation operation, Door? door, OpenApiDocument document)
    {
        operation.Description = operation.Summary + (operation.Summary?.EndsWith('.') is true ? "" : ".")
            + (door?.IsFiltered is true ? " Without a filter it tells of all entries." : "")
            + (door?.Needs == Right.Editor ? " Asks for an editor's token where the server asks for tokens." : "");
        operation.Responses ??= [];
        foreach (var (status, title) in new[] { ("401", "Unauthorized"), ("429", "Too Many Requests") })
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = title,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Problems.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemBody), document) } },
            });
        }

        if (operation.OperationId?.StartsWith("export", StringComparison.Ordinal) is not true || !operation.Responses.TryGetValue("200", out var answer) || answer is not OpenApiResponse file) return;
        var types = operation.OperationId is "exportEntries" or "exportActor"
            ? Exports.Export.Formats.Select(format => format.IsFolder ? "application/zip" : format.MediaType)
            : PlainTable.Formats.Select(format => format.MediaType);
        file.Content = types.Distinct().ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }, StringComparer.Ordinal);
    }
}
