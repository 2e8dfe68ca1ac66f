using System.Reflection;
using System.Text.Json;
using Heliograph.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/runs.csv</c> and its kin: the lists that hold no entries, as tables.</summary>
internal static class TableDoors
{
    private static readonly string Names = string.Join(", ", PlainTable.Formats.Select(format => format.Name));

    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger, WebSettings settings)
    {
        Door(api, "/runs.{format}", "exportRuns", "The runs", (_, _) => RunDoors.List(ledger), (RunList list) => list.Runs);
        Door(api, "/runs/{n:long}/refusals.{format}", "exportRefusals", "What a run could not read", (_, n) => RunDoors.Refusals(ledger, n), (RefusalList list) => list.Refusals);
        api.MapGet("/runs/{a:long}/diff/{b:long}.{format}", (HttpContext context, long a, long b, string format) =>
                Table(context, format, RunDoors.Differences(ledger, a, b), (DifferenceList list) => list.Differences))
            .Is<Doors.Nothing>("exportDifferences", Says("How two runs differ"), problems: [404, 503]);
        Door(api, "/corrections.{format}", "exportCorrections", "What people said", (_, _) => CorrectionDoors.List(ledger), (CorrectionList list) => list.Corrections);
        Door(api, "/counts.{format}", "exportCounts", "Entries counted", (context, _) => EntryDoors.Count(context, ledger), (CountList list) => list.Counts, isFiltered: true);
        Door(api, "/actors.{format}", "exportActors", "Actors found", (context, _) => ActorDoors.Find(settings.Actors(), context.Request.Query["name"], context.Request.Query["at"]), (ActorList list) => list.Actors);
    }

    private static void Door<TList, TRow>(
        RouteGroupBuilder api, string path, string name, string what, Func<HttpContext, long, IResult> list, Func<TList, IEnumerable<TRow>> rows, bool isFiltered = false)
    {
        Func<HttpContext, string, long, IResult> answer = (context, format, n) => Table(context, format, list(context, n), rows);
        var door = path.Contains("{n:", StringComparison.Ordinal)
            ? api.MapGet(path, (HttpContext context, string format, long n) => answer(context, format, n))
            : api.MapGet(path, (HttpContext context, string format) => answer(context, format, 0));
        door.Is<Doors.Nothing>(name, Says(what), isFiltered: isFiltered, problems: [400, 404, 503]);
    }

    private static string Says(string what) => $"{what}, as a table: {Names}";

    // What the list says is a problem stays one
    private static IResult Table<TList, TRow>(HttpContext context, string format, IResult list, Func<TList, IEnumerable<TRow>> rows)
    {
        if (list is not Answer<TList> answer) return list;
        if (PlainTable.Formats.FirstOrDefault(known => known.Name == format) is not { Name: not null } found)
        {
            return Problems.Missing("format", $"'{format}'", $"one of {Names}", "Without a suffix, the list is JSON").Answer();
        }

        var columns = typeof(TRow).GetProperties().Where(IsCell).ToList();
        var table = PlainTable.Write(
            format, [.. columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))],
            rows(answer.Body).Select(row => columns.Select(column => column.GetValue(row))));
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"heliograph.{format}\"";
        return new Written(table, found.MediaType);
    }

    // What is a row itself, such as the offices of an actor, has no cell
    private static bool IsCell(PropertyInfo property) =>
        property.PropertyType == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType)
        || (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type && (type.IsPrimitive || type == typeof(DateTimeOffset));

    private sealed class Written(byte[] bytes, string mediaType) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Answers.Write(httpContext, bytes, mediaType);
    }
}
