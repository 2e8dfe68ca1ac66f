using Heliograph.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/entries</c> and <c>/api/v1/counts</c>.</summary>
internal static class EntryDoors
{
    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger)
    {
        api.MapGet("/entries", (HttpContext context, string? sort, string? after, int? limit, bool? total) => List(context, ledger, sort, after, limit, total is true))
            .Is<EntryList>("listEntries", "Entries by who, what, where, when, how sure and who says so", isFiltered: true, problems: [400, 503]);
        api.MapGet("/entries/{id}", (string id) =>
            {
                var (evidence, problem) = ledger.Read(store => Words.Evidence(store, id));
                return evidence is not null ? new Answer<EvidenceBody>(evidence) : problem!.Answer();
            })
            .Is<EvidenceBody>("getEntry", "One entry with its words, who says so, and what people said about it", problems: [404, 503]);
        api.MapGet("/counts", (HttpContext context) => Count(context, ledger))
            .Is<CountList>(
                "countEntries", "How many entries, by day, week, month, type, mode, factuality, outlet, country, dyad or dyadmonth; by= may come again as the key of the filter",
                isFiltered: true, problems: [400, 503]);
    }

    private static IResult List(HttpContext context, LedgerPool ledger, string? sort, string? after, int? limit, bool total)
    {
        var (filter, wrong) = Question.Filter(context.Request.QueryString.Value ?? "", "sort", "after", "limit", "total");
        var (rows, tooMany) = Question.Limit(limit);
        var (order, unknown) = Question.OneOf("sort", sort, EntrySort.Newest);
        if ((wrong ?? tooMany ?? unknown) is { } problem) return problem.Answer();
        var (page, origins, count) = ledger.Read(store =>
        {
            var found = store.Search(filter!, order, string.IsNullOrEmpty(after) ? null : after, rows);
            return (found, store.OriginsOf(found.Entries), total ? ledger.Count(store, filter!) : (long?)null);
        });
        var next = Question.Next(context.Request, page.Next);
        return new Answer<EntryList>(new([.. page.Entries.Zip(origins, Words.Row)], next, count), next);
    }

    /// <summary>Entries counted, or what is wrong with the question.</summary>
    /// <remarks><c>by</c> is a key of the filter too (who acts): the first one that names a way of counting is that.</remarks>
    public static IResult Count(HttpContext context, LedgerPool ledger)
    {
        var pairs = (context.Request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        var ways = Enum.GetNames<TallyBy>().Select(name => "by=" + name.ToLowerInvariant()).ToList();
        var way = pairs.FindIndex(pair => ways.Contains(pair.ToLowerInvariant()));
        if (way < 0)
        {
            return Problems.Of(
                400, "Not said what to count by", pairs.Find(pair => pair.StartsWith("by=", StringComparison.Ordinal)) ?? "no by=",
                string.Join(", ", ways), "Add one of them to the address").Answer();
        }

        var by = Enum.GetValues<TallyBy>()[ways.IndexOf(pairs[way].ToLowerInvariant())];
        pairs.RemoveAt(way);
        var (filter, problem) = Question.Filter(string.Join('&', pairs));
        if (problem is not null) return problem.Answer();
        var hasOrigins = by is not (TallyBy.Dyad or TallyBy.DyadMonth);
        var tallies = ledger.Read(store => ledger.Counts(store, filter!, by, origins: true));
        return new Answer<CountList>(new(
            by.ToString().ToLowerInvariant(), [.. tallies.Select(tally => new CountRow(tally.Key, tally.Count, hasOrigins ? tally.Origins : null))]));
    }
}
