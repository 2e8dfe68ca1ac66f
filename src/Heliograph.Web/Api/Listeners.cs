using System.Text;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Heliograph.Web.Api;

/// <summary>Those who listen at a door that goes on telling, by server-sent events: so many at a time, until they leave, make room, or the server stops.</summary>
/// <remarks>Nobody can tell a listener who left without a word from one to whom nothing happens: one more is let in, and whoever has the most open lines loses the oldest of them.</remarks>
/// <param name="most">How many may listen at a time.</param>
/// <param name="stopping">Ends the listening of all.</param>
internal sealed class Listeners(int most, CancellationToken stopping)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<(string Who, CancellationTokenSource Ending)> _lines = []; // the oldest first

    /// <summary>Tells one more.</summary>
    /// <param name="context">The request.</param>
    /// <param name="tell">Goes on telling, until it is done or its token says that nobody listens.</param>
    public async Task Tell(HttpContext context, Func<CancellationToken, Task> tell)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            Begin(context);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var line = (Who: context.Features.Get<Caller>()?.Name ?? Forwarding.Key(context.Connection.RemoteIpAddress), Ending: ending);
        await LetIn(line);
        try
        {
            await tell(ending.Token);
        }
        catch (OperationCanceledException)
        {
            // the listener left or made room, or the server stops
            if (context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested) await TellToWait(context);
        }
        finally
        {
            lock (_lock) _lines.Remove(line);
        }
    }

    private async Task LetIn((string Who, CancellationTokenSource Ending) line)
    {
        CancellationTokenSource? oldest = null;
        lock (_lock)
        {
            if (_lines.Count >= most)
            {
                var busiest = _lines.GroupBy(one => one.Who).OrderByDescending(one => one.Count() + (one.Key == line.Who ? 1 : 0)).First();
                oldest = busiest.First().Ending;
                _lines.Remove(busiest.First());
            }

            _lines.Add(line);
        }

        if (oldest is null) return;
        try
        {
            await oldest.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // it left by itself at this moment
        }
    }

    // A browser comes back by itself; not at once, or two of them would take turns
    private static async Task TellToWait(HttpContext context)
    {
        using var soon = new CancellationTokenSource(Farewell);
        try
        {
            await Send(context, "retry: 30000\n\n", soon.Token);
        }
        catch (OperationCanceledException)
        {
            // nobody takes it
        }
    }

    /// <summary>Says what the answer is, before the first event.</summary>
    public static void Begin(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Sends events, at once.</summary>
    /// <param name="context">The request.</param>
    /// <param name="events">Events or comments, each with the empty line that ends it.</param>
    /// <param name="token">Ends it.</param>
    public static async Task Send(HttpContext context, string events, CancellationToken token)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(events), token);
        await context.Response.Body.FlushAsync(token);
    }
}
