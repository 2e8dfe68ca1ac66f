using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.SigningIn;

/// <summary>Where a browser shows its token once and gets a cookie for it, and where it gives that back.</summary>
internal sealed class SignInPages(PageSite site, Sessions sessions, SignInTries tries)
{
    /// <summary>The name of the cookie.</summary>
    public const string Cookie = "heliograph-session";

    private const int LongestForm = 10_000; // bytes

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site, Sessions sessions)
    {
        var tries = new SignInTries();
        app.Lifetime.ApplicationStopped.Register(tries.Dispose);
        var pages = new SignInPages(site, sessions, tries);
        PageSite.Door(app.MapGet("/sign-in", (HttpContext context, string? to) => pages.Ask(context, OwnPath.Of(to))), Right.None);
        Func<HttpContext, Task<IResult>> signIn = pages.SignIn;
        PageSite.Door(app.MapPost("/sign-in", (Delegate)signIn), Right.None);
        PageSite.Door(app.MapPost("/sign-out", pages.SignOut), Right.None);
    }

    private IResult Ask(HttpContext context, string to)
    {
        if (site.Visitor(context).CanRead) return On(to);
        // Who follows a link of another site brings no cookie along, for it is strict; asked for again by this page, it comes
        if (context.Features.Get<Ask>()?.FetchSite is "cross-site" or "same-site") context.Response.Headers["Refresh"] = "0; url=/sign-in?to=" + Uri.EscapeDataString(to);
        return Page(context, to);
    }

    private async Task<IResult> SignIn(HttpContext context)
    {
        if (site.Settings.Tokens is not { } tokens) return On("/");
        if (context.Features.Get<Ask>() is not { IsOfOwnPage: true })
        {
            return site.Trouble(context, new(403, "Asked by a page of another site", "Found a form that is not of this server's own pages, expected the one of /sign-in. Open /sign-in, and send it from there."));
        }

        if (!context.Request.HasFormContentType || context.Request.ContentLength is not <= LongestForm)
        {
            return site.Trouble(context, new(400, "Form not understood", "Found something else than the form of /sign-in, expected that. Open /sign-in, and send it from there."));
        }

        var (form, wrong) = await Forms.Read(context, new());
        if (form is null) return site.Trouble(context, new(400, "Form not understood", $"Found {wrong}, expected the form of /sign-in. Open /sign-in, and send it from there."));
        var to = OwnPath.Of(form["to"]);
        if (tokens.Find(form["token"].ToString().Trim()) is not { } row)
        {
            if (tries.IsTooMany(context.Connection.RemoteIpAddress)) return TooMany(context, to, "wrong tokens from your address");
            return Page(context, to, "Found a token that is none of this server's, expected one that opens it. Check that the whole of it was pasted, or ask for a new one.", 401);
        }

        if (tries.IsTooMany(row)) return TooMany(context, to, "sign-ins with this token");
        if (context.Request.Cookies[Cookie] is { } old) sessions.End(old);
        context.Response.Cookies.Append(Cookie, sessions.Begin(row), Options(context));
        return On(to);
    }

    private PageAnswer<SignInPage> TooMany(HttpContext context, string to, string found)
    {
        context.Response.Headers.RetryAfter = "60";
        return Page(context, to, $"Found more than {SignInTries.Most} {found} in a minute, expected fewer. Wait a minute, and try again.", 429);
    }

    private IResult SignOut(HttpContext context)
    {
        if (context.Features.Get<Ask>() is { IsOfOwnPage: true } && context.Request.Cookies[Cookie] is { } name)
        {
            sessions.End(name);
            context.Response.Cookies.Delete(Cookie, Options(context));
        }

        return On(site.Settings.Tokens is null ? "/" : "/sign-in");
    }

    private PageAnswer<SignInPage> Page(HttpContext context, string to, string? problem = null, int status = 200) => new(
        new() { [nameof(SignInPage.To)] = to, [nameof(SignInPage.Problem)] = problem, [nameof(SignInPage.Visitor)] = site.Visitor(context) }, status);

    private static IResult On(string to) => Results.Redirect(to, permanent: false, preserveMethod: false);

    // No script sees it, no page of another site sends it; with it goes no date, so that closing the browser ends it too.
    // A server in front that is trusted speaks https unless it says otherwise; one that is not may say so too, for it makes the cookie stricter only
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
        Secure = context.Request.IsHttps || context.Features.Get<Way>() is { IsThroughTrusted: true, Scheme: not "http" } || context.Request.Headers["X-Forwarded-Proto"].ToString().Equals("https", StringComparison.OrdinalIgnoreCase),
    };
}
