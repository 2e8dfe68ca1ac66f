using System.Diagnostics;
using System.Globalization;
using Heliograph.Store;

namespace Heliograph.Benchmarks;

/// <summary>Asks a ledger of a million entries for a page by each kind of filter, and prints a table: how long the first page and the one behind it took.</summary>
/// <remarks>
/// Each is asked of a ledger opened anew: once, which is what the first asking after a write takes; then several times, of which the best one counts.
/// <c>dotnet run -c Release --project test/Heliograph.Benchmarks -- filters [newest|oldest|surest] [FILTER]</c>; the ledger is that of <see cref="Ledgers"/>.
/// Without an order all three are asked for.
/// </remarks>
internal static class FilterTimes
{
    private const int Times = 5;
    private const int PageSize = 50; // entries
    private const double MostMilliseconds = 50;

    private static readonly string[] Filters =
    [
        // One condition
        "", "kind=event", "kind=statement", "kind=mention", "type=ASSAULT", "type=deny", "mode=aerial", "quad=4", "factuality=happened", "voice=source", "voice=outlet",
        "confidence=0.5", "confidence=0.95", "confidence=0.995", "country=BCX", "place=Town 7", "outlet=Agency", "outlet=Outlet 7",
        "actor=BAX", "actor=BCX", "actor=:MIL", "actor=:REB", "actor=BCX:P7", "by=AAX", "to=AAX", "source=AAX", "source=:GOV", "copies=no", "report=r4711",
        "text=forces", "text=kakakaka", "text=minister estmark", "text=\"forces attacked\"", "text=korvan",
        "from=2024-02-01&until=2024-02-02", "until=2018-08-01", "from=2035-01-01", "published-from=2029-01-01", "published-from=2025-01-01", "published-until=2021-02-01",
        "published-until=2024-01-01",

        // Several of an entry's own
        "type=ACCUSE&factuality=planned", "type=ASSAULT&country=BCX", "type=ASSAULT&mode=aerial", "type=AID&outlet=Outlet 7", "type=AID&confidence=0.95", "type=deny&confidence=0.9",
        "type=ASSAULT&type=COERCE&factuality=happened&confidence=0.5", "quad=4&country=BCX", "quad=4&confidence=0.97&factuality=possible", "mode=aerial&factuality=planned",
        "country=BCX&outlet=Outlet 7", "country=BCX&country=BDX&factuality=happened", "country=BCX&confidence=0.98", "outlet=Agency&quad=4&factuality=did+not+happen",
        "voice=source&outlet=Outlet 7", "voice=source&outlet=Agency&factuality=happened", "voice=source&type=AID&confidence=0.9", "voice=outlet&kind=event&type=AID",
        "confidence=0.99&outlet=Outlet 8&type=AID", "kind=statement&confidence=0.99", "copies=no&type=AID", "copies=no&kind=statement&type=deny&outlet=Outlet 7",
        "from=2024-01-01&until=2024-04-01&type=AID&factuality=planned", "until=2021-01-02&type=AID", "until=2019-01-01&type=AID&country=BCX",

        // Time of report
        "published-from=2021-01-01&published-until=2021-02-01&kind=event", "published-until=2021-06-01&type=AID", "published-from=2029-01-01&type=AID&factuality=planned",
        "published-from=2024-02-01&published-until=2024-03-01&actor=BCX", "published-until=2021-06-01&actor=:MIL", "published-from=2028-01-01&outlet=Agency&quad=4",
        "published-from=2025-01-01&until=2024-06-01", "published-from=2029-01-01&until=2021-06-01", "published-until=2022-01-01&text=forces",

        // Those who take part
        "actor=BCX&type=ASSAULT&from=2025-01-01&factuality=happened", "actor=BCX&outlet=Outlet 7", "actor=BCX&actor=BDX", "actor=BCX&quad=4&confidence=0.9", "actor=BAX&kind=statement",
        "actor=BAX&type=AID&factuality=planned", "actor=BAX&outlet=Agency&mode=aerial", "actor=BAX&country=AAX", "actor=BCX&copies=no&type=AID", "by=AAX&to=ABX", "to=AAX&type=AID",
        "by=AAX&to=ABX&type=AID&factuality=planned", "by=AAX:MIL&to=ABX", "by=:MIL&to=:CVL", "by=:MIL&to=BAX", "by=BAX&to=:CVL&type=AID", "by=:REB&type=ASSAULT&factuality=happened",
        "actor=:MIL&type=AID", "actor=:MIL&type=AID&factuality=planned", "actor=:MIL&type=ASSAULT&mode=beat&confidence=0.97", "actor=:CVL&voice=source", "actor=:MIL&outlet=Outlet 7&confidence=0.99",
        "source=AAX&confidence=0.9", "source=:GOV&type=deny&outlet=Outlet 7", "actor=BCX:P7&type=AID",

        // Places
        "place=Town 7&type=AID&factuality=planned", "place=Town 7&actor=:MIL", "place=Town 7&outlet=Outlet 9", "place=Town 7&place=Town 8&quad=4&confidence=0.9", "place=Estmark&type=AID",
        "place=Estmark&country=BCX&confidence=0.98", "place=Estmark&actor=:CVL&factuality=happened",

        // Words
        "text=forces&type=AID", "text=kakakaka&outlet=Outlet 7", "text=kakakaka&actor=:GOV&type=deny", "text=kakakaka minister", "text=lokakaka said&confidence=0.9", "text=estmark&place=Town 7",
        "text=estmark&country=BCX&factuality=planned", "text=attacked&actor=BCX", "text=acked&type=ASSAULT", "text=minister&type=deny&voice=outlet", "actor=BCX&text=korvan",
        "source=AAX&text=minister", "text=tacked&outlet=Agency&confidence=0.9", "text=kakakaka&from=2024-01-01&until=2024-02-01", "text=norland estmark cked",

        // That find nothing, or next to nothing, though each condition is common
        "type=NOTHING", "actor=QQX", "mode=nothing", "kind=mention&factuality=happened", "kind=statement&quad=4", "kind=statement&type=ASSAULT", "kind=mention&text=forces",
        "kind=mention&confidence=0.5", "source=AAX&by=AAX", "source=:GOV&type=AID", "actor=:GOV&factuality=happened", "actor=:GOV&type=ASSAULT", "by=:MIL&to=:GOV", "by=:GOV&to=:MIL",
        "type=ASSAULT&quad=1", "type=AID&mode=aerial", "mode=aerial&confidence=0.95&factuality=happened", "country=BCX&kind=statement", "actor=:MIL&kind=mention", "kind=mention&voice=source",
        "voice=source&type=deny", "voice=source&kind=statement", "outlet=Agency&outlet=Outlet 1&country=BCX&type=AID&factuality=happened", "quad=4&factuality=happened&voice=source&confidence=0.98",
        "text=minister attacked&type=ASSAULT", "text=kakakaka&kind=event", "text=kakakaka&quad=4", "text=forces minister&kind=event", "text=kakakaka lokakaka", "place=Town 7&text=minister",
        "place=Town 7&kind=statement", "outlet=Outlet 7&confidence=0.99&type=COERCE", "outlet=Outlet 6&type=ASSAULT&confidence=0.5&voice=source", "actor=:CVL&voice=source&outlet=Agency",
        "actor=:MIL&actor=:CVL&kind=statement", "actor=:MIL&text=kakakaka", "actor=:GOV&text=attacked&confidence=0.5&type=deny", "report=r4711&type=deny", "published-until=2021-06-01&from=2026-01-01",
    ];

