using System.Collections.Concurrent;

namespace Heliograph.Cli;

/// <summary>Does work on several threads and hands the results over in the order of the input.</summary>
internal static class InOrder
{
    // Enough that threads do not wait for one long report, and few enough to bound memory: reports held at once.
    private const int AheadPerThread = 4;

    /// <summary>Starts reading the source at once, on a thread of its own, and works ahead of the caller by a few items.</summary>
    /// <param name="source">What to work on; asked for one item after another.</param>
    /// <param name="work">Safe to call from several threads; should not throw.</param>
    /// <param name="threads">How many items are worked on at a time; 1 or more.</param>
    /// <param name="token">Ends the whole thing; what is under way is let go.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<TResult> Work<T, TResult>(
        IEnumerable<T> source, Func<T, TResult> work, int threads, CancellationToken token)
    {
        // Neither is disposed: a thread that hangs in a read from a pipe may still look at them at the end.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var queue = new BlockingCollection<Task<TResult>>(threads * AheadPerThread);
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var feeding = Task.Factory.StartNew(Feed, stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (queue.TryTake(out var next, Timeout.Infinite, stop.Token))
            {
                next.Wait(stop.Token);
                yield return next.Result;
            }

            feeding.GetAwaiter().GetResult(); // a source that threw throws here
        }
        finally
        {
            stop.Cancel();
        }

        void Feed()
        {
            try
            {
                foreach (var item in source)
                {
                    queue.Add(
                        Task.Factory.StartNew(() => work(item), stop.Token, TaskCreationOptions.None, scheduler), stop.Token);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The caller has gone.
            }
            finally
            {
                queue.CompleteAdding();
            }
        }
    }
}
