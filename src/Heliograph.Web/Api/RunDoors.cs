using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/runs</c>.</summary>
internal static class RunDoors
{
    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger)
    {
        api.MapGet("/runs", () => List(ledger))
            .Is<RunList>("listRuns", "What was read when, with which program and model, the last run first", problems: [503]);
        api.MapGet("/runs/{n:long}/refusals", (long n) => Refusals(ledger, n))
            .Is<RefusalList>("listRefusals", "What a run could not read, and why", problems: [404, 503]);
        api.MapGet("/runs/{a:long}/diff/{b:long}", (long a, long b) => Differences(ledger, a, b))
            .Is<DifferenceList>("compareRuns", "How what two runs found in the same inputs differs, and why", problems: [404, 503]);
    }

    /// <summary>Every run.</summary>
    public static IResult List(LedgerPool ledger) => new Answer<RunList>(new([.. ledger.Read(store => store.Runs()).Select(run => new RunRow(
        run.Number, run.Reader, run.Settings, run.Began, run.Ended, run.Reports, run.Refused))]));

    /// <summary>What a run could not read, or that there is no such run.</summary>
    public static IResult Refusals(LedgerPool ledger, long run) => Has(ledger, run) is { } problem
        ? problem.Answer()
        : new Answer<RefusalList>(new([.. ledger.Read(store => store.Refusals(run)).Select(one => new RefusalRow(one.Input, one.Reason))]));

    /// <summary>How two runs differ, or that one of them is not there.</summary>
    public static IResult Differences(LedgerPool ledger, long before, long after) => (Has(ledger, before) ?? Has(ledger, after)) is { } problem
        ? problem.Answer()
        : new Answer<DifferenceList>(new([.. ledger.Read(store => store.Differences(before, after)).Select(one => new DifferenceRow(
            one.Input, one.Change, one.Before, one.After, one.Why))]));

    private static ProblemBody? Has(LedgerPool ledger, long number) => ledger.Read(store => store.Runs()).Any(run => run.Number == number)
        ? null
        : Problems.Missing("run", FormattableString.Invariant($"no run {number}"), "the number of a run", "See /api/v1/runs");
}
