using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Heliograph.Exports;
using Heliograph.Store;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/entries.csv</c> and its kin, and <c>/ledger.csv</c> of the page: the entries of a filter in a format that others load.</summary>
internal static class ExportDoor
{
    private const int AtATime = 2; // exports that are made; they may be large
    private const int OfOneCaller = 4; // that are made for them, or that they are being sent
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first that a zip file can tell
    private static readonly int[] Refusals = [400, 404, 429, 503];
    private static readonly string Names = string.Join(", ", Exports.Export.Formats.Select(one => one.Name));

    /// <summary>Opens the doors.</summary>
    /// <param name="api">What stands under <c>/api/v1</c>.</param>
    /// <param name="pages">What stands beside the pages.</param>
    /// <param name="ledger">The ledger.</param>
    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder pages, LedgerPool ledger)
    {
        var room = new Room(new SemaphoreSlim(AtATime), PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetConcurrencyLimiter(context.Features.Get<Caller>()?.Name ?? Forwarding.Key(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = OfOneCaller })));
        api.MapGet("/exports", (HttpContext context, bool? all) => List(context, ledger, all is true))
            .Is<ExportList>("listExports", "The formats that the entries of a filter can be had in, with how many rows and bytes", isFiltered: true, problems: [400, 503]);
        api.MapGet("/entries.{format}", (HttpContext context, string format, bool? all) => Export(context, ledger, room, format, all is true))
            .Is<Doors.Nothing>("exportEntries", $"The entries of a filter as a file: {Names}; several files come as a zip", isFiltered: true, problems: Refusals);
        api.MapMethods("/entries.{format}", [HttpMethods.Head], (HttpContext context, string format, bool? all) => Measure(context, ledger, format, all is true))
            .Is<Doors.Nothing>(
                "measureEntries", "How many rows and bytes such a file has, in X-Heliograph-Rows, X-Heliograph-Bytes and X-Heliograph-Exact", isFiltered: true,
                problems: Refusals);
        api.MapGet("/actors/{id}/entries.{format}", (HttpContext context, string id, string format, bool? all) => Export(context, ledger, room, format, all is true, id))
            .Is<Doors.Nothing>("exportActor", "The entries that an actor takes part in, as such a file", isFiltered: true, problems: Refusals);
        pages.MapGet("/ledger.{format}", (HttpContext context, string format, bool? all) => Export(context, ledger, room, format, all is true))
            .WithMetadata(new Door(Right.Reader)).ExcludeFromDescription();
        pages.MapMethods("/ledger.{format}", [HttpMethods.Head], (HttpContext context, string format, bool? all) => Measure(context, ledger, format, all is true))
            .WithMetadata(new Door(Right.Reader)).ExcludeFromDescription();
    }

    private static IResult List(HttpContext context, LedgerPool ledger, bool all)
    {
        var (filter, problem) = Asked(context, null);
        if (problem is not null) return problem.Answer();
        var query = string.Join('&', (context.Request.QueryString.Value ?? "").TrimStart('?').Split('&').Where(pair => !pair.StartsWith("all=", StringComparison.Ordinal)));
        if (all) query = $"{query}&all=true".TrimStart('&');
        var sizes = ledger.Read(store => LedgerExports.Measure(store, filter!, all, Feeds.All(context, query)));
        return new Answer<ExportList>(new([.. sizes.Select(size => Row(size, query))]));
    }

    private static ExportRow Row(ExportSize size, string query) => new(
        size.Format.Name, size.Format.Description, LedgerExports.Link(size.Format, query), Type(size.Format), Extension(size.Format), size.Rows,
        size.Counts.LeftOut.Sum(left => left.Count), size.Bytes, size.IsExact, size.ToString());

    private static async Task<IResult> Export(HttpContext context, LedgerPool ledger, Room room, string name, bool all, string? actor = null)
    {
        var ((filter, problem), format) = (Asked(context, actor), Exports.Export.Find(name));
        if (format is null) return Unknown(name);
        var (feed, wrong) = Feeds.Of(context, format);
        if ((problem ?? wrong) is { } refused) return refused.Answer();
        using var own = room.OfCallers.AttemptAcquire(context);
        if (!own.IsAcquired) return TooMany(context, FormattableString.Invariant($"{OfOneCaller} of yours under way"));
        if (!await room.ToMake.WaitAsync(TimeSpan.FromSeconds(10), context.RequestAborted)) return TooMany(context, FormattableString.Invariant($"{AtATime} being made"));
        string? folder = null;
        try
        {
            ExportCounts counts;
            try
            {
                folder = Directory.CreateTempSubdirectory("heliograph-export-").FullName;
                counts = ledger.Read(store => Exports.Export.Write(
                    format, LedgerExports.Choose(store, filter!, feed).TakeWhile(_ => IsAwaited(context)), file => File.Create(Path.Combine(folder, file)), LedgerExports.Options(store, all, feed)));
            }
            finally
            {
                room.ToMake.Release(); // what is made is sent at its taker's pace, and keeps nobody waiting
            }

            Tell(context.Response, new() { Format = format, Counts = counts, Bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length), IsExact = true });
            await Send(context, format, folder);
            return Results.Empty;
        }
        finally
        {
            if (folder is not null) Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsAwaited(HttpContext context)
    {
        context.RequestAborted.ThrowIfCancellationRequested();
        return true;
    }

    private static IResult TooMany(HttpContext context, string found)
    {
        context.Response.Headers.RetryAfter = "30";
        return Problems.Of(429, "Too many exports", found, "fewer", "Come back in half a minute").Answer();
    }

    private static IResult Measure(HttpContext context, LedgerPool ledger, string name, bool all)
    {
        var ((filter, problem), format) = (Asked(context, null), Exports.Export.Find(name));
        if (format is null) return Unknown(name);
        var (feed, wrong) = Feeds.Of(context, format);
        if ((problem ?? wrong) is { } refused) return refused.Answer();
        var size = ledger.Read(store => LedgerExports.Measure(store, filter!, all, format, feed));
        Tell(context.Response, size);
        context.Response.ContentType = Type(format);
        if (size.IsExact && !format.IsFolder) context.Response.ContentLength = size.Bytes; // how small a zip will be is not known before it is made
        return Results.Empty;
    }

    // Keys of the list that the export was asked for from, such as its order, are passed over; of a page, whatever is no filter's
    private static (EntryFilter? Filter, ProblemBody? Problem) Asked(HttpContext context, string? actor)
    {
        IEnumerable<string> others = context.Request.Path.StartsWithSegments("/api")
            ? ["all", "sort", "after", "total", .. Feeds.Keys]
            : context.Request.Query.Keys.Where(key => !Question.FilterKeys.Any(known => known.Key == key));
        var (filter, problem) = Question.Filter(context.Request.QueryString.Value ?? "", others);
        if (actor is null || filter is null) return (filter, problem);
        return filter.Actors.IsEmpty
            ? (filter with { Actors = [actor] }, null)
            : (null, Problems.Of(400, "Filter not understood", "another actor in the filter", "the one of the address", "Ask /api/v1/entries for by= and to="));
    }

    private sealed record Room(SemaphoreSlim ToMake, PartitionedRateLimiter<HttpContext> OfCallers);

    private static IResult Unknown(string name) => Problems.Missing("format", $"'{name}'", $"one of {Names}", "See docs/exports.md").Answer();

    private static void Tell(HttpResponse response, ExportSize size)
    {
        response.Headers["Heliograph-Export"] = size.Counts.ToString();
        response.Headers["X-Heliograph-Rows"] = size.Rows.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-Heliograph-Bytes"] = size.Bytes.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-Heliograph-Exact"] = size.IsExact ? "true" : "false";
    }

    private static string Type(ExportFormat format) => format.IsFolder ? "application/zip" : format.MediaType;

    private static string Extension(ExportFormat format) => format.IsFolder ? ".zip" : format.Extension;

    private static async Task Send(HttpContext context, ExportFormat format, string folder)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var file = format.IsFolder ? Packed(files, Path.Combine(folder, "all.zip")) : files[0];
        string tag;
        using (var written = File.OpenRead(file)) tag = $"\"{Convert.ToHexStringLower(await SHA256.HashDataAsync(written, context.RequestAborted))[..32]}\"";
        await Results.File(
            file, Type(format), $"heliograph-{format.Name}{Extension(format)}",
            entityTag: EntityTagHeaderValue.Parse(tag)).ExecuteAsync(context);
    }

    // The same files give the same bytes
    private static string Packed(List<string> files, string place)
    {
        using var zip = ZipFile.Open(place, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            var entry = zip.CreateEntry(Path.GetFileName(file));
            entry.LastWriteTime = NoTime;
            using var from = File.OpenRead(file);
            using var into = entry.Open();
            from.CopyTo(into);
        }

        return place;
    }
}
