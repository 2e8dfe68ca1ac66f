using System.Collections.Immutable;
using Heliograph.Store;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Reports;

/// <summary>Reports with their words marked.</summary>
internal static class ReaderPages
{
    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        PageSite.Door(app.MapGet("/d/{hash}", (HttpContext context, string hash) => site.Guarded(context, () => Report(site, context, hash))), Right.Reader);
        PageSite.Door(app.MapGet("/r/{id}", (HttpContext context, string id) => site.Guarded(context, () => Entry(site, context, id))), Right.Reader);
    }

    /// <summary>The page of one report.</summary>
    public static PageAnswer<Reader> Page(
        PageSite site, HttpContext context, StoredReport read, bool kept, bool isSample, ImmutableArray<string> warnings) => new(new()
        {
            [nameof(Reports.Reader.Report)] = read.Report,
            [nameof(Reports.Reader.Entries)] = read.Entries,
            [nameof(Reports.Reader.Warnings)] = warnings,
            [nameof(Reports.Reader.Kept)] = kept,
            [nameof(Reports.Reader.IsSample)] = isSample,
            [nameof(Reports.Reader.Visitor)] = site.Visitor(context),
        });

    private static IResult Report(PageSite site, HttpContext context, string hash)
    {
        if (hash.Length is < 6 or > 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return site.Trouble(context, new(404, "No such report", $"Found '{hash}', expected the first 6 or more hex digits of a report's id. {PageSite.Unsaid}."));
        }

        var found = site.Ledger.Read(store => store.ReportsOf("sha256:" + hash, 2));
        return found is [var one]
            ? Page(site, context, one, true, false, [])
            : site.Trouble(context, new(404, "No such report", found.IsEmpty
                ? $"Found no report in the ledger whose id begins with '{hash}', expected one. {PageSite.Unsaid}."
                : $"Found more than one report whose id begins with '{hash}', expected one. Give more digits."));
    }

    private static IResult Entry(PageSite site, HttpContext context, string id)
    {
        var found = id.Length is >= 6 and <= 32 && id.All(char.IsAsciiHexDigitLower) ? site.Ledger.Read(store => store.Find(id, 2)) : [];
        return found is [var (stored, entry)]
            ? Results.Redirect($"{Phrases.Link(stored.Report)}#e-{Phrases.Brief(entry.Id)}")
            : site.Trouble(context, new(404, "No such entry", found.IsEmpty
                ? $"Found no entry in the ledger whose id begins with '{id}', expected one. {PageSite.Unsaid}."
                : $"Found more than one entry whose id begins with '{id}', expected one. Give more digits."));
    }
}
