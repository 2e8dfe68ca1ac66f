using System.Globalization;
using System.Net;
using System.Text;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/doors</c>: the doors of this server, for people who open it in a browser.</summary>
internal static class FirstPage
{
    /// <summary>Opens the door.</summary>
    public static void Map(WebApplication app, WebSettings settings) =>
        app.MapGet("/doors", (HttpContext context, EndpointDataSource doors) => Answers.Write(context, Encoding.UTF8.GetBytes(Page(doors, settings)), "text/html; charset=utf-8"))
            .WithMetadata(new Door(Right.None)).ExcludeFromDescription();

    private static string Page(EndpointDataSource doors, WebSettings settings)
    {
        var rows = new StringBuilder();
        foreach (var door in doors.Endpoints.OfType<RouteEndpoint>())
        {
            if (door.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary is not { } summary) continue;
            var method = door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            var route = WebUtility.HtmlEncode(door.RoutePattern.RawText ?? "");
            var place = method == "GET" && !route.Contains('{', StringComparison.Ordinal) && !summary.Contains("server-sent", StringComparison.Ordinal)
                ? $"<a href=\"{route}\">{route}</a>"
                : route;
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{method}<td><code>{place}</code><td>{WebUtility.HtmlEncode(summary)}\n");
        }

        return $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>Heliograph</title>
            <h1>Heliograph</h1>
            <p>Version {WebUtility.HtmlEncode(settings.Version)}. Who did what to whom, who says so, and in which words: the ledger of this server, by its doors.
            <p>Their document: <a href="/openapi/v1.json">/openapi/v1.json</a> (OpenAPI 3.1). For assistants: <code>/mcp</code> (Model Context Protocol).
            <table>
            <thead><tr><th>method<th>door<th>what it is for
            <tbody>
            {rows}</table>
            </html>

            """;
    }
}
