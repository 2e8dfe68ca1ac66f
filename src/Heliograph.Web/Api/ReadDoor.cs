using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>POST /api/v1/read</c>.</summary>
internal static class ReadDoor
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Opens the door.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger, WebSettings settings, ReadingQueue queue)
    {
        api.MapPost("/read", (HttpContext context, bool? keep, bool? force) => Read(context, ledger, settings, queue, keep is true, force is true))
            .Accepts<ReadRequest>("application/json")
            .Is<WholeReport>(
                "readText", "Read a text and tell its entries; nothing is kept but with keep=true, which asks for an editor",
                problems: [400, 401, 403, 413, 415, 422, 429, 503]);
    }

    private static async Task<IResult> Read(HttpContext context, LedgerPool ledger, WebSettings settings, ReadingQueue queue, bool keeps, bool force)
    {
        if (keeps && context.Features.Get<Caller>() is not { Right: Right.Editor })
        {
            return Problems.Of(403, "Not with this token", "keep=true with a token that opens reading", "one that opens writing", "Leave keep=true out, or ask for an editor's token").Answer();
        }

        var (bytes, problem) = await Bodies.Read(context);
        if (problem is not null) return problem.Answer();
        using var turn = queue.Enter(bytes.Length);
        if (turn is null) return TooMany(context, FormattableString.Invariant($"{ReadingQueue.MostWaiting} texts waiting"));
        try
        {
            await turn.Begun.WaitAsync(Patience, settings.Clock, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            return TooMany(context, FormattableString.Invariant($"place {turn.Place} in the queue after {Patience.TotalSeconds:0} seconds"));
        }

        return Read(ledger, settings, bytes, keeps, force, context.RequestAborted);
    }

    private static IResult TooMany(HttpContext context, string found)
    {
        context.Response.Headers.RetryAfter = "30";
        return Problems.Of(429, "Too many texts at a time", found, "a core that is free", "Come back in half a minute; for many reports, use heliograph read").Answer();
    }

    private static IResult Read(LedgerPool ledger, WebSettings settings, byte[] bytes, bool keeps, bool force, CancellationToken stop)
    {
        var (report, entries, warnings, refused) = TextReading.Read(settings, bytes, force, stop);
        if (refused is not null) return refused.Answer();
        int? added = null;
        if (keeps)
        {
            added = ledger.Write(store =>
            {
                var run = store.Begin(settings.Reader(), "POST /api/v1/read", settings.Clock.GetUtcNow());
                var fresh = store.Append(report, entries, settings.Reader(), run);
                store.End(run, settings.Clock.GetUtcNow());
                return fresh;
            });
        }

        return new Answer<WholeReport>(new(
            Line.Of(report, withText: true), [.. Line.All(report, entries)], warnings.IsEmpty ? null : warnings, keeps, added));
    }
}
