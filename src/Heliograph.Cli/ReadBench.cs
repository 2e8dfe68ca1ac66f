using System.Diagnostics;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Cli;

/// <summary>Measures a whole reading, from text to printed lines, and what each of its stages takes; on one core.</summary>
internal static class ReadBench
{
    /// <summary>What one measurement found.</summary>
    /// <param name="Words">How many words were read.</param>
    /// <param name="Seconds">How long it took, by the wall clock.</param>
    /// <param name="Stages">How much of that each stage took, in their order.</param>
    public sealed record Outcome(long Words, double Seconds, IReadOnlyList<(string Name, double Seconds)> Stages)
    {
        /// <summary>Words a second.</summary>
        public double Rate => Words / Seconds;
    }

    /// <summary>Reads the texts in turn until the time is over; whole texts only.</summary>
    /// <param name="stages">What is measured.</param>
    /// <param name="texts">What it is measured on, over and over; not empty.</param>
    /// <param name="duration">After this long no further text is begun.</param>
    public static Outcome Run(Stages stages, IReadOnlyList<string> texts, TimeSpan duration)
    {
        var output = new EntryOutput(Stream.Null, OutputFormat.Jsonl, isColoured: false);
        var names = new[] { "language", "statements", "events", "actors, places, times", "lines" };
        var ticks = new long[names.Length];
        var (words, next, start) = (0L, 0, Stopwatch.GetTimestamp());
        do
        {
            var report = new Report(texts[next++ % texts.Count]) { Input = "bench", Published = new DateOnly(2021, 8, 17) };
            var (document, annotated) = Timed(() => stages.Annotate(report.Text));
            var (statements, attributed) = Timed(() => stages.Statements(document));
            var (events, told) = Timed(() => stages.Events(document, statements));
            var (entries, linked) = Timed(() => Entries.Of(report, document, statements, events, ActorRegister.Shipped));
            var (lines, written) = Timed(() => output.Lines(report, entries, withReport: true));
            output.Write(lines);
            words += document.Tokens.Length;
            foreach (var (i, took) in (ReadOnlySpan<(int, long)>)[(0, annotated), (1, attributed), (2, told), (3, linked), (4, written)]) ticks[i] += took;
        }
        while (Stopwatch.GetElapsedTime(start) < duration);

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(words, seconds, [.. names.Select((name, i) => (name, (double)ticks[i] / Stopwatch.Frequency))]);
    }

    private static (T Result, long Ticks) Timed<T>(Func<T> stage)
    {
        var start = Stopwatch.GetTimestamp();
        var result = stage();
        return (result, Stopwatch.GetTimestamp() - start);
    }
}
