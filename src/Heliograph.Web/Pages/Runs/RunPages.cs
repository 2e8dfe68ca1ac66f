using System.Collections.Immutable;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Runs;

/// <summary>What was read, and what was refused.</summary>
internal static class RunPages
{
    private const int MostRuns = 100; // on one page
    private const int MostRefusals = 50; // of one run; the API has them all

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site) =>
        PageSite.Door(app.MapGet("/runs", (HttpContext context) => site.Guarded(context, () => Runs(site, context))), Right.Reader);

    private static PageAnswer<RunsPage> Runs(PageSite site, HttpContext context)
    {
        var (runs, total) = site.Ledger.Read(store =>
        {
            var all = store.Runs();
            return (all.Take(MostRuns).Select(run => (run, run.Refused == 0 ? [] : store.Refusals(run.Number).Take(MostRefusals).ToImmutableArray())).ToImmutableArray(), all.Length);
        });
        return new(new() { [nameof(RunsPage.Runs)] = runs, [nameof(RunsPage.Total)] = total, [nameof(RunsPage.Visitor)] = site.Visitor(context) });
    }
}
