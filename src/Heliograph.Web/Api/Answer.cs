using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>An answer in JSON, with a tag of its bytes, so that whoever has it already is told so and sent nothing.</summary>
/// <typeparam name="T">What the body is.</typeparam>
/// <param name="body">The body.</param>
/// <param name="next">Where the next page is; null where there is none.</param>
/// <param name="status">The status code.</param>
internal sealed class Answer<T>(T body, string? next = null, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>The body.</summary>
    public T Body => body;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options);
        if (next is not null) httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return Answers.Write(httpContext, bytes, "application/json", status);
    }
}
