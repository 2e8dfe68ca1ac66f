using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>Reads the bodies of requests.</summary>
internal static class Bodies
{
    /// <summary>The whole body.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than the server takes, or breaks off.</exception>
    public static async Task<(byte[] Bytes, ProblemBody? Problem)> Read(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return ([], Problems.Of(
                415, "Not JSON", context.Request.ContentType is { } type ? $"the content type '{type}'" : "no content type", "application/json",
                "Send a JSON object, and say so with the header Content-Type: application/json"));
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return (buffer.ToArray(), null);
    }

    /// <summary>The body as an object.</summary>
    public static async Task<(T? Body, ProblemBody? Problem)> Read<T>(HttpContext context)
        where T : class
    {
        var (bytes, problem) = await Read(context);
        if (problem is not null) return (null, problem);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, ApiJson.Options) is { } body
                ? (body, null)
                : (null, Problems.Of(400, "Body not understood", "null", "a JSON object", "See /openapi/v1.json"));
        }
        catch (JsonException e)
        {
            return (null, NotUnderstood(e));
        }
    }

    /// <summary>What is wrong with a body that is no JSON, or not what was expected.</summary>
    public static ProblemBody NotUnderstood(JsonException e) => Problems.Of(
        400, "Body not understood", FormattableString.Invariant($"at line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}: {e.Message}"),
        "the JSON object that /openapi/v1.json describes", "Mend the body, and send it again");
}
