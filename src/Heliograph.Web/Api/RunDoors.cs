using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/runs</c>.</summary>
internal static class RunDoors
{
    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger)
    {
        api.MapGet("/runs", () => new Answer<RunList>(new([.. ledger.Read(store => store.Runs()).Select(run => new RunRow(
                run.Number, run.Reader, run.Settings, run.Began, run.Ended, run.Reports, run.Refused))])))
            .Is<RunList>("listRuns", "What was read when, with which program and model, the last run first", problems: [503]);
        api.MapGet("/runs/{n:long}/refusals", (long n) => Has(ledger, n) is { } problem
                ? problem.Answer()
                : new Answer<RefusalList>(new([.. ledger.Read(store => store.Refusals(n)).Select(one => new RefusalRow(one.Input, one.Reason))])))
            .Is<RefusalList>("listRefusals", "What a run could not read, and why", problems: [404, 503]);
        api.MapGet("/runs/{a:long}/diff/{b:long}", (long a, long b) => (Has(ledger, a) ?? Has(ledger, b)) is { } problem
                ? problem.Answer()
                : new Answer<DifferenceList>(new([.. ledger.Read(store => store.Differences(a, b)).Select(one => new DifferenceRow(
                    one.Input, one.Change, one.Before, one.After, one.Why))])))
            .Is<DifferenceList>("compareRuns", "How what two runs found in the same inputs differs, and why", problems: [404, 503]);
    }

    private static ProblemBody? Has(LedgerPool ledger, long number) => ledger.Read(store => store.Runs()).Any(run => run.Number == number)
        ? null
        : Problems.Missing("run", FormattableString.Invariant($"no run {number}"), "the number of a run", "See /api/v1/runs");
}
