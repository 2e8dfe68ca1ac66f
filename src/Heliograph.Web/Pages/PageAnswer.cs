using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heliograph.Web.Pages;

/// <summary>An answer in HTML: a component with its values, rendered once. Nothing of it lives on in the server.</summary>
/// <typeparam name="T">The component.</typeparam>
/// <param name="values">The values of its parameters, by their names.</param>
/// <param name="status">The status code.</param>
/// <param name="alsoAllowed">Directives of the content security policy that this page needs beside the usual ones, such as
/// <c>worker-src 'self'</c>; a decision record says why.</param>
internal sealed class PageAnswer<T>(Dictionary<string, object?> values, int status = StatusCodes.Status200OK, string alsoAllowed = "") : IResult
    where T : IComponent
{
    // Only this server's own files, and no line of script or style inside a page
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // Letters of every script stand as they are: a page of Cyrillic is not six times as long for being encoded
    private static readonly ServiceProvider Encoders = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = alsoAllowed.Length == 0 ? Policy : $"{Policy}; {alsoAllowed}";
        httpContext.Response.Headers["Referrer-Policy"] = "same-origin"; // without one, browsers send forms with the origin "null", which the gate refuses
        await Answers.Write(httpContext, Encoding.UTF8.GetBytes(await Render()), "text/html; charset=utf-8", status);
    }

    /// <summary>The page as it is sent.</summary>
    public async Task<string> Render()
    {
        await using var renderer = new HtmlRenderer(Encoders, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(values));
            return page.ToHtmlString();
        });
    }
}
