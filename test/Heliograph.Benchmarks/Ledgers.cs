using System.Globalization;
using BenchmarkDotNet.Attributes;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Times;

namespace Heliograph.Benchmarks;

/// <summary>A ledger of a million entries: pages of it, and counts by pair and month.</summary>
/// <remarks>
/// It is made once, in the folder for temporary files, or in the database that HELIOGRAPH_BENCH_LEDGER names. A hundred
/// thousand reports of ten entries each, over ten years, among sixty states.
/// </remarks>
public class Ledgers
{
    private const int Reports = 100_000;
    private const string Text = "Norland forces attacked Estmark on Sunday, a minister said. It denied this. Talks were held.";

    private static readonly string[] Types = ["ASSAULT", "CONSULT", "ACCUSE", "AID", "COERCE", "REQUEST"];
    private static readonly string[] States = [.. Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (i / 10))}{(char)('A' + (i % 10))}X"))];

    private LedgerStore? _ledger;

    /// <summary>Makes the ledger if it is not there yet.</summary>
    [GlobalSetup]
    public void Make()
    {
        var place = Environment.GetEnvironmentVariable("HELIOGRAPH_BENCH_LEDGER") ?? Path.Combine(Path.GetTempPath(), "heliograph-bench.db");
        using (var ledger = LedgerStore.Open(place))
        {
            for (var i = (int)(ledger.Count(new()) / 10); i < Reports; i++)
            {
                var report = Report(i);
                ledger.Append(report, [.. Entries(report, i)], "bench");
            }
        }

        _ledger = LedgerStore.OpenToRead(place);
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public void Close() => _ledger?.Dispose();

    /// <summary>The latest fifty assaults that happened, with one state on either side.</summary>
    [Benchmark]
    public int PageOfAState() => Page("actor=BCX&type=ASSAULT&from=2025-01-01&factuality=happened");

    /// <summary>The latest fifty of a type, told as planned: one in seven.</summary>
    [Benchmark]
    public int PageOfAType() => Page("type=ACCUSE&factuality=planned");

    /// <summary>The latest fifty events between two states.</summary>
    [Benchmark]
    public int PageOfAPair() => Page("by=AAX&to=ABX");

    /// <summary>The latest fifty entries of all.</summary>
    [Benchmark]
    public int PageOfAll() => Page("");

    /// <summary>How often each state did what class of thing to each, by month.</summary>
    [Benchmark]
    public int DyadsByMonth() => _ledger!.Counts(new(), TallyBy.DyadMonth).Length;

    /// <summary>The same, of what happened.</summary>
    [Benchmark]
    public int DyadsThatHappenedByMonth() => _ledger!.Counts(new() { Factualities = ["happened"] }, TallyBy.DyadMonth).Length;

    private int Page(string filter) => _ledger!.Search(EntryFilter.Parse(filter).Filter!, EntrySort.Newest, null, 50).Entries.Length;

    private static Report Report(int i) => new(string.Create(CultureInfo.InvariantCulture, $"{Text} {i}"))
    {
        Input = string.Create(CultureInfo.InvariantCulture, $"r{i}"),
        Outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {i % 50}"),
        Published = new DateOnly(2021, 1, 1).AddDays(i % 3650),
    };

    // Five events, two statements, three mentions
    private static IEnumerable<Entry> Entries(Report report, int i)
    {
        for (var k = 0; k < 10; k++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{i:x16}{k:x16}");
            var (actor, recipient) = (States[((i * 7) + k) % 60], States[((i * 13) + (k * 5) + 1) % 60]);
            Evidence Words(int start, int end) => new(report, [new(start, end)]);
            yield return k switch
            {
                < 5 => new EventEntry
                {
                    Id = id,
                    Report = report.Id,
                    Plover = Types[(i + k) % Types.Length],
                    Cameo = "190",
                    Trigger = Words(15 + k, 23),
                    Actors = [new(Words(0, 14), actor, "Norland", actor, "MIL")],
                    Recipients = [new(Words(24, 31), recipient, "Estmark", recipient)],
                    Time = new(Words(32, 41), new TimeInterval(report.Published!.Value, report.Published.Value.AddDays(1), TimeGranularity.Day)),
                    Factuality = (Factuality)((i + k) % 7),
                    Confidence = ((i + k) % 100) / 100.0,
                },
                < 7 => new StatementEntry
                {
                    Id = id,
                    Report = report.Id,
                    Source = new(Words(43, 53), actor, null, actor, "GOV"),
                    Naming = Naming.Unnamed,
                    Cue = Words(47 + k, 58),
                    Content = Words(0, 41),
                    Manner = Manner.Indirect,
                    Act = "say",
                },
                _ => new MentionEntry
                {
                    Id = id,
                    Report = report.Id,
                    Words = Words(k, 14),
                    Names = MentionType.State,
                    Form = MentionForm.Name,
                    Actor = actor,
                },
            };
        }
    }
}
