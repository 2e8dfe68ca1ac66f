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
    private const int MostReckoned = 200; // of answers told by samples
    private const double Alike = 0.02; // how much larger or smaller what is asked for may be, and a sample of before still tells of it

    private readonly ConcurrentBag<LedgerStore> _idle = [];
    private readonly Lock _writing = new();
    private readonly Lock _keeping = new();
    private readonly Dictionary<string, object> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Count, object Answer)> _reckoned = new(StringComparer.Ordinal);
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

    /// <summary>What a sample of a filter's entries tells of all of them. Kept until markedly more or fewer are asked for, not only until something is written.</summary>
    /// <typeparam name="T">What it tells; it must not change.</typeparam>
    /// <param name="store">The ledger, as <see cref="Read"/> gives it.</param>
    /// <param name="view">The name of what is told.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="ask">Asks the ledger.</param>
    /// <param name="isExact">Whether an answer tells of all entries; then it is kept until something is written.</param>
    public T Reckoned<T>(LedgerStore store, string view, EntryFilter filter, Func<LedgerStore, EntryFilter, T> ask, Predicate<T> isExact)
        where T : notnull
    {
        var (question, count) = ($"{view}?{filter.Query()}", Count(store, filter));
        lock (_keeping)
        {
            if (_reckoned.TryGetValue(question, out var told) && Math.Abs(told.Count - count) <= told.Count * Alike) return (T)told.Answer;
        }

        var answer = View(store, view, filter, ask);
        if (isExact(answer)) return answer;
        lock (_keeping)
        {
            if (_reckoned.Count >= MostReckoned) _reckoned.Clear();
            _reckoned[question] = (count, answer);
        }

        return answer;
    }

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
