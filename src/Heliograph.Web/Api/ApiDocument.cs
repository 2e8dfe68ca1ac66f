using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Heliograph.Store;
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
            if (door?.IsFiltered is true) AddFilter(operation);
            if (operation.OperationId == "countEntries") operation.Parameters!.Insert(0, By());
            if (operation.OperationId == "watchEntries") operation.Parameters = [LastEvent()];
            if (door?.Needs == Right.Editor) operation.Description = "Asks for an editor's token where the server asks for tokens.";
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
            document.Components ??= new();
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
        if (type == typeof(Line))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "A line of the ledger, as heliograph read --format jsonl prints it. Spans count Unicode code points of the report's text.";
        }

        if (type == typeof(ImmutableArray<Line>)) schema.Items = new OpenApiSchemaReference(nameof(Line), context.Document);
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (property.IsGetNullable) schema.Required?.Remove(property.Name);
        }
    }

    private static OpenApiParameter By() => new()
    {
        Name = "by",
        In = ParameterLocation.Query,
        Required = true,
        Description = "what to count by; a value that is none of these is the filter's: who acts",
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetNames<TallyBy>().Select(name => (JsonNode)name.ToLowerInvariant())],
        },
    };

    private static OpenApiParameter LastEvent() => new()
    {
        Name = "Last-Event-ID",
        In = ParameterLocation.Header,
        Description = "the id of the last event heard; those behind it are told first",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
    };

    private static void AddFilter(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        foreach (var (key, meaning, example) in Question.FilterKeys)
        {
            if (operation.Parameters.FirstOrDefault(parameter => parameter.Name == key) is OpenApiParameter known)
            {
                operation.Parameters.Remove(known);
            }

            if (key == "by" && operation.OperationId == "countEntries") continue; // stands there for both, see below
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = key,
                In = ParameterLocation.Query,
                Description = $"{meaning}; {(key == "text" ? "may come several times: all of it must be there" : Question.IsOfOneValue(key) ? "of several the last one counts" : "may come several times: any of its values will do")}",
                Explode = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                Example = new JsonArray(example),
            });
        }
    }
}
