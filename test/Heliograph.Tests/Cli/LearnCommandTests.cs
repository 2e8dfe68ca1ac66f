using Heliograph.Cli;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Ledger;
using Heliograph.Reading;
using Heliograph.Store;

namespace Heliograph.Tests.Cli;

public sealed class LearnCommandTests : IDisposable
{
    private const string Reader = "test";

    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Ledger => Path.Combine(_folder, "ledger.db");

    private string Learnt => LearntFile.Beside(Ledger)!;

    // Events of "fell" whose confidence is 0.7; those of "Prices" come of a rule of their own.
    private static Stages Stages { get; } = Simple.Stages with
    {
        Events = (document, statements) =>
        [
            .. Simple.Stages.Events(document, statements).Select(found => found with
            {
                Confidence = 0.7,
                Rule = document[found.TriggerHead - 1].Text is "Prices" ? "fall.noun" : "fall.verb",
            }),
        ],
    };

    [Fact]
    public void Learns_to_leave_out_what_is_always_rejected_and_reading_applies_it()
    {
        Read(30);
        Judge(told => told.Rule == "fall.verb");

        var (status, output, _) = Learn();
        var (_, listed, errors) = Read(31);

        Assert.Equal(0, status);
        Assert.StartsWith("60 events and 0 statements of 30 reports are judged: 30 right, 30 wrong.\n", output, StringComparison.Ordinal);
        Assert.Contains("Left out: 30 wrong and 0 right events.\n", output, StringComparison.Ordinal);
        Assert.Contains($"Written to {Learnt}", output, StringComparison.Ordinal);
        // what people judged stays, for they have the last word: only the event of the new report is gone
        Assert.Contains("1 event left out", errors, StringComparison.Ordinal);
        Assert.Equal(61, listed.Split('\n').Count(line => line.Contains("\"kind\":\"event\"", StringComparison.Ordinal)));
        Assert.Contains("\"shippedConfidence\":0.70", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void Learns_the_same_again_from_a_ledger_that_it_was_applied_to()
    {
        Read(30);
        Judge(told => told.Rule == "fall.verb");
        Learn();
        var first = File.ReadAllText(Learnt);
        Read(30);

        Learn();

        Assert.Equal(first, File.ReadAllText(Learnt));
    }

    [Fact]
    public void Tells_runs_apart_by_what_was_learnt()
    {
        Read(30);
        Judge(told => told.Rule == "fall.verb");
        Learn();
        using (var ledger = LedgerStore.Open(Ledger))
        {
            foreach (var correction in ledger.AllCorrections()) ledger.Undo(correction.Correction.Number);
        }

        Read(30);

        using var read = LedgerStore.OpenToRead(Ledger);
        Assert.Contains(", learnt ", read.Runs()[0].Reader, StringComparison.Ordinal);
        var differences = read.Differences(1, 2);
        Assert.Equal(30, differences.Length);
        Assert.All(differences, one => Assert.Equal(("gone", "learnt"), (one.Change, one.Why)));
    }

    [Fact]
    public void Changes_nothing_without_a_gain_and_says_so()
    {
        Read(40);
        var dice = new Random(3);
        Judge(_ => dice.NextDouble() < 0.7);
        File.WriteAllText(Learnt, "as it was");

        var (status, output, _) = Learn();

        Assert.Equal(0, status);
        Assert.Contains($"No gain, so nothing changes; {Learnt} stays as it is.\n", output, StringComparison.Ordinal);
        Assert.Equal("as it was", File.ReadAllText(Learnt));
    }

    [Fact]
    public void Doors_apply_it_to_every_text_and_name_it_in_their_runs()
    {
        Read(30);
        Judge(told => told.Rule == "fall.verb");
        Learn();
        var door = new LearntReading(Ledger, () => Reader, TextWriter.Null);
        Report Notice(int i) => new($"This is the notice {i} of that day: Prices fell and then Belmere fell") { Input = "posted" };

        var fresh = door.Of(Notice(99), Stages.Read(Notice(99)).Entries);
        var judged = door.Of(Notice(1), Stages.Read(Notice(1)).Entries);

        Assert.Single(fresh.OfType<EventEntry>());
        Assert.Equal(2, judged.OfType<EventEntry>().Count());
        Assert.StartsWith("test, learnt ", door.Reader, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_many_judgements_there_are_and_how_many_it_takes()
    {
        Read(4);
        Judge(_ => true);

        var (status, _, errors) = Learn();

        Assert.Equal(1, status);
        Assert.Contains("found 8 judgements of 4 reports, 8 of them right; expected 50 of 10 or more, 10 of them right and 10 wrong", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Learnt));
    }

    [Fact]
    public void Refuses_a_damaged_file_by_name_and_line_and_passes_over_one_of_another_version()
    {
        using var errors = new StringWriter();
        File.WriteAllText(Learnt, "format\t1\nreader\n");

        Assert.False(LearntFile.Choose(null, none: false, Ledger, Reader, errors).IsRead);
        Assert.Contains($"{Learnt}: line 2: found 'reader', expected 'reader' and 1 more column", errors.ToString(), StringComparison.Ordinal);
        Assert.True(LearntFile.Choose(null, none: true, Ledger, Reader, errors).IsRead);

        File.Delete(Learnt);
        Read(30);
        Judge(told => told.Rule == "fall.verb");
        Learn();
        Assert.NotNull(LearntFile.Choose(null, none: false, Ledger, Reader, errors).Learnt);
        Assert.Equal((true, null), LearntFile.Choose(null, none: false, Ledger, "newer", errors));
        Assert.Equal((false, null), LearntFile.Choose(Learnt, none: false, Ledger, "newer", errors));
        Assert.Contains("found what was learnt with test, expected newer; it is not applied", errors.ToString(), StringComparison.Ordinal);
    }

    private (int Status, string Output, string Errors) Learn()
    {
        using var ledger = LedgerStore.OpenToRead(Ledger);
        return Simple.Run(streams => LearnCommand.Run(ledger, streams, Reader, Learnt, LocalLearning.LeastGain));
    }

    private (int Status, string Output, string Errors) Read(int reports)
    {
        var learnt = File.Exists(Learnt) ? LearntFile.Read(Learnt, TextWriter.Null) : null;
        var request = new ReadRequest
        {
            Paths = ["-"],
            Options = ReadOptions.Default with { Format = InputFormat.Jsonl },
            Format = OutputFormat.Jsonl,
            Ledger = Ledger,
            Reader = Reader,
            Learnt = learnt,
        };
        var lines = Enumerable.Range(0, reports).Select(i => $$"""{"id":"n{{i}}","text":"This is the notice {{i}} of that day: Prices fell and then Belmere fell"}""");
        return Simple.Run(streams => ReadCommand.Run(request, Stages, streams), string.Join('\n', lines));
    }

    private void Judge(Func<EventEntry, bool> isRight)
    {
        using var ledger = LedgerStore.Open(Ledger);
        foreach (var told in ledger.Read(new()).SelectMany(stored => stored.Entries).OfType<EventEntry>().ToList())
        {
            ledger.Correct(told.Id, new()
            {
                Kind = "event",
                Anchor = "",
                Verb = isRight(told) ? CorrectionVerb.Accept : CorrectionVerb.Reject,
                Author = "Ines",
                At = new(2031, 5, 2, 8, 0, 0, TimeSpan.Zero),
            });
        }
    }
}
