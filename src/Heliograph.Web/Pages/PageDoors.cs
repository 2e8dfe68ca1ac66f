using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Heliograph.Web.Pages.DoorList;
using Heliograph.Web.Pages.Dossiers;
using Heliograph.Web.Pages.Entries;
using Heliograph.Web.Pages.Reports;
using Heliograph.Web.Pages.Reviewing;
using Heliograph.Web.Pages.Runs;
using Heliograph.Web.Pages.SigningIn;
using Heliograph.Web.Pages.Trying;
using Heliograph.Web.Pages.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages;

/// <summary>The pages for people: every screen's doors, and the files that they load.</summary>
internal static class PageDoors
{
    private const string Worker = "-worker.js"; // a thread keeps to the policy of its own file: it may fetch ours

    /// <summary>Opens the doors.</summary>
    public static void MapPages(this WebApplication app, PageSite site, Sessions sessions, ReadingQueue queue)
    {
        PageSite.Door(app.MapGet("/assets/{name}", (HttpContext context, string name, string? v) => PageFiles.Find(name) is { } file
            ? Send(context, name, file, v)
            : Problems.Write(context, Problems.Missing("file", $"'{name}'", "one that a page names", PageSite.Unsaid))), Right.None);
        DoorsPages.Map(app, site);
        SignInPages.Map(app, site, sessions);
        TryingPages.Map(app, site, queue);
        ReaderPages.Map(app, site);
        LedgerPages.Map(app, site);
        DossierPages.Map(app, site);
        ViewPages.Map(app, site);
        ReviewPages.Map(app, site);
        RunPages.Map(app, site);
    }

    // The address that a page names changes with the file, so that nobody needs to ask for the same one again
    private static Task Send(HttpContext context, string name, PageFile file, string? version)
    {
        if (name.EndsWith(Worker, StringComparison.Ordinal)) context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'";
        var kept = version == file.Version ? "public, max-age=31536000, immutable" : null;
        if (file.IsPacked) context.Response.Headers.Vary = "Accept-Encoding";
        if (!file.IsPacked || !Takes(context.Request, PageFile.Packing)) return Answers.Write(context, file.Bytes, file.Type, kept: kept);
        context.Response.Headers.ContentEncoding = PageFile.Packing;
        return Answers.Write(context, file.Packed, file.Type, kept: kept);
    }

    private static bool Takes(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
}
