using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>Writes answers.</summary>
internal static class Answers
{
    /// <summary>Writes a body and its tag, or 304 where the caller has it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bytes">The body.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="status">The status code.</param>
    /// <param name="kept">How callers may keep it (Cache-Control); null for what is kept only to be asked for again.</param>
    public static async Task Write(HttpContext context, byte[] bytes, string mediaType, int status = StatusCodes.Status200OK, string? kept = null)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = kept ?? "private, no-cache";
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
            response.Headers.ETag = tag;
            if (request.GetTypedHeaders().IfNoneMatch.Any(one => one.Tag == "*" || one.Tag == tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = status;
        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
