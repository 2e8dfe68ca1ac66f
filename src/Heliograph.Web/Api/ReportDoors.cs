using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/reports</c>.</summary>
internal static class ReportDoors
{
    private const int MostVersions = 50; // a live page may have more; ours

    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger)
    {
        api.MapGet("/reports", (HttpContext context, string? title, string? after, int? limit) => List(context, ledger, title, after, limit))
            .Is<ReportList>("listReports", "The reports of the ledger, the last one added first; title= for those whose title holds words that begin so", problems: [400, 503]);
        api.MapGet("/reports/{hash}", (string hash) => One(ledger, hash))
            .Is<WholeReport>("getReport", "One report with its text and entries, by its id or the beginning of it", problems: [404, 503]);
    }

    private static IResult List(HttpContext context, LedgerPool ledger, string? title, string? after, int? limit)
    {
        var (rows, problem) = Question.Limit(limit);
        problem ??= Question.Name("title", title);
        if (problem is not null) return problem.Answer();
        var before = Question.Number(after);
        if (after is not null && before is null)
        {
            return Problems.Of(400, "Cursor not understood", $"after={after}", "one that a page before gave", "Begin again without it").Answer();
        }

        var heads = ledger.Read(store => store.Reports(before, rows + 1, string.IsNullOrWhiteSpace(title) ? null : title));
        var next = Question.Next(context.Request, heads.Length > rows ? heads[rows - 1].Number.ToString(null, null) : null);
        return new Answer<ReportList>(new([.. heads.Take(rows).Select(head => new ReportRow(new(head.Head), head.Entries))], next), next);
    }

    private static IResult One(LedgerPool ledger, string hash)
    {
        const string prefix = "sha256:";
        var digits = hash.StartsWith(prefix, StringComparison.Ordinal) ? hash[prefix.Length..] : hash;
        if (digits.Length is < 6 or > 64 || !digits.All(char.IsAsciiHexDigitLower))
        {
            return Problems.Missing("report", $"'{hash}'", "sha256: and 64 hex digits, or the first 6 or more of them", "Look for reports with /api/v1/reports").Answer();
        }

        var found = ledger.Read(store => store.ReportsOf(prefix + digits, 2));
        if (found is [var (report, entries)])
        {
            var (copies, versions) = ledger.Read(store => (store.CopiesOf(report.Id, 1), store.Versions(report.Id, MostVersions)));
            var revised = versions.TakeWhile(version => version.Id != report.Id).LastOrDefault();
            return new Answer<WholeReport>(new(
                Line.Of(report, withText: true), [.. Line.All(report, entries)], Origin: copies.Origin?.Id, Copies: copies.Count > 0 ? copies.Count : null, Revises: revised?.Id));
        }

        return Problems.Missing(
            "report", found.IsEmpty ? $"no report whose id begins with '{digits}'" : $"more than one report whose id begins with '{digits}'", "one",
            found.IsEmpty ? "Look for reports with /api/v1/reports" : "Give more digits").Answer();
    }
}
