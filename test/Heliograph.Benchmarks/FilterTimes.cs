using System.Diagnostics;
using System.Globalization;
using Heliograph.Store;

namespace Heliograph.Benchmarks;

/// <summary>Asks a ledger of a million entries for a page by each kind of filter, and prints a table: how long the first page and the one behind it took.</summary>
/// <remarks>
/// <c>dotnet run -c Release --project test/Heliograph.Benchmarks -- filters [oldest|surest] [FILTER]</c>; the ledger is that of <see cref="Ledgers"/>.
/// </remarks>
internal static class FilterTimes
{
    private const int Times = 5;
    private const int PageSize = 50; // entries

    private static readonly string[] Filters =
    [
        "", "kind=event", "kind=statement", "kind=mention", "type=ASSAULT", "type=ACCUSE&factuality=planned", "type=ASSAULT&country=BCX", "country=BCX",
        "outlet=Outlet 7", "country=BCX&outlet=Outlet 7", "type=AID&outlet=Outlet 7", "factuality=happened", "quad=4", "quad=4&country=BCX",
        "voice=source", "voice=outlet&kind=event&type=AID", "confidence=0.95", "confidence=0.995", "type=AID&confidence=0.95",
        "published-from=2029-01-01", "published-until=2021-02-01", "published-from=2021-01-01&published-until=2021-02-01&kind=event",
        "from=2024-02-01&until=2024-02-02", "until=2021-01-02&type=AID", "text=forces", "text=minister estmark", "text=korvan", "text=forces&type=AID",
        "actor=BCX", "actor=BCX&type=ASSAULT&from=2025-01-01&factuality=happened", "actor=BCX&outlet=Outlet 7", "actor=BCX&actor=BDX",
        "actor=BCX&quad=4&confidence=0.9", "actor=BCX&text=korvan", "by=AAX", "by=AAX&to=ABX", "to=AAX&type=AID", "by=AAX&to=ABX&type=AID&factuality=planned",
        "by=AAX:MIL&to=ABX", "source=AAX", "source=AAX&text=minister", "source=AAX&by=AAX", "actor=:MIL", "actor=:GOV&factuality=happened",
        "place=Town 7", "place=Town 7&type=AID&factuality=planned", "place=Town 7&actor=:MIL", "copies=no", "copies=no&type=AID",
        "report=r4711", "report=r4711&kind=event", "type=NOTHING", "actor=QQX", "mode=nothing",
    ];

    public static int Run(IEnumerable<string> args)
    {
        var sort = args.Select(arg => Enum.TryParse<EntrySort>(arg, true, out var asked) ? asked : (EntrySort?)null).FirstOrDefault(one => one is not null) ?? EntrySort.Newest;
        var only = args.FirstOrDefault(arg => !Enum.TryParse<EntrySort>(arg, true, out _));
        using var ledger = Ledgers.Made();
        Console.WriteLine("| filter | entries | first page, ms | next page, ms |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var filter in Filters.Where(filter => only is null || filter == only))
        {
            var asked = EntryFilter.Parse(filter).Filter!;
            var page = ledger.Search(asked, sort, null, PageSize);
            var first = Mean(() => ledger.Search(asked, sort, null, PageSize));
            var next = page.Next is { } after ? Mean(() => ledger.Search(asked, sort, after, PageSize)).ToString("N0", CultureInfo.InvariantCulture) : "–";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{filter}` | {page.Entries.Length} | {first:N0} | {next} |"));
        }

        return 0;
    }

    // In milliseconds, after one that is not counted
    private static double Mean(Func<EntryPage> ask)
    {
        ask();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++) ask();
        return watch.Elapsed.TotalMilliseconds / Times;
    }
}
