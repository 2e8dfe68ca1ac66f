using System.Collections.Frozen;
using System.Globalization;
using Heliograph.Analysis;
using Heliograph.Ledger;
using Heliograph.Reading;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>Reads a batch of reports: on several threads, printed and kept in the order of the input.</summary>
internal sealed class ReadBatch(ReadRequest request, Stages stages, Streams streams)
{
    /// <summary>The exit status of a batch that a person stopped (Ctrl+C), as shells have it.</summary>
    public const int Stopped = 130;

    private readonly EntryOutput _output = new(streams.Output, request.Format, streams.IsColoured);
    private readonly ReadProgress _progress = new();
    private readonly string? _learnt = request.Learnt is { } learnt ? LocalConfidenceText.HashOf(learnt) : null;
    private FrozenSet<(string Report, string Kind, string Anchor)> _corrected = [];
    private long _vetoed;
    private int _read;
    private int _refused;
    private long _words;
    private long _entries;
    private long _added;
    private long _run;
    private long _copies;
    private string? _ledgerName;

    private string Reader => _learnt is null ? request.Reader : LearntName.With(request.Reader, _learnt);

    /// <summary>Reads, prints and keeps.</summary>
    /// <returns>The exit status: 0 when every report was read, 1 when one was not, 130 when stopped.</returns>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public int Run(CancellationToken token)
    {
        var line = new ProgressLine(streams.Errors, streams.ShowsProgress, streams.Clock, _progress);
        var status = 0;
        try
        {
            var upgrade = new UpgradeLine(streams.Errors, streams.ShowsProgress, streams.Clock);
            using var ledger = request.Ledger is { } path ? LedgerStore.Open(path, progress: upgrade.Show) : null;
            upgrade.End();
            var results = ReportReader.Read(request.Paths, request.Options, streams.Input, _progress);
            _ledgerName = ledger?.Name;
            _run = ledger?.Begin(Reader, request.Settings, streams.Clock.GetUtcNow()) ?? 0;
            if (ledger is not null && request.Learnt is not null) _corrected = ledger.CorrectedWords();
            foreach (var outcome in InOrder.Work(results, Read, request.Threads, token))
            {
                Take(outcome, ledger, line);
                line.Show(_read, _words);
            }

            ledger?.End(_run, streams.Clock.GetUtcNow());
            _copies = ledger?.CopiesOf(_run) ?? 0;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            status = Stopped;
        }
        catch (LedgerException e)
        {
            line.Clear();
            streams.Errors.WriteLine(Printable.Line(e.Message) + " Or leave the ledger out with --no-ledger.");
            status = 1;
        }

        line.Clear();
        _output.End();
        streams.Errors.WriteLine(Summary(line.Elapsed) + (status == Stopped ? " Stopped." : ""));
        return status != 0 || _refused == 0 ? status : 1;
    }

    // Kept before it is printed: what a person has seen is in the ledger.
    private void Take(ReadOutcome outcome, LedgerStore? ledger, ProgressLine line)
    {
        switch (outcome)
        {
            case ReadOutcome.Read read:
                try
                {
                    _added += ledger?.Append(read.Report, read.Entries, Reader, _run, request.Again) ?? 0;
                }
                catch (LedgerException e) when (e.IsOfReport)
                {
                    Take(new ReadOutcome.Refused(read.Report.Input, Printable.Line($"{read.Report.Input}: {e.Message} The other reports are read.")), ledger, line);
                    break;
                }

                if (streams.IsColoured) line.Clear(); // both go to the same terminal
                _output.Write(read.Output);
                _read++;
                _words += read.Words;
                _entries += read.Entries.Length;
                _vetoed += read.Vetoed;
                break;
            case ReadOutcome.Refused refused:
                line.Clear();
                ledger?.Refuse(_run, refused.Input, refused.Message);
                streams.Errors.WriteLine(refused.Message);
                _refused++;
                break;
        }
    }

    private ReadOutcome Read(ReadResult result) => result switch
    {
        ReadResult.Article article => Read(article),
        ReadResult.Failure failure => new ReadOutcome.Refused(failure.Source, failure.ToString()),
        _ => throw new InvalidOperationException($"No way to read a result of type {result.GetType().Name} is known. Add one here."),
    };

    private ReadOutcome Read(ReadResult.Article article)
    {
        var report = article.Report;
        try
        {
            var (document, found) = stages.Read(report, request.Actors);
            var (entries, vetoed) = request.Learnt is { } learnt ? LearntReading.Apply(learnt, report, found, _corrected) : (found, 0);
            var output = _output.Render(report, entries, Passages.Sentences(document), article.Warnings);
            return new ReadOutcome.Read(report, entries, document.Tokens.Length, output, vetoed);
        }
#pragma warning disable CA1031 // a fault of ours in one report must not cost the others
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new ReadOutcome.Refused(report.Input, Printable.Line(
                $"{report.Input}: found a fault in Heliograph itself ({e.GetType().Name}: {e.Message}{At(e)}), expected entries. " +
                "The other reports are read; please report this one."));
        }
    }

    // The innermost place in our own code, to find the fault by.
    private static string At(Exception e)
    {
        var frame = e.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Heliograph.", StringComparison.Ordinal));
        return frame is null ? "" : ", " + frame.Trim();
    }

    private string Summary(TimeSpan elapsed)
    {
        var kept = _ledgerName is { } name ? $" ({_added:N0} new in {Printable.Line(name)})" : "";
        var learnt = _learnt is null ? "" : $"; as learnt {_learnt} has it, {Count(_vetoed, "event")} left out";
        var copies = _copies == 0 ? "" : $"; {Count(_copies, "copy of another report", "copies of other reports")}";
        var rate = _words / Math.Max(elapsed.TotalSeconds, 0.001);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(_read, "report")} read, {_refused:N0} refused; {Count(_entries, "entry", "entries")}{kept}{copies}{learnt}; {rate:N0} words/s.");
    }

    private static string Count(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");
}
