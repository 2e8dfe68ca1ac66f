using System.Collections.Concurrent;
using Heliograph.Store;

namespace Heliograph.Web;

/// <summary>A ledger for many requests at once: open readers that wait for the next request, and one writer at a time.</summary>
/// <param name="place">The ledger: a file, or a connection string of PostgreSQL. It is opened on first use.</param>
/// <param name="ready">What to wait for before the first question; null for nothing.</param>
public sealed class LedgerPool(string place, Task? ready = null) : IDisposable
{
    private readonly ConcurrentBag<LedgerStore> _idle = [];
    private readonly Lock _writing = new();

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
