using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Reports;

/// <summary>Reports with their words marked, and their versions.</summary>
internal static class ReaderPages
{
    private const int MostVersions = 50; // a live page may have more; ours
    private const int MostCopies = 20; // by name; an agency's report may have hundreds; ours

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        PageSite.Door(app.MapGet("/d/{hash}", (HttpContext context, string hash) => site.Guarded(context, () => Reading(site, context, hash))), Right.Reader);
        PageSite.Door(app.MapGet("/d/{hash}/changes", (HttpContext context, string hash, string? from) => site.Guarded(context, () => Changes(site, context, hash, from))), Right.Reader);
        PageSite.Door(app.MapGet("/r/{id}", (HttpContext context, string id) => site.Guarded(context, () => Entry(site, context, id))), Right.Reader);
    }

    /// <summary>The page of one report.</summary>
    public static PageAnswer<Reader> Page(
        PageSite site, HttpContext context, StoredReport read, bool kept, bool isSample, ImmutableArray<string> warnings) =>
        Page(site, context, new ReaderView(read) { IsKept = kept, IsSample = isSample, Warnings = warnings });

    private static PageAnswer<Reader> Page(PageSite site, HttpContext context, ReaderView view) => new(new()
    {
        [nameof(Reports.Reader.View)] = context.Request.Query["layers"] is [{ } layers] ? view with { Layers = [.. layers.Split(',')] } : view,
        [nameof(Reports.Reader.Visitor)] = site.Visitor(context),
    });

    private static IResult Reading(PageSite site, HttpContext context, string hash) => Named(site, context, hash, read => Page(site, context, site.Ledger.Read(store => new ReaderView(read)
    {
        IsKept = true,
        Versions = store.Versions(read.Report.Id, MostVersions),
        Copies = store.CopiesOf(read.Report.Id, MostCopies),
        Said = store.CorrectionsOf(read.Report.Id),
    })));

    private static IResult Changes(PageSite site, HttpContext context, string hash, string? from) => Named(site, context, hash, after =>
    {
        var versions = site.Ledger.Read(store => store.Versions(after.Report.Id, MostVersions));
        var at = versions.IndexOf(versions.FirstOrDefault(one => one.Id == after.Report.Id)!);
        if (string.IsNullOrEmpty(from) && at > 0) from = Phrases.Hash(versions[at - 1]);
        return string.IsNullOrEmpty(from)
            ? site.Trouble(context, new(404, "Nothing to compare with", "Found a report of which the ledger holds no older version, expected one. Name another report behind ?from=."))
            : Named(site, context, from, before => new PageAnswer<Changes>(new()
            {
                [nameof(Reports.Changes.View)] = ChangesView.Of(before, after, versions.Any(one => one.Id == before.Report.Id) ? versions : []),
                [nameof(Reports.Changes.Visitor)] = site.Visitor(context),
            }));
    });

    // A report by the beginning of its hash
    private static IResult Named(PageSite site, HttpContext context, string hash, Func<StoredReport, IResult> page)
    {
        if (hash.Length is < 6 or > 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return site.Trouble(context, new(404, "No such report", $"Found '{hash}', expected the first 6 or more hex digits of a report's id. {PageSite.Unsaid}."));
        }

        var found = site.Ledger.Read(store => store.ReportsOf("sha256:" + hash, 2));
        return found is [var one]
            ? page(one)
            : site.Trouble(context, new(404, "No such report", found.IsEmpty
                ? $"Found no report in the ledger whose id begins with '{hash}', expected one. {PageSite.Unsaid}."
                : $"Found more than one report whose id begins with '{hash}', expected one. Give more digits."));
    }

    private static IResult Entry(PageSite site, HttpContext context, string id)
    {
        var found = id.Length is >= 6 and <= 32 && id.All(char.IsAsciiHexDigitLower) ? site.Ledger.Read(store => store.Find(id, 2)) : [];
        return found is [var (stored, entry)]
            ? Results.Redirect(Phrases.Link(stored.Report) + Part(stored.Report, entry))
            : site.Trouble(context, new(404, "No such entry", found.IsEmpty
                ? $"Found no entry in the ledger whose id begins with '{id}', expected one. {PageSite.Unsaid}."
                : $"Found more than one entry whose id begins with '{id}', expected one. Give more digits."));
    }

    // A mention has no card, but words
    private static string Part(Report report, Entry entry)
    {
        if (entry is not MentionEntry mention) return "#e-" + Phrases.Brief(entry.Id);
        var offsets = new CodePoints(report.Text);
        return string.Create(CultureInfo.InvariantCulture, $"#char={offsets.FromCodeUnits(mention.Words.Cover.Start)},{offsets.FromCodeUnits(mention.Words.Cover.End)}");
    }
}