    public static int Run(IEnumerable<string> args)
    {
        var asked = args.Where(arg => Enum.TryParse<EntrySort>(arg, true, out _)).Select(arg => Enum.Parse<EntrySort>(arg, true)).ToList();
        var only = args.Where(arg => !Enum.TryParse<EntrySort>(arg, true, out _)).ToList();
        Ledgers.Made().Dispose();
        Console.WriteLine("| filter | order | entries | asked once, ms | first page, ms | of this processor time | next page, ms | of this processor time |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var (all, slow) = (0, 0);
        foreach (var text in only.Count > 0 ? only : [.. Filters])
        {
            var filter = EntryFilter.Parse(text).Filter ?? throw new InvalidOperationException($"{text}: found no filter, expected one. Mend it in {nameof(FilterTimes)}.");
            foreach (var sort in asked is [] ? Enum.GetValues<EntrySort>() : [.. asked])
            {
                using var ledger = Ledgers.Made();
                ledger.Search(new(), sort, null, PageSize);
                var once = Stopwatch.StartNew();
                var page = ledger.Search(filter, sort, null, PageSize);
                once.Stop();
                var first = Best(() => ledger.Search(filter, sort, null, PageSize));
                var next = page.Next is { } after ? Best(() => ledger.Search(filter, sort, after, PageSize)) : default;
                all++;
                if (Math.Max(first.Time, next.Time) > MostMilliseconds) slow++;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| `{text}` | {sort} | {page.Entries.Length} | {once.Elapsed.TotalMilliseconds:N0} | {first.Time:N0} | {first.Processor:N0} | {next.Time:N0} | {next.Processor:N0} |"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{all} asked, {slow} above {MostMilliseconds} ms."));
        return 0;
    }

    // The best of several, in milliseconds: by the clock, and of this process's processor time, which leaves out what else the machine does
    private static (double Time, double Processor) Best(Func<EntryPage> ask)
    {
        var best = (Time: double.MaxValue, Processor: double.MaxValue);
        for (var i = 0; i < Times; i++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            ask();
            best = (Math.Min(best.Time, watch.Elapsed.TotalMilliseconds), Math.Min(best.Processor, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds));
        }

        return best;
    }
}
