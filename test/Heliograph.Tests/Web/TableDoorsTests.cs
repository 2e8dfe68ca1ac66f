using System.Net;
using System.Text.Json.Nodes;
using Heliograph.Tests.Exports;

namespace Heliograph.Tests.Web;

/// <summary>The lists that hold no entries, as tables.</summary>
[Collection(OneServer.Name)]
public class TableDoorsTests(Served served)
{
    [Theory]
    [InlineData("/api/v1/runs", "runs", "number,reader,settings,began,ended,reports,refused")]
    [InlineData("/api/v1/runs/1/refusals", "refusals", "input,reason")]
    [InlineData("/api/v1/runs/1/diff/2", "differences", "input,change,before,after,why")]
    [InlineData("/api/v1/corrections", "corrections", "number,report,kind,anchor,verb,field,value,author,at,reason,undone,orphan")]
    [InlineData("/api/v1/counts?by=type", "counts", "key,count,origins")]
    [InlineData("/api/v1/actors?name=Pakistan", "actors", "id,kind,name,aliases,countries,code,sector,cameo,parents")]
    public async Task Holds_the_rows_of_the_list(string path, string list, string columns)
    {
        var rows = (await served.Get(path))[list]!.AsArray();
        var (door, query) = path.Split('?') is [var before, var behind] ? (before, "?" + behind) : (path, "");

        using var sent = await served.Send(HttpMethod.Get, $"{door}.csv{query}");
        var lines = (await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n")[..^1];
        using var tabs = await served.Send(HttpMethod.Get, $"{door}.tsv{query}");

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (sent.StatusCode, sent.Content.Headers.ContentType?.MediaType));
        Assert.Equal(columns, lines[0]);
        Assert.Equal(rows.Count, lines.Length - 1);
        Assert.Equal(columns.Replace(',', '\t'), (await tabs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n')[0]);
        foreach (var (row, line) in rows.Zip(lines.Skip(1)))
        {
            var first = row![columns.Split(',')[0]] is JsonValue value ? value.ToString() : "";
            Assert.Equal(first, CsvLine.Cells(line)[0]);
        }
    }

    [Theory]
    [InlineData(404, "/api/v1/runs/99/refusals.csv", "no run 99")]
    [InlineData(404, "/api/v1/runs.docx", "csv, tsv")]
    [InlineData(400, "/api/v1/counts.csv", "by=day")]
    [InlineData(400, "/api/v1/actors.tsv", "name=")]
    public async Task Says_what_was_found_expected_and_to_be_done(int status, string path, string says) =>
        Assert.Contains(says, (string)(await served.Problem((HttpStatusCode)status, path))["detail"]!, StringComparison.Ordinal);
}
