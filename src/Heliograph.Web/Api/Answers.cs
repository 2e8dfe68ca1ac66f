using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>Writes answers.</summary>
internal static class Answers
{
    /// <summary>Writes a body and its tag, or 304 where the caller has it.</summary>
    public static async Task Write(HttpContext context, byte[] bytes, string mediaType, int status = StatusCodes.Status200OK)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "private, no-cache"; // kept only to be asked for again
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
