using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Heliograph.Store;

namespace Heliograph.Web;

/// <summary>A ledger for many requests at once: open readers that wait for the next request, and one writer at a time.</summary>
/// <param name="place">The ledger: a file, or a connection string of PostgreSQL. It is opened on first use.</param>
/// <param name="ready">What to wait for before the first question; null for nothing.</param>
public sealed class LedgerPool(string place, Task? ready = null) : IDisposable
{
    private const int MostKept = 2000; // answers; a page of the ledger asks for six
    private const int MostRows = 500_000; // of the lists among them, some 50 MB

    private readonly ConcurrentBag<LedgerStore> _idle = [];
    private readonly Lock _writing = new();
    private readonly Lock _keeping = new();
    private readonly Dictionary<string, object> _kept = new(StringComparer.Ordinal);
    private long _version = -1;
    private long _rows;

    /// <summary>Reads from the ledger.</summary>
    /// <exception cref="LedgerException">There is none, or it cannot be read.</exception>
    public T Read<T>(Func<LedgerStore, T> question)
    {
        ready?.GetAwaiter().GetResult();
        if (!_idle.TryTake(out var store)) store = LedgerStore.OpenToRead(place);
        var isWell = false;
        try
        {
            var answer = question(store);
            isWell = true;
            return answer;
        }
        catch (LedgerException e) when (e.IsOfQuestion)
        {
            isWell = true;
            throw;
        }
        finally
        {
            if (isWell) _idle.Add(store);
            else store.Dispose(); // a connection that failed once is not asked again
        }
    }

    /// <summary>How many standing entries a filter asks for. Kept until something is written.</summary>
    /// <param name="store">The ledger, as <see cref="Read"/> gives it.</param>
    /// <param name="filter">Which of them.</param>
    public long Count(LedgerStore store, EntryFilter filter) => (long)Kept(store, $"count?{filter.Query()}", () => store.Count(filter));

    /// <summary>How many standing entries a filter asks for, by key. Kept until something is written.</summary>
    /// <param name="store">The ledger, as <see cref="Read"/> gives it.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="by">The key.</param>
    /// <param name="origins">Whether to count independent origins too.</param>
    public ImmutableArray<Tally> Counts(LedgerStore store, EntryFilter filter, TallyBy by, bool origins) =>
        (ImmutableArray<Tally>)Kept(store, $"{by} {origins}?{filter.Query()}", () => store.Counts(filter, by, origins));

    /// <summary>The events of a filter counted by time, class and standing. Kept until something is written.</summary>
    /// <param name="store">The ledger, as <see cref="Read"/> gives it.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="by">By day or by month.</param>
    public ImmutableArray<TimeTally> Times(LedgerStore store, EntryFilter filter, TallyBy by) =>
        (ImmutableArray<TimeTally>)Kept(store, $"times {by}?{filter.Query()}", () => store.Times(filter, by));

    /// <summary>What a view makes of a filter's entries. Kept until something is written.</summary>
    /// <typeparam name="T">What it makes; it must not change.</typeparam>
    /// <param name="store">The ledger, as <see cref="Read"/> gives it.</param>
    /// <param name="view">The name of the view.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="ask">Asks the ledger.</param>
    public T View<T>(LedgerStore store, string view, EntryFilter filter, Func<LedgerStore, EntryFilter, T> ask)
        where T : notnull => (T)Kept(store, $"{view} {typeof(T).Name}?{filter.Query()}", () => ask(store, filter));

    // The version is asked before the ledger is: what is written meanwhile makes the answer one of the version before, never of the one after
    private object Kept(LedgerStore store, string question, Func<object> ask)
    {
        var version = store.Version();
        lock (_keeping)
        {
            if (_version == version && _kept.TryGetValue(question, out var kept)) return kept;
        }

        var answer = ask();
        lock (_keeping)
        {
            if (version < _version) return answer;
            if (version > _version || _kept.Count >= MostKept || _rows >= MostRows)
            {
                _kept.Clear();
                _rows = 0;
            }

            _version = version;
            if (_kept.TryAdd(question, answer)) _rows += answer is ICollection list ? list.Count : 1;
        }

        return answer;
    }

    /// <summary>Writes to the ledger; other writers of this process wait.</summary>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public T Write<T>(Func<LedgerStore, T> deed)
    {
        lock (_writing)
        {
            Read(_ => 0); // says that there is none, for opening to write would make one
            using var store = LedgerStore.Open(place);
            return deed(store);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var store)) store.Dispose();
    }
}
