using System.Diagnostics;
using System.Globalization;
using System.Net;
using Heliograph.Store;
using Heliograph.Web;

namespace Heliograph.Benchmarks;

/// <summary>Asks the screens of a ledger of 200,000 entries over HTTP, and prints a table: how long the server took, how long the page is.</summary>
/// <remarks>
/// <c>dotnet run -c Release --project test/Heliograph.Benchmarks -- pages [WORD] [REPORTS]</c>; with a word, only the screens whose
/// address holds it; with a number, a ledger of so many reports of ten entries. The ledger is made once, in the folder for temporary
/// files or in the database that HELIOGRAPH_BENCH_LEDGER names: one state takes part in two of five events, and 3,000 entries are judged.
/// </remarks>
internal static class PageTimes
{
    private const int UsualReports = 20_000;
    private const int Judgements = 3000;
    private const int Times = 20;
    private const int Writes = 5;

    private static string[] Screens =>
    [
        "/", "/ledger", "/ledger?kind=event&kind=statement", "/ledger?kind=event&country=BCX", "/ledger?by=AAX&to=EHX", "/ledger?text=minister",
        "/ledger?kind=event&kind=statement&factuality=planned&sort=oldest", "/ledger?kind=event&country=XYZ",
        "/ledger/timeline", "/ledger/network", "/ledger/network?type=ASSAULT", "/ledger/map", "/ledger/map?type=ASSAULT", "/ledger/export?kind=event",
        "/a/BCX", "/a/" + MadeLedger.Foremost, "/pair?a=AAX&b=EHX", "/review", "/review?kind=event&type=ASSAULT", "/review/log",
        "/d/" + MadeLedger.Report(7).Id.Split(':')[^1], "/runs",
    ];

    public static async Task<int> Run(IEnumerable<string> args)
    {
        var reports = args.Select(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).FirstOrDefault(number => number > 0);
        if (reports == 0) reports = UsualReports;
        var word = args.FirstOrDefault(arg => !arg.All(char.IsAsciiDigit));
        var place = Environment.GetEnvironmentVariable("HELIOGRAPH_BENCH_LEDGER")
            ?? Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"heliograph-bench-screens-{reports}.db"));
        MadeLedger.Fill(place, reports, hasForemost: true);
        MadeLedger.Judge(place, Judgements, reports);
        using var ledger = new LedgerPool(place);
        await using var app = WebServer.Build(
            new() { Ledger = place, Address = new(IPAddress.Loopback, 0), Read = _ => [], Reader = () => "bench", RequestsPerMinute = 6_000_000 }, ledger);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        await client.GetAsync(new Uri("/ledger?country=XYZ", UriKind.Relative)); // the compiler's first look
        Console.WriteLine("| screen | first of all, ms | first after a write, ms | processor time of it, ms | again, ms | 95th of a hundred, ms | processor time, ms | page, kB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var screen in Screens.Where(screen => word is null || screen.Contains(word, StringComparison.Ordinal)))
        {
            var (first, _, bytes) = await Ask(client, screen);
            List<(double Wall, double Processor, int Bytes)> again = [], written = [];
            for (var i = 0; i < Times; i++) again.Add(await Ask(client, screen));
            for (var i = 0; i < Writes; i++)
            {
                ledger.Write(Note);
                written.Add(await Ask(client, screen));
            }

            var walls = again.Select(one => one.Wall).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{screen}` | {first:N0} | {Middle(written.Select(one => one.Wall)):N0} | {Middle(written.Select(one => one.Processor)):N0} | {Middle(walls):N0} | {walls[walls.Count * 95 / 100]:N0} | {again.Average(one => one.Processor):N0} | {bytes / 1000.0:N0} |"));
        }

        await app.StopAsync();
        return 0;
    }

    // The least that can be written: whatever was counted is counted anew
    private static int Note(LedgerStore store)
    {
        store.End(0, DateTimeOffset.UnixEpoch);
        return 0;
    }

    private static double Middle(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    // In milliseconds; of processor time, that of this whole process
    private static async Task<(double Wall, double Processor, int Bytes)> Ask(HttpClient client, string screen)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(screen, UriKind.Relative));
        var bytes = (await response.Content.ReadAsByteArrayAsync()).Length;
        if (!response.IsSuccessStatusCode) Console.Error.WriteLine($"{screen}: {response.StatusCode}");
        return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds, bytes);
    }
}
