using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Entries;

/// <summary>The ledger's rows.</summary>
internal static class LedgerPages
{
    private const string Exports = "/ledger/export";

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        PageSite.Door(app.MapGet(LedgerAddress.Table, (HttpContext context) => site.Guarded(context, () => Ledger(site, context))), Right.Reader);
        PageSite.Door(app.MapGet(Exports, (HttpContext context) => site.Guarded(context, () => Export(site, context))), Right.Reader);
    }

    /// <summary>Answers what an address asks for; a form's empty fields leave it, and a filter that is not understood is told.</summary>
    /// <param name="site">The site.</param>
    /// <param name="context">The request.</param>
    /// <param name="path">Which view it is.</param>
    /// <param name="answer">Makes the answer.</param>
    public static IResult Asked(PageSite site, HttpContext context, string path, Func<LedgerAddress, EntryFilter, IResult> answer)
    {
        var query = context.Request.QueryString.Value ?? "";
        var address = LedgerAddress.Of(query) with { Path = path };
        if (query.Split('&').Any(pair => pair.EndsWith('='))) return Results.Redirect(address.Link); // a form sends its empty fields too
        var (filter, error) = EntryFilter.Parse(address.Filter);
        return filter is null ? site.Trouble(context, new(400, "Filter not understood", error!)) : answer(address, filter);
    }

    private static IResult Ledger(PageSite site, HttpContext context) => Asked(site, context, LedgerAddress.Table, (address, filter) =>
        new PageAnswer<LedgerPage>(new()
        {
            [nameof(LedgerPage.Address)] = address,
            [nameof(LedgerPage.View)] = LedgerView.Of(site.Ledger, filter, address),
            [nameof(LedgerPage.Visitor)] = site.Visitor(context),
        }));

    private static IResult Export(PageSite site, HttpContext context) => Asked(site, context, Exports, (address, filter) =>
    {
        var (sizes, total) = site.Ledger.Read(store => (
            site.Ledger.Reckoned(
                store, $"{Exports} {Feeds.Site(context)}", filter, (asked, its) => LedgerExports.Measure(asked, its, false, Feeds.All(context, address.Filter)), told => told.All(size => size.IsExact)), site.Ledger.Count(store, filter)));
        return new PageAnswer<ExportPage>(new()
        {
            [nameof(ExportPage.Address)] = address,
            [nameof(ExportPage.Sizes)] = sizes,
            [nameof(ExportPage.Total)] = total,
            [nameof(ExportPage.Visitor)] = site.Visitor(context),
        });
    });
}
