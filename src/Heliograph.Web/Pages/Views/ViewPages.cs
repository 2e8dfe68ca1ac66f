using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Pages.Entries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Views;

/// <summary>The ledger over time, as a network and as a map: views of the same filter as the table.</summary>
internal static class ViewPages
{
    private const string Earth = "/ledger/map";

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        View<TimelinePage, TimelineView>(app, site, "/ledger/timeline", TimelineView.Of);
        View<NetworkPage, NetworkView>(app, site, "/ledger/network", NetworkView.Of);
        PageSite.Door(app.MapGet(Earth, (HttpContext context) => site.Guarded(context, () => LedgerPages.Asked(site, context, Earth, (address, filter) =>
            new PageAnswer<MapPage>(
                new()
                {
                    [nameof(MapPage.Address)] = address,
                    [nameof(MapPage.View)] = site.Ledger.Read(store => MapView.Of(site.Ledger, store, filter)),
                    [nameof(MapPage.Visitor)] = site.Visitor(context),
                },
                alsoAllowed: "worker-src 'self'")))), Right.Reader); // the map's own thread; see docs/decisions/0016-map.md
    }

    private static void View<TPage, TView>(WebApplication app, PageSite site, string path, Func<LedgerStore, EntryFilter, TView> ask)
        where TPage : IComponent
        where TView : notnull =>
        PageSite.Door(app.MapGet(path, (HttpContext context) => site.Guarded(context, () => LedgerPages.Asked(site, context, path, (address, filter) =>
            new PageAnswer<TPage>(new()
            {
                ["Address"] = address,
                ["View"] = site.Ledger.Read(store => site.Ledger.View(store, path, filter, ask)),
                ["Visitor"] = site.Visitor(context),
            })))), Right.Reader);
}
