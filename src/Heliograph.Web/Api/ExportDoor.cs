using System.IO.Compression;
using System.Security.Cryptography;
using Heliograph.Exports;
using Heliograph.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/entries.csv</c> and its kin: the entries of a filter in a format that others load.</summary>
internal static class ExportDoor
{
    private const int PageSize = 1_000;
    private const int AtATime = 2; // exports; they may be large
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first that a zip file can tell

    /// <summary>Opens the door.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger)
    {
        var room = new SemaphoreSlim(AtATime);
        api.MapGet("/entries.{format}", (HttpContext context, string format, bool? all) => Export(context, ledger, room, format, all is true))
            .Is<Doors.Nothing>(
                "exportEntries", $"The entries of a filter as a file: {string.Join(", ", Exports.Export.Formats.Select(one => one.Name))}; several files come as a zip",
                isFiltered: true, problems: [400, 404, 429, 503]);
    }

    private static async Task<IResult> Export(HttpContext context, LedgerPool ledger, SemaphoreSlim room, string name, bool all)
    {
        if (Exports.Export.Find(name) is not { } format)
        {
            return Problems.Missing("format", $"'{name}'", $"one of {string.Join(", ", Exports.Export.Formats.Select(one => one.Name))}", "See docs/exports.md").Answer();
        }

        var (filter, problem) = Question.Filter(context.Request.QueryString.Value ?? "", "all", "sort", "after", "limit", "total");
        if (problem is not null) return problem.Answer();
        if (!await room.WaitAsync(TimeSpan.FromSeconds(10), context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = "30";
            return Problems.Of(429, "Too many exports", FormattableString.Invariant($"{AtATime} under way"), "fewer", "Come back in half a minute").Answer();
        }

        var folder = Directory.CreateTempSubdirectory("heliograph-export-").FullName;
        try
        {
            var counts = ledger.Read(store => Exports.Export.Write(
                format, new Chosen(store, filter!), file => File.Create(Path.Combine(folder, file)), new() { All = all }));
            context.Response.Headers["Heliograph-Export"] = counts.ToString();
            await Send(context, format, folder);
            return Results.Empty;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            room.Release();
        }
    }

    private static async Task Send(HttpContext context, ExportFormat format, string folder)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var file = format.IsFolder ? Packed(files, Path.Combine(folder, "all.zip")) : files[0];
        string tag;
        using (var written = File.OpenRead(file)) tag = $"\"{Convert.ToHexStringLower(await SHA256.HashDataAsync(written, context.RequestAborted))[..32]}\"";
        await Results.File(
            file, format.IsFolder ? "application/zip" : format.MediaType, $"heliograph-{format.Name}{(format.IsFolder ? ".zip" : format.Extension)}",
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

    // The reports in the order of their first entry; gone through as often as a format likes, one report in memory at a time
    private sealed class Chosen(LedgerStore ledger, EntryFilter filter) : IEnumerable<ReportEntries>
    {
        private readonly Lazy<(List<string> Reports, HashSet<string> Entries)> _found = new(() => Found(ledger, filter));

        public IEnumerator<ReportEntries> GetEnumerator()
        {
            foreach (var id in _found.Value.Reports)
            {
                foreach (var (report, entries) in ledger.ReportsOf(id, 1))
                {
                    yield return new(report, [.. entries.Where(entry => _found.Value.Entries.Contains(entry.Id))]) { All = entries };
                }
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private static (List<string> Reports, HashSet<string> Entries) Found(LedgerStore ledger, EntryFilter filter)
        {
            var (reports, entries) = (new OrderedDictionary<string, bool>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            for (string? after = null; ;)
            {
                var page = ledger.Search(filter, EntrySort.Oldest, after, PageSize);
                foreach (var found in page.Entries)
                {
                    reports.TryAdd(found.Report.Id, true);
                    entries.Add(found.Entry.Id);
                }

                if (page.Next is null) return ([.. reports.Keys], entries);
                after = page.Next;
            }
        }
    }
}
