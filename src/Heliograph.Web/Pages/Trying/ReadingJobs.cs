using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Heliograph.Reading;

namespace Heliograph.Web.Pages.Trying;

/// <summary>The readings under way and those just over: few at a time, and forgotten after a while.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="settings">What reads.</param>
/// <param name="queue">Where they wait for a core, with the texts of other doors.</param>
/// <param name="stopping">Ends them all.</param>
internal sealed class ReadingJobs(LedgerPool ledger, WebSettings settings, ReadingQueue queue, CancellationToken stopping)
{
    /// <summary>Readings that wait or go on at a time.</summary>
    public const int MostUnderWay = 16;

    private const long MostBytes = 64 * 1024 * 1024; // of those together
    private const int MostHeld = 64;                 // with those that are over
    private const long MostBytesHeld = 16 * 1024 * 1024; // of reports whose entries are held; a report with them takes some thirty times its text

    /// <summary>How long a reading that is over can still be looked at.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, ReadingJob> _all = new(StringComparer.Ordinal);
    private readonly Lock _beginning = new();

    /// <summary>How many are held.</summary>
    public int Count => _all.Count;

    /// <summary>Begins to read.</summary>
    /// <param name="results">The reports, and what cannot be read; asked for on another thread.</param>
    /// <param name="bytes">How large what was sent is.</param>
    /// <param name="owner">Who sent it.</param>
    /// <param name="isBatch">Whether it may hold several reports.</param>
    /// <param name="keeps">Whether they are kept.</param>
    /// <returns>The reading, and what ends with it; null where too many are under way.</returns>
    public (ReadingJob Job, Task Over)? Begin(IEnumerable<ReadResult> results, long bytes, string? owner, bool isBatch, bool keeps)
    {
        ReadingJob job;
        lock (_beginning)
        {
            Forget();
            var waiting = _all.Values.Where(one => one.State.Ended is null).ToList();
            if (waiting.Count >= MostUnderWay || waiting.Sum(one => one.Bytes) + bytes > MostBytes) return null;
            if (queue.Enter(bytes) is not { } turn) return null;
            job = new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), owner, isBatch, keeps, bytes, turn);
            _all[job.Id] = job;
        }

        return (job, Task.Run(async () =>
        {
            using var turn = job.Turn;
            await Task.WhenAny(turn.Begun, job.Stopped);
            // on a thread of its own: those of the pool are there to answer
            await Task.Factory.StartNew(() => job.Run(results, ledger, settings, stopping), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }, CancellationToken.None));
    }

    /// <summary>A reading of somebody; null where there is none of theirs by this name, any more or at all.</summary>
    public ReadingJob? Find(string id, string? owner)
    {
        Forget();
        return _all.TryGetValue(id, out var job) && job.Owner == owner ? job : null;
    }

    /// <summary>Lets go of a reading whose result has been handed out.</summary>
    public void Drop(ReadingJob job) => _all.TryRemove(job.Id, out _);

    private void Forget()
    {
        var now = settings.Clock.GetUtcNow();
        var held = 0L;
        foreach (var (i, job) in _all.Values.Where(job => job.State.Ended is not null).OrderByDescending(job => job.State.Ended).ToList().Index())
        {
            held += job.One is null ? 0 : job.Bytes;
            if (now - job.State.Ended > Memory || i >= MostHeld || (i > 0 && held > MostBytesHeld)) _all.TryRemove(job.Id, out _);
        }
    }
}
