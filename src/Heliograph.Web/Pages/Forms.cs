using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Heliograph.Web.Pages;

/// <summary>Reads the forms that browsers send.</summary>
internal static class Forms
{
    /// <summary>The form of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="options">How large it may be.</param>
    /// <returns>The form, or what was found in its place.</returns>
    /// <exception cref="BadHttpRequestException">It is larger than the server takes.</exception>
    public static async Task<(IFormCollection? Form, string? Wrong)> Read(HttpContext context, FormOptions options)
    {
        try
        {
            return (await context.Request.ReadFormAsync(options, context.RequestAborted), null);
        }
        catch (InvalidDataException e)
        {
            return (null, e.Message.TrimEnd('.'));
        }
        catch (IOException e) when (e is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            return (null, "a form that breaks off before its end");
        }
    }
}
