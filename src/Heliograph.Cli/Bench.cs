using System.Diagnostics;
using Heliograph.Documents;

namespace Heliograph.Cli;

/// <summary>Measures how fast texts are annotated.</summary>
/// <param name="Annotate">What is measured.</param>
/// <param name="Texts">What it is measured on, over and over; not empty.</param>
internal sealed record Bench(Func<string, Document> Annotate, IReadOnlyList<string> Texts)
{
    /// <summary>What one measurement found.</summary>
    /// <param name="Words">How many words were annotated.</param>
    /// <param name="Seconds">How long it took, by the wall clock.</param>
    /// <param name="AllocatedBytes">How many bytes were allocated meanwhile, on all threads.</param>
    public readonly record struct Outcome(long Words, double Seconds, long AllocatedBytes)
    {
        /// <summary>Words a second.</summary>
        public double Rate => Words / Seconds;

        /// <summary>Bytes allocated a word.</summary>
        public double BytesPerWord => (double)AllocatedBytes / Words;
    }

    /// <summary>Annotates the texts in turn until the time is over; whole texts only.</summary>
    /// <param name="threads">How many threads take texts, each the next one.</param>
    /// <param name="duration">After this long no further text is begun.</param>
    public Outcome Run(int threads, TimeSpan duration)
    {
        var (words, next) = (0L, -1);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        var seconds = clock.Elapsed.TotalSeconds;
        return new(words, seconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);

        void Work()
        {
            var own = 0L;
            do
            {
                var text = Texts[(int)((uint)Interlocked.Increment(ref next) % (uint)Texts.Count)];
                own += Annotate(text).Tokens.Length;
            }
            while (clock.Elapsed < duration);
            Interlocked.Add(ref words, own);
        }
    }
}
