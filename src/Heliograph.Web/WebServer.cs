using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Heliograph.Web.Mcp;
using Heliograph.Web.Pages;
using Heliograph.Web.Pages.SigningIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Heliograph.Web;

/// <summary>Makes the server of <c>heliograph serve</c>: every door of a ledger in one process.</summary>
public static class WebServer
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5); // for requests under way when the server is stopped

    /// <summary>A server that has not started. It reads no settings but these: no file and no variable of the environment.</summary>
    /// <param name="settings">What it serves, and to whom.</param>
    /// <param name="ledger">The ledger; the caller disposes it after the server.</param>
    /// <exception cref="ArgumentException">It would listen beyond loopback and ask for no token.</exception>
    public static WebApplication Build(WebSettings settings, LedgerPool ledger)
    {
        if (settings.Tokens is null && !settings.Address.IsLoopback)
        {
            throw new ArgumentException($"Found {settings.Address.Url} without tokens, expected tokens beyond loopback. Set Tokens.", nameof(settings));
        }

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Listen(settings.Address.Ip, settings.Address.Port);
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Farewell);
        builder.Services.AddRouting();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Set(options.SerializerOptions));
        var (site, sessions, queue) = (new PageSite(ledger, settings), new Sessions(settings.Clock), new ReadingQueue(Environment.ProcessorCount));
        builder.Services.AddRateLimiter(options => Limit(options, settings, site));
        ApiDocument.Add(builder.Services, settings);
        HealthDoors.Add(builder.Services);

        var app = builder.Build();
        app.Use((context, next) => Arrived(context, next, settings));
        app.Use((context, next) => Guarded(context, next, settings, site));
        app.UseRateLimiter();
        app.Use((context, next) => Admitted(context, next, site, sessions));
        var api = app.MapGroup("/api/v1");
        ReportDoors.Map(Tagged("reports"), ledger);
        EntryDoors.Map(Tagged("entries"), ledger);
        ViewDoors.Map(Tagged("entries"), ledger);
        ExportDoor.Map(Tagged("entries"), app, ledger);
        TableDoors.Map(Tagged("tables"), ledger, settings);
        ActorDoors.Map(Tagged("actors"), ledger, settings);
        DossierDoors.Map(Tagged("actors"), ledger, settings);
        RunDoors.Map(Tagged("runs"), ledger);
        CorrectionDoors.Map(Tagged("corrections"), ledger, settings);
        ReadDoor.Map(Tagged("reading"), ledger, settings, queue);
        NewEntries.Map(Tagged("entries"), ledger, settings, app.Lifetime);
        McpDoor.Map(app, ledger, settings, queue);
        ApiDocument.Map(app);
        HealthDoors.Map(app, ledger, settings, queue);
        app.MapPages(site, sessions, queue);
        return app;

        RouteGroupBuilder Tagged(string tag) => api.MapGroup("").WithTags(tag);
    }

    // Whoever sent a request is told by the connection, or by a server in front that is trusted; from here on they are who asks
    private static Task Arrived(HttpContext context, RequestDelegate next, WebSettings settings)
    {
        var way = Forwarding.Of(context.Connection.RemoteIpAddress ?? IPAddress.None, context.Request.Headers, settings.TrustedProxies);
        context.Connection.RemoteIpAddress = way.Caller;
        if (way.Scheme is { } scheme) context.Request.Scheme = scheme;
        context.Features.Set(way);
        context.Response.Body = new PatientBody(context.Response.Body, context, settings);
        return next(context);
    }

    // Headers that go with every answer; and no error leaves without being told in words
    private static async Task Guarded(HttpContext context, RequestDelegate next, WebSettings settings, PageSite site)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        try
        {
            if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true)
            {
                await site.Tell(context, Problems.Of(400, "Address not understood", "the character NUL in the address", "one without it", "Leave %00 out"));
                return;
            }

            await next(context);
            if (!context.Response.HasStarted && context.Response is { ContentType: null, StatusCode: 404 or 405 or 415 }) await NotFound(context, site);
        }
        catch (Exception e) when (e is OperationCanceledException or (IOException and not LedgerException) && context.RequestAborted.IsCancellationRequested)
        {
            // nobody is there any more to be answered
        }
        catch (OperationCanceledException) when (context.Response.HasStarted)
        {
            // whoever asked takes too long over the answer
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await site.Tell(context, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.Of(
                    413, "Too large", "a larger body", string.Create(CultureInfo.InvariantCulture, $"at most {settings.MaxBodyBytes:N0} bytes"),
                    "Send one report at a time; for many, use heliograph read")
                : Problems.Of(e.StatusCode, "Request not understood", e.Message.TrimEnd('.'), "what /openapi/v1.json describes", "Mend the request, and send it again"));
        }
        catch (LedgerException e) when (!context.Response.HasStarted)
        {
            if (!e.IsOfQuestion) settings.Tell(Printable.Line(e.Message));
            await site.Tell(context, Problems.Of(e));
        }
