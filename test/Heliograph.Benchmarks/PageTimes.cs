using System.Diagnostics;
using System.Globalization;
using System.Net;
using Heliograph.Web;

namespace Heliograph.Benchmarks;

/// <summary>Asks the screens of a ledger of 200,000 entries over HTTP, and prints a table: how long the server took, how long the page is.</summary>
/// <remarks>
/// <c>dotnet run -c Release --project test/Heliograph.Benchmarks -- pages [WORD]</c>; with a word, only the screens whose
/// address holds it. The ledger is made once, in the folder for temporary files.
/// </remarks>
internal static class PageTimes
{
    private const int Reports = 20_000;
    private const int Times = 20;

    private static string[] Screens =>
    [
        "/", "/ledger", "/ledger?kind=event&kind=statement", "/ledger?kind=event&country=BCX", "/ledger?by=AAX&to=ABX", "/ledger?text=minister",
        "/ledger?kind=event&kind=statement&factuality=planned&sort=oldest", "/ledger?kind=event&country=XYZ",
        "/ledger/timeline", "/ledger/network", "/ledger/map", "/ledger/export?kind=event", "/a/BCX", "/pair?a=AAX&b=ABX", "/review", "/review/log",
        "/d/" + MadeLedger.Report(7).Id.Split(':')[^1], "/runs",
    ];

    public static async Task<int> Run(string? word)
    {
        var place = Path.Combine(Path.GetTempPath(), "heliograph-bench-pages.db");
        MadeLedger.Fill(place, Reports);
        using var ledger = new LedgerPool(place);
        await using var app = WebServer.Build(
            new() { Ledger = place, Address = new(IPAddress.Loopback, 0), Read = _ => [], Reader = () => "bench", RequestsPerMinute = 6_000_000 }, ledger);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        await client.GetAsync(new Uri("/ledger?country=XYZ", UriKind.Relative)); // the compiler's first look
        Console.WriteLine("| screen | first, ms | median, ms | 95th of a hundred, ms | processor time, ms | page, kB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var screen in Screens.Where(screen => word is null || screen.Contains(word, StringComparison.Ordinal)))
        {
            List<double> times = [];
            var bytes = 0;
            var before = TimeSpan.Zero;
            for (var i = 0; i <= Times; i++)
            {
                if (i == 1) before = Environment.CpuUsage.TotalTime;
                var watch = Stopwatch.StartNew();
                using var response = await client.GetAsync(new Uri(screen, UriKind.Relative));
                bytes = (await response.Content.ReadAsByteArrayAsync()).Length;
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (!response.IsSuccessStatusCode) Console.Error.WriteLine($"{screen}: {response.StatusCode}");
            }

            var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times;
            var warm = times.Skip(1).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| `{screen}` | {times[0]:N0} | {warm[warm.Count / 2]:N0} | {warm[warm.Count * 95 / 100]:N0} | {processor:N0} | {bytes / 1000.0:N0} |"));
        }

        await app.StopAsync();
        return 0;
    }
}
