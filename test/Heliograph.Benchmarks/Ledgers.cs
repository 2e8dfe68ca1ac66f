using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Heliograph.Store;

namespace Heliograph.Benchmarks;

/// <summary>A ledger of a million entries: pages of it, and counts by pair and month.</summary>
/// <remarks>
/// It is made once, in the folder for temporary files, or in the database that HELIOGRAPH_BENCH_LEDGER names.
/// </remarks>
public class Ledgers
{
    private const int Reports = 100_000;

    private static bool _isMade;

    private LedgerStore? _ledger;
    private ImmutableArray<FoundEntry> _latest = [];

    /// <summary>Makes the ledger if it is not there yet.</summary>
    [GlobalSetup]
    public void Make()
    {
        _ledger = Made();
        _latest = _ledger.Search(new() { Kinds = ["event"] }, EntrySort.Newest, null, 50).Entries;
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

    /// <summary>The independent origins behind the latest fifty events.</summary>
    [Benchmark]
    public long OriginsOfAPage() => _ledger!.OriginsOf(_latest).Sum() ?? 0;

    /// <summary>How often each state did what class of thing to each, by month.</summary>
    [Benchmark]
    public int DyadsByMonth() => _ledger!.Counts(new(), TallyBy.DyadMonth).Length;

    /// <summary>The same, of what happened.</summary>
    [Benchmark]
    public int DyadsThatHappenedByMonth() => _ledger!.Counts(new() { Factualities = ["happened"] }, TallyBy.DyadMonth).Length;

    /// <summary>The ledger, to be read.</summary>
    internal static LedgerStore Made()
    {
        var place = Environment.GetEnvironmentVariable("HELIOGRAPH_BENCH_LEDGER") ?? Path.Combine(Path.GetTempPath(), "heliograph-bench.db");
        if (!_isMade) MadeLedger.Fill(place, Reports);
        _isMade = true;
        return LedgerStore.OpenToRead(place);
    }

    private int Page(string filter) => _ledger!.Search(EntryFilter.Parse(filter).Filter!, EntrySort.Newest, null, 50).Entries.Length;
}