#pragma warning disable CA1031 // a fault of ours in one request must not cost the others
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            settings.Tell(Printable.Line($"{context.Request.Method} {context.Request.Path}: found a fault in Heliograph itself, expected an answer. Please report it. {e}"));
            await site.Tell(context, Problems.Of(
                500, "A fault in Heliograph", $"a fault in Heliograph itself ({e.GetType().Name})", "an answer", "Please report it with what the server printed"));
        }
    }

    private static Task Admitted(HttpContext context, RequestDelegate next, PageSite site, Sessions sessions)
    {
        var door = context.GetEndpoint()?.Metadata.GetMetadata<Door>();
        var ask = AskOf(context.Request, door?.Needs ?? Right.Reader);
        var (caller, problem) = Gate.Admit(ask, site.Settings.Tokens, sessions);
        if (problem is not null) return door is { IsPage: true } ? site.Refused(context, problem).ExecuteAsync(context) : Problems.Write(context, problem);
        context.Features.Set(caller);
        context.Features.Set(ask);
        return next(context);
    }

    private static Ask AskOf(HttpRequest request, Right needs) => new(
        request.Host.Value ?? "", request.Method, Header(request, "Origin"), Header(request, "Sec-Fetch-Site"), Header(request, "Authorization"),
        request.Headers.ContainsKey("Forwarded") || request.Headers.ContainsKey("X-Forwarded-For"), needs, request.Cookies[SignInPages.Cookie]);

    private static string? Header(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    private static Task NotFound(HttpContext context, PageSite site)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        return site.Tell(context, status == StatusCodes.Status405MethodNotAllowed
            ? Problems.Of(405, "Not this way", $"{request.Method} {request.Path}", $"one of {context.Response.Headers.Allow}", "See /openapi/v1.json")
            : Problems.Of(
                status, status == StatusCodes.Status404NotFound && !request.Path.StartsWithSegments("/api") ? "No such page" : "No such door",
                status == StatusCodes.Status404NotFound ? $"nothing at {request.Path}" : $"{request.Method} {request.Path}", "one of the doors that /openapi/v1.json describes", "Check the address"));
    }

    private static void Limit(RateLimiterOptions options, WebSettings settings, PageSite site)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            Forwarding.Key(context.Connection.RemoteIpAddress),
            _ => new()
            {
                TokenLimit = Math.Max(1, settings.RequestsPerMinute / 6), // at once; then they come back second by second
                TokensPerPeriod = Math.Max(1, settings.RequestsPerMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
        options.OnRejected = async (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await site.Tell(rejected.HttpContext, Problems.Of(
                429, "Too many requests", "more requests than one address may make",
                FormattableString.Invariant($"at most {settings.RequestsPerMinute} a minute"),
                FormattableString.Invariant($"Wait {seconds} s, and go on")));
        };
    }
}
