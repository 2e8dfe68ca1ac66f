using Heliograph.Store;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Entries;

/// <summary>The ledger's rows.</summary>
internal static class LedgerPages
{
    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site) =>
        PageSite.Door(app.MapGet("/ledger", (HttpContext context) => site.Guarded(context, () => Ledger(site, context))), Right.Reader);

    private static IResult Ledger(PageSite site, HttpContext context)
    {
        var query = context.Request.QueryString.Value ?? "";
        var address = LedgerAddress.Of(query);
        if (query.Split('&').Any(pair => pair.EndsWith('='))) return Results.Redirect(address.Link); // a form sends its empty fields too
        var (filter, error) = EntryFilter.Parse(address.Filter);
        return filter is null
            ? site.Trouble(context, new(400, "Filter not understood", error!))
            : new PageAnswer<LedgerPage>(new()
            {
                [nameof(LedgerPage.Address)] = address,
                [nameof(LedgerPage.View)] = site.Ledger.Read(store => LedgerView.Of(store, filter, address)),
                [nameof(LedgerPage.Visitor)] = site.Visitor(context),
            });
    }
}
