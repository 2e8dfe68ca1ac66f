using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Heliograph.Web.Pages.Entries;
using Heliograph.Web.Pages.Reports;
using Heliograph.Web.Pages.Runs;
using Heliograph.Web.Pages.Trying;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages;

/// <summary>The pages for people: every screen's doors, and the files that they load.</summary>
internal static class PageDoors
{
    /// <summary>Opens the doors.</summary>
    public static void MapPages(this WebApplication app, LedgerPool ledger, WebSettings settings)
    {
        var site = new PageSite(ledger, settings);
        PageSite.Door(app.MapGet("/assets/{name}", (HttpContext context, string name) => PageFiles.Find(name) is var (bytes, type)
            ? Answers.Write(context, bytes, type)
            : Problems.Write(context, Problems.Missing("file", $"'{name}'", "one that a page names", PageSite.Unsaid))), Right.None);
        TryingPages.Map(app, site);
        ReaderPages.Map(app, site);
        LedgerPages.Map(app, site);
        RunPages.Map(app, site);
    }
}
