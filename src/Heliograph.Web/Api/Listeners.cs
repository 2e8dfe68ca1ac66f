using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Heliograph.Web.Api;

/// <summary>Those who listen at a door that goes on telling, by server-sent events: so many at a time, until they leave or the server stops.</summary>
/// <param name="most">How many may listen at a time.</param>
/// <param name="instead">What one too many is told to do.</param>
/// <param name="stopping">Ends the listening of all.</param>
internal sealed class Listeners(int most, string instead, CancellationToken stopping)
{
    private int _count;

    /// <summary>Tells one more, or says that too many listen.</summary>
    /// <param name="context">The request.</param>
    /// <param name="tell">Goes on telling, until it is done or its token says that nobody listens.</param>
    public async Task Tell(HttpContext context, Func<CancellationToken, Task> tell)
    {
        if (Interlocked.Increment(ref _count) > most)
        {
            Interlocked.Decrement(ref _count);
            context.Response.Headers.RetryAfter = "30";
            await Problems.Write(context, Problems.Of(429, "Too many listen already", FormattableString.Invariant($"{most} open lines"), "fewer", instead));
            return;
        }

        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await tell(ending.Token);
        }
        catch (OperationCanceledException)
        {
            // the listener left, or the server stops
        }
        finally
        {
            Interlocked.Decrement(ref _count);
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
