using System.Diagnostics.Metrics;
using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace Heliograph.Web;

/// <summary>What whoever runs the server asks it: <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
internal static class HealthDoors
{
    private const string Meter = "Heliograph";

    /// <summary>Prepares the meters: ours, and those that the server keeps of itself.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenTelemetry().WithMetrics(metrics => metrics
        .AddMeter(Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddPrometheusExporter());

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, LedgerPool ledger, WebSettings settings, ReadingQueue queue)
    {
        Keep(app.Services.GetRequiredService<IMeterFactory>().Create(Meter), queue);
        string[] asking = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/health/live", asking, () => Results.Text("live\n")).WithMetadata(new Door(Right.None)).ExcludeFromDescription();
        app.MapMethods("/health/ready", asking, (HttpContext context) => Ready(context, ledger, settings)).WithMetadata(new Door(Right.None)).ExcludeFromDescription();
        app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(new Door(Right.Reader));
    }

    // What is wrong with the ledger names files and servers, so it is not told to whoever asks
    private static IResult Ready(HttpContext context, LedgerPool ledger, WebSettings settings)
    {
        try
        {
            ledger.Read(store => store.Version());
        }
        catch (LedgerException)
        {
            return NotReady(context, "a ledger that does not answer", "See what the server prints; ask again when it is mended");
        }

        return settings.IsAwake() ? Results.Text("ready\n") : NotReady(context, "a model that is still being loaded", "Ask again in a few seconds");
    }

    private static IResult NotReady(HttpContext context, string found, string next)
    {
        context.Response.Headers.RetryAfter = "5";
        return Problems.Of(503, "Not ready", found, "a ledger and a model that are ready", next).Answer();
    }

    private static void Keep(Meter meter, ReadingQueue queue)
    {
        meter.CreateObservableGauge("heliograph.reading.now", () => queue.Reading, "{text}", "Texts that are being read.");
        meter.CreateObservableGauge("heliograph.reading.waiting", () => queue.Waiting, "{text}", "Texts that wait for a core.");
        meter.CreateObservableCounter("heliograph.reading.over", () => queue.Over, "{text}", "Texts whose reading is over, however it ended.");
        meter.CreateObservableCounter("heliograph.reading.turned_away", () => queue.TurnedAway, "{text}", "Texts that were turned away because too many waited.");
    }
}
