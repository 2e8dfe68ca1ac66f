using System.Collections.Immutable;
using Heliograph.Ledger;
using Heliograph.Reading;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Trying;

/// <summary>The reading of what somebody sent, on a thread of its own; anybody may look at its state meanwhile.</summary>
/// <param name="id">Its name in addresses, which nobody guesses.</param>
/// <param name="owner">The name of the token it was sent with; null where none is asked for.</param>
/// <param name="isBatch">Whether it may hold several reports; they go into the ledger then.</param>
/// <param name="keeps">Whether it is kept.</param>
/// <param name="bytes">How large it is.</param>
/// <param name="turn">Its turn in the queue for a core.</param>
internal sealed class ReadingJob(string id, string? owner, bool isBatch, bool keeps, long bytes, ReadingQueue.Turn turn)
{
    private const int MostTold = 200; // refusals, and reports, that the page lists; the ledger has them all

    private ReadingState _state = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its name in addresses.</summary>
    public string Id => id;

    /// <summary>The name of the token it was sent with.</summary>
    public string? Owner => owner;

    /// <summary>Whether it may hold several reports.</summary>
    public bool IsBatch => isBatch;

    /// <summary>Whether it is kept.</summary>
    public bool Keeps => keeps;

    /// <summary>How large it is, in bytes.</summary>
    public long Bytes => bytes;

    /// <summary>Its turn in the queue for a core.</summary>
    public ReadingQueue.Turn Turn => turn;

    /// <summary>Done when it is to be stopped.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>How far it has come.</summary>
    public ReadingState State
    {
        get
        {
            var (state, place) = (Volatile.Read(ref _state), turn.Place);
            return state.Began is null && place > 0 ? state with { Stage = $"Waiting for a free core, number {Phrases.Number(place)} in the queue" } : state;
        }
    }

    /// <summary>The report and its entries, where it is one and is read.</summary>
    public (StoredReport Report, ImmutableArray<string> Warnings)? One { get; private set; }

    /// <summary>Ends it; what is kept until then stays.</summary>
    public void Stop() => _stopped.TrySetResult();

    /// <summary>Reads. Never throws: what goes wrong is told in the state.</summary>
    /// <param name="results">The reports, and what cannot be read.</param>
    /// <param name="ledger">Where they are kept.</param>
    /// <param name="settings">What reads.</param>
    /// <param name="stopping">Ends it too.</param>
    public void Run(IEnumerable<ReadResult> results, LedgerPool ledger, WebSettings settings, CancellationToken stopping)
    {
        try
        {
            GoOn();
            Tell(state => state with { Began = settings.Clock.GetUtcNow(), Stage = "Taking the reports out of what was sent" });
            var all = results.ToList();
            var length = Math.Max(1, all.OfType<ReadResult.Article>().Sum(article => (long)article.Report.Text.Length));
            Tell(state => state with { Of = all.Count, Stage = "Waking the model" });
            var reader = settings.Reader(); // loads it on first use, which nobody who writes should wait for
            var run = keeps ? ledger.Write(store => store.Begin(reader, "POST /read", settings.Clock.GetUtcNow())) : 0;
            long done = 0;
            foreach (var result in all)
            {
                GoOn();
                if (result is ReadResult.Failure failure) Refuse(failure.Source, failure.ToString());
                if (result is not ReadResult.Article article) continue;
                Take(article, done, length);
                done += article.Report.Text.Length;
                Tell(state => state with { Share = (double)done / length });
            }

            if (keeps) ledger.Write(store => { store.End(run, settings.Clock.GetUtcNow()); return 0; });

            void GoOn()
            {
                if (Stopped.IsCompleted || stopping.IsCancellationRequested) throw new OperationCanceledException();
            }

            void Take(ReadResult.Article article, long before, long of)
            {
                var report = article.Report;
                ImmutableArray<Entry> entries;
                try
                {
                    entries = settings.ReadTelling is { } read
                        ? read(report, step =>
                        {
                            GoOn();
                            var share = (before + report.Text.Length * (double)step.Done / Math.Max(1, step.Of)) / of;
                            Tell(state => state with { Stage = step.Stage, Share = share });
                        })
                        : settings.Read(report);
                }
#pragma warning disable CA1031 // a fault of ours in one report must not cost the others
                catch (Exception e) when (e is not (OperationCanceledException or LedgerException))
#pragma warning restore CA1031
                {
                    settings.Tell(Printable.Line($"{report.Input}: found a fault in Heliograph itself, expected entries. Please report it. {e}"));
                    Refuse(report.Input, Printable.Line($"{report.Input}: found a fault in Heliograph itself ({e.GetType().Name}), expected entries. Please report it with what the server printed."));
                    return;
                }

                var added = entries.Length;
                if (keeps)
                {
                    Tell(state => state with { Stage = "Keeping the entries" });
                    try
                    {
                        added = ledger.Write(store => store.Append(report, entries, reader, run));
                    }
                    catch (LedgerException e) when (e.IsOfReport)
                    {
                        Refuse(report.Input, Printable.Line($"{report.Input}: {e.Message}"));
                        return;
                    }
                }

                if (!isBatch) One = (new(report, entries), article.Warnings);
                var found = entries.Count(entry => entry is not MentionEntry);
                Tell(state => state with
                {
                    Read = state.Read + 1,
                    Entries = state.Entries + added,
                    Reports = state.Reports.Count < MostTold ? state.Reports.Add((Phrases.Link(report), Shown.Line(report.Title ?? report.Input, 120), found)) : state.Reports,
                });
            }

            void Refuse(string input, string reason)
            {
                if (keeps) ledger.Write(store => { store.Refuse(run, input, reason); return 0; });
                Tell(state => state with
                {
                    Refused = state.Refused + 1,
                    Refusals = state.Refusals.Count < MostTold ? state.Refusals.Add((input, reason)) : state.Refusals,
                });
            }
        }
        catch (OperationCanceledException)
        {
            Tell(state => state with { Problem = new(409, "Stopped", keeps ? "It was stopped. What was read until then is in the ledger." : "It was stopped, and nothing is kept.") });
        }
        catch (LedgerException e)
        {
            Tell(state => state with { Problem = new(503, "The ledger does not answer", e.Message) });
        }
#pragma warning disable CA1031 // nobody waits for this thread: what it does not tell is lost
        catch (Exception e)
#pragma warning restore CA1031
        {
            settings.Tell(Printable.Line($"POST /read: found a fault in Heliograph itself, expected a reading. Please report it. {e}"));
            Tell(state => state with { Problem = new(500, "A fault in Heliograph", $"Found a fault in Heliograph itself ({e.GetType().Name}), expected a reading. Please report it with what the server printed.") });
        }
        finally
        {
            Tell(state => state with { Ended = settings.Clock.GetUtcNow(), Share = state.Problem is null ? 1 : state.Share });
        }
    }

    // Written by its own thread only
    private void Tell(Func<ReadingState, ReadingState> change) => Volatile.Write(ref _state, change(Volatile.Read(ref _state)));
}
