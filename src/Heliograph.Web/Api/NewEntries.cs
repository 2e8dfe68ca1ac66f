using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Heliograph.Web.Api;

/// <summary><c>GET /api/v1/events</c>: tells entries as they come, by server-sent events.</summary>
internal sealed class NewEntries(LedgerPool ledger, WebSettings settings, IHostApplicationLifetime lifetime)
{
    private const int MostListeners = 64;
    private const int AtATime = 200;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15); // after which a comment keeps the line open

    private readonly Listeners _listeners = new(MostListeners, lifetime.ApplicationStopping);

    /// <summary>Opens the door.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger, WebSettings settings, IHostApplicationLifetime lifetime)
    {
        var door = new NewEntries(ledger, settings, lifetime);
        Func<HttpContext, Task> tell = context => door._listeners.Tell(context, token => door.Follow(context, token));
        api.MapGet("/events", (Delegate)tell)
            .Is<Doors.Nothing>(
                "watchEntries", "New entries as they come (server-sent events); with the header Last-Event-ID those behind it first", problems: [400, 429, 503])
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
    }

    private async Task Follow(HttpContext context, CancellationToken token)
    {
        var asked = context.Request.Headers["Last-Event-ID"].ToString();
        if (asked.Length > 0 && Question.Number(asked) is null)
        {
            await Problems.Write(context, Problems.Of(400, "Last-Event-ID not understood", $"'{asked}'", "a number that an event before gave", "Leave the header out to hear of new entries only"));
            return;
        }

        var last = Question.Number(asked) ?? ledger.Read(store => store.LastEntry());
        Listeners.Begin(context);
        await Listeners.Send(context, string.Create(CultureInfo.InvariantCulture, $"retry: 3000\n: entries behind {last}\n\n"), token);
        var quietSince = settings.Clock.GetTimestamp();
        while (true)
        {
            var news = ledger.Read(store => store.LastEntry()) > last ? ledger.Read(store => store.EntriesSince(last, AtATime)) : [];
            foreach (var (number, found) in news)
            {
                last = number;
                var data = System.Text.Json.JsonSerializer.Serialize(Words.Row(found), ApiJson.Options);
                await Listeners.Send(context, string.Create(CultureInfo.InvariantCulture, $"id: {number}\nevent: entry\ndata: {data}\n\n"), token);
                quietSince = settings.Clock.GetTimestamp();
            }

            if (news.Length == AtATime) continue;
            if (settings.Clock.GetElapsedTime(quietSince) >= Silence)
            {
                await Listeners.Send(context, ": still here\n\n", token);
                quietSince = settings.Clock.GetTimestamp();
            }

            await Task.Delay(settings.Pause, settings.Clock, token);
        }
    }
}
