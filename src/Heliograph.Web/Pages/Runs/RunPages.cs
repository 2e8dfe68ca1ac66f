using System.Globalization;
using System.Text.Json;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Runs;

/// <summary>What was read, what was refused, how fast, and what changed between two runs.</summary>
internal static class RunPages
{
    private const int MostRuns = 50;        // on one page
    private const int MostRefusals = 50;    // of one run; the API has them all
    private const int MostDifferences = 100;
    private const int MostListeners = 32;   // to runs under way, of everybody together

    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10); // after which a run is taken to be stopped short

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        PageSite.Door(app.MapGet("/runs", (HttpContext context, long? before) => site.Guarded(context, () => All(site, context, before))), Right.Reader);
        PageSite.Door(app.MapGet("/runs/{n:long}", (HttpContext context, long n) => site.Guarded(context, () => One(site, context, n))), Right.Reader);
        PageSite.Door(app.MapGet("/runs/diff", (HttpContext context, string? from, string? to, string? change) => site.Guarded(context, () => Compare(site, context, from, to, change))), Right.Reader);
        var listeners = new Listeners(MostListeners, app.Lifetime.ApplicationStopping);
        Func<HttpContext, long, Task> follow = (context, n) => listeners.Tell(context, token => Follow(site, context, n, token));
        PageSite.Door(app.MapGet("/runs/{n:long}/progress", follow), Right.Reader);
    }

    private static PageAnswer<RunsPage> All(PageSite site, HttpContext context, long? before)
    {
        var now = site.Settings.Clock.GetUtcNow();
        var (runs, days) = site.Ledger.Read(store => (store.Runs(), before is null ? store.ReportsByDay() : []));
        var shown = runs.Where(run => before is null || run.Number < before).Take(MostRuns).ToList();
        return new(new()
        {
            [nameof(RunsPage.Runs)] = shown,
            [nameof(RunsPage.Total)] = runs.Length,
            [nameof(RunsPage.Next)] = shown.Count > 0 && shown[^1].Number > (runs.IsEmpty ? 0 : runs[^1].Number) ? shown[^1].Number : null,
            [nameof(RunsPage.Days)] = days,
            [nameof(RunsPage.Now)] = now,
            [nameof(RunsPage.Visitor)] = site.Visitor(context),
        });
    }

    private static IResult One(PageSite site, HttpContext context, long number)
    {
        var (run, before, refusals, entries) = site.Ledger.Read(store =>
        {
            var runs = store.Runs();
            var run = runs.FirstOrDefault(one => one.Number == number);
            return run is null ? (null, null, [], 0L) : (run, runs.FirstOrDefault(one => one.Number < number), store.Refusals(number), store.EntriesOf(number));
        });
        return run is null ? Missing(site, context, number) : new PageAnswer<RunPage>(new()
        {
            [nameof(RunPage.Run)] = run,
            [nameof(RunPage.Before)] = before,
            [nameof(RunPage.Refusals)] = refusals.Length > MostRefusals ? refusals[..MostRefusals] : refusals,
            [nameof(RunPage.Entries)] = entries,
            [nameof(RunPage.Now)] = site.Settings.Clock.GetUtcNow(),
            [nameof(RunPage.Visitor)] = site.Visitor(context),
        });
    }

    private static IResult Compare(PageSite site, HttpContext context, string? before, string? after, string? change)
    {
        if (((string?[])[before, after]).FirstOrDefault(one => !string.IsNullOrEmpty(one) && Question.Number(one) is null) is { } none)
        {
            return site.Trouble(context, new(400, "Run not understood", $"Found '{Shown.Line(none, 40)}', expected the number of a run. See /runs."));
        }

        var (from, to) = (Question.Number(before), Question.Number(after));
        var runs = site.Ledger.Read(store => store.Runs());
        if (from is not { } first || to is not { } second)
        {
            return runs.Length < 2
                ? site.Trouble(context, new(404, "Nothing to compare", $"Found {Phrases.Count(runs.Length, "run")}, expected two. Read the reports again, with another version or other settings."))
                : Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"/runs/diff?from={from ?? runs[1].Number}&to={to ?? runs[0].Number}"));
        }

        var (then, now) = (runs.FirstOrDefault(run => run.Number == first), runs.FirstOrDefault(run => run.Number == second));
        if (then is null || now is null) return Missing(site, context, then is null ? first : second);
        if (change is not (null or "" or "new" or "gone" or "changed")) return site.Trouble(context, new(400, "Change not understood", $"Found '{Shown.Line(change, 40)}', expected new, gone or changed. {PageSite.Unsaid}."));
        var (differences, rows) = site.Ledger.Read(store =>
        {
            var all = store.Differences(first, second);
            var chosen = all.Where(one => string.IsNullOrEmpty(change) || one.Change == change).Take(MostDifferences).ToList();
            return (all, chosen.Select(one => DiffRow.Of(store, one)).ToList());
        });
        return new PageAnswer<DiffPage>(new()
        {
            [nameof(DiffPage.From)] = then,
            [nameof(DiffPage.To)] = now,
            [nameof(DiffPage.Runs)] = runs,
            [nameof(DiffPage.Counts)] = differences.CountBy(one => one.Change).ToDictionary(),
            [nameof(DiffPage.Reasons)] = differences.CountBy(one => one.Why).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)).ToList(),
            [nameof(DiffPage.Inputs)] = differences.Select(one => one.Input).Distinct().Count(),
            [nameof(DiffPage.Change)] = string.IsNullOrEmpty(change) ? null : change,
            [nameof(DiffPage.Rows)] = rows,
            [nameof(DiffPage.Visitor)] = site.Visitor(context),
        });
    }

    // How far a run under way has come, by server-sent events, until it has ended
    private static async Task Follow(PageSite site, HttpContext context, long number, CancellationToken token)
    {
        Listeners.Begin(context);
        var (told, since) = ("", site.Settings.Clock.GetTimestamp());
        while (site.Ledger.Read(store => store.Runs()).FirstOrDefault(one => one.Number == number) is { } run)
        {
            var rate = RunRate.Of(run, null, site.Settings.Clock.GetUtcNow());
            var news = JsonSerializer.Serialize(new { reports = run.Reports, refused = run.Refused, rate = rate.Reports is { } perSecond ? Math.Round(perSecond, 1) : (double?)null, ended = run.Ended is not null }, ApiJson.Options);
            if (news != told) since = site.Settings.Clock.GetTimestamp();
            var isSilent = site.Settings.Clock.GetElapsedTime(since) > LongestSilence;
            await Listeners.Send(context, isSilent ? "event: silent\ndata: {}\n\n" : news == told ? ": still here\n\n" : $"data: {told = news}\n\n", token);
            if (run.Ended is not null || isSilent) return;
            await Task.Delay(site.Settings.Pause, site.Settings.Clock, token);
        }
    }

    private static PageAnswer<TroublePage> Missing(PageSite site, HttpContext context, long number) => site.Trouble(
        context, new(404, "No such run", $"Found no run {number.ToString(CultureInfo.InvariantCulture)}, expected the number of one. See /runs."));
}
