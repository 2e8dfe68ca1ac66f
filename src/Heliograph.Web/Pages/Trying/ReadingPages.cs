using System.Text.Json;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Heliograph.Web.Pages.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Trying;

/// <summary>Readings that take a while: how far each has come, and what came of it.</summary>
internal sealed class ReadingPages(PageSite site, ReadingJobs jobs, CancellationToken stopping)
{
    private const int MostListeners = 64;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250); // between two looks

    private readonly Listeners _listeners = new(MostListeners, stopping);

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site, ReadingJobs jobs)
    {
        var pages = new ReadingPages(site, jobs, app.Lifetime.ApplicationStopping);
        PageSite.Door(app.MapGet("/reading/{id}", (HttpContext context, string id) => pages.Find(context, id) is { } job ? Answer(site, context, job) : pages.Gone(context)), Right.Reader);
        PageSite.Door(app.MapPost("/reading/{id}/stop", (HttpContext context, string id) => pages.Stop(context, id)), Right.Reader);
        Func<HttpContext, string, Task> tell = pages.Tell;
        PageSite.Door(app.MapGet("/reading/{id}/events", tell), Right.Reader);
    }

    /// <summary>What came of a reading, or how far it has come.</summary>
    public static IResult Answer(PageSite site, HttpContext context, ReadingJob job)
    {
        var state = job.State;
        if (state.Ended is null || job.IsBatch) return Page(site, context, job, state);
        if (job.One is not { } one)
        {
            return site.Trouble(context, state.Problem ?? (state.Refusals is [var (_, reason), ..]
                ? new(500, "Not read", reason)
                : new(500, "Not read", "Found no entries and no reason, expected one of both. Please report it.")));
        }

        return job.Keeps && one.Warnings.IsEmpty
            ? Results.Redirect(Phrases.Link(one.Report.Report), permanent: false, preserveMethod: false)
            : ReaderPages.Page(site, context, one.Report, job.Keeps, false, one.Warnings);
    }

    private static PageAnswer<ReadingPage> Page(PageSite site, HttpContext context, ReadingJob job, ReadingState state) => new(new()
    {
        [nameof(ReadingPage.Id)] = job.Id,
        [nameof(ReadingPage.State)] = state,
        [nameof(ReadingPage.IsBatch)] = job.IsBatch,
        [nameof(ReadingPage.Left)] = state.Left(site.Settings.Clock.GetUtcNow()),
        [nameof(ReadingPage.Visitor)] = site.Visitor(context),
    });

    private ReadingJob? Find(HttpContext context, string id) => jobs.Find(id, site.Visitor(context).Name);

    private PageAnswer<TroublePage> Gone(HttpContext context) => site.Trouble(context, new(
        404, "No such reading",
        $"Found no reading of yours at this address, expected one that goes on or was over less than {ReadingJobs.Memory.TotalMinutes:0} minutes ago. What was kept is in the ledger; send again what was not."));

    private IResult Stop(HttpContext context, string id)
    {
        if (Find(context, id) is not { } job) return Gone(context);
        job.Stop();
        return Results.Redirect($"/reading/{job.Id}", permanent: false, preserveMethod: false);
    }

    private async Task Tell(HttpContext context, string id)
    {
        if (Find(context, id) is not { } job)
        {
            await Problems.Write(context, Problems.Missing("reading", $"'{id}'", "one of yours that goes on", "Open the address that sending led to"));
            return;
        }

        await _listeners.Tell(context, token => Follow(context, job, token));
    }

    private async Task Follow(HttpContext context, ReadingJob job, CancellationToken token)
    {
        Listeners.Begin(context);
        for (ReadingState? told = null; ; await Task.Delay(Pause, token))
        {
            var state = job.State;
            if (state == told) continue;
            told = state;
            var data = JsonSerializer.Serialize(
                new Progress(state.Stage, ReadingPage.Counts(state), ReadingPage.TimeLeft(state.Left(site.Settings.Clock.GetUtcNow())), Math.Round(state.Share, 3)), ApiJson.Options);
            await Listeners.Send(context, $"event: {(state.Ended is null ? "progress" : "over")}\ndata: {data}\n\n", token);
            if (state.Ended is not null) return;
        }
    }

    private sealed record Progress(string Stage, string Counts, string Left, double Share);
}
