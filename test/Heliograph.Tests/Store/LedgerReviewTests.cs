using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;

namespace Heliograph.Tests.Store;

/// <summary>The queue of what nobody judged yet, in both homes of a ledger.</summary>
public sealed class LedgerReviewTests(PostgresServer server) : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InlineData("file"), InlineData("database")]
    public void What_nobody_judged_waits_the_heaviest_first(string home)
    {
        using var ledger = Open(home, out var entries);

        var queue = ledger.Review(new(), null, 10);

        Assert.Equal(entries.Where(entry => entry is not MentionEntry).Select(entry => entry.Id).Order(), queue.Entries.Select(entry => entry.Id).Order());
        Assert.Equal(queue.Entries.Select(entry => entry.Weight).OrderDescending(), queue.Entries.Select(entry => entry.Weight));
        Assert.Equal(("ASSAULT", 150), (queue.Entries[0].Signs.Type, queue.Entries[0].Signs.People));
        Assert.Equal((4, 0), (queue.Left, queue.Judged));
        Assert.Equal(queue.Entries.Select(entry => entry.Id), ledger.Review(new(), null, 10).Entries.Select(entry => entry.Id));
        Assert.Equal(queue.Entries[0].Signs.People, ledger.SignsOf(queue.Entries[0].Id)!.People);
        Assert.Null(ledger.SignsOf(entries.OfType<MentionEntry>().First().Id));
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void A_judgement_takes_an_entry_out_and_undoing_it_brings_it_back(string home)
    {
        using var ledger = Open(home, out _);
        var all = ledger.Review(new(), null, 10).Entries;

        var number = ledger.Correct(all[0].Id, Says(CorrectionVerb.Accept))!.Value;
        var rest = ledger.Review(new(), null, 10);
        Assert.Equal(all.Skip(1).Select(entry => entry.Id), rest.Entries.Select(entry => entry.Id));
        Assert.Equal((3, 1), (rest.Left, rest.Judged));
        Assert.Equal((0, 1), (ledger.Review(new() { Types = ["ASSAULT"] }, null, 10).Left, ledger.Review(new() { Types = ["ASSAULT"] }, null, 10).Judged));

        ledger.Undo(number);
        Assert.Equal(all, ledger.Review(new(), null, 10).Entries);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Who_someone_is_judges_no_entry(string home)
    {
        using var ledger = Open(home, out var entries);
        var actor = entries.OfType<EventEntry>().First().Actors[0].Actor!;
        ledger.CorrectActor(Says(CorrectionVerb.Merge) with { Kind = "actor", Anchor = actor, Value = "korvan-army" });
        ledger.Correct(entries.OfType<EventEntry>().First().Id, Says(CorrectionVerb.Change, "who", actor + "=korvan-army"));

        Assert.Equal((4, 0), (ledger.Review(new(), null, 10).Left, ledger.Review(new(), null, 10).Judged));
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void What_was_passed_over_stays_behind(string home)
    {
        using var ledger = Open(home, out _);
        var all = ledger.Review(new(), null, 10).Entries;

        Assert.Equal(all.Skip(2), ledger.Review(new(), all[1].After, 10).Entries);
        Assert.Empty(ledger.Review(new(), all[^1].After, 10).Entries);
        Assert.Equal([all[0]], ledger.Review(new() { Kinds = ["mention", "event"] }, null, 1).Entries);
        Assert.Empty(ledger.Review(new() { Kinds = ["mention"] }, null, 1).Entries);
        Assert.True(Assert.Throws<LedgerException>(() => ledger.Review(new(), "there", 1)).IsOfQuestion);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Opposite_words_of_the_same_deed_are_a_dispute(string home)
    {
        using var ledger = Open(home, out var entries);
        var told = entries.OfType<EventEntry>().First();
        var registered = told with { Actors = [told.Actors[0] with { Actor = "korvan-army" }] };
        foreach (var (text, factuality) in ((string, Factuality)[])[("One", Factuality.DidNotHappen), ("Two", Factuality.Happened)])
        {
            var (report, _, _) = Invented.Ledger();
            var other = new Report(report.Text + text) { Input = text, Published = report.Published };
            var copy = registered with { Report = other.Id, Factuality = factuality };
            ledger.Append(other, [copy with { Id = new EntryId(new(other.Text)).Of(copy) }], "test");
        }

        var disputed = ledger.Review(new(), null, 10).Entries.Where(entry => entry.Signs.IsDisputed).ToList();

        Assert.Equal([(2, 1), (2, 1)], disputed.Select(entry => (entry.Signs.Origins, entry.Signs.Registered)));
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void What_people_said_is_told_with_its_words_and_orphans_apart(string home)
    {
        using var ledger = Open(home, out var entries);
        var told = entries.OfType<EventEntry>().First();
        var statement = entries.OfType<StatementEntry>().Last();
        ledger.Correct(told.Id, Says(CorrectionVerb.Reject));
        ledger.Correct(statement.Id, Says(CorrectionVerb.Accept) with { Author = "B. Alder" });
        Assert.Empty(ledger.Said(null, true, null, 10));

        var (report, _, _) = Invented.Ledger();
        ledger.Append(report, [.. entries.Where(entry => entry.Id != told.Id)], "new");

        Assert.Equal([("denied", statement.Id), ("attacked", null)], ledger.Said(null, false, null, 10).Select(one => (one.Words, one.Entry)));
        Assert.True(Assert.Single(ledger.Said(null, true, null, 10)).IsOrphan);
        Assert.Equal("denied", Assert.Single(ledger.Said("B. Alder", false, null, 10)).Words);
        Assert.Equal("attacked", Assert.Single(ledger.Said(null, false, 2, 10)).Words);
        Assert.Equal([("B. Alder", 1), ("M. Quill", 1)], ledger.Authors().Select(author => (author.Key, author.Count)));
        Assert.Equal((1, 1, 1), ledger.Judgements());
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void A_sitting_ends_with_a_long_pause(string home)
    {
        using var ledger = Open(home, out var entries);
        var ids = entries.Where(entry => entry is not MentionEntry).Select(entry => entry.Id).ToList();
        ledger.Correct(ids[0], Says(CorrectionVerb.Accept));
        ledger.Correct(ids[1], Says(CorrectionVerb.Accept) with { At = Noon.AddMinutes(30) });
        var last = ledger.Correct(ids[2], Says(CorrectionVerb.Accept) with { At = Noon.AddMinutes(31) });

        var sitting = ledger.SittingOf("M. Quill", Noon.AddMinutes(32));
        Assert.Equal((2, Noon.AddMinutes(30), last), (sitting.Count, sitting.Began, sitting.Last));
        Assert.Equal(1, sitting.PerMinute(Noon.AddMinutes(32)));
        Assert.Equal((0, last), (ledger.SittingOf("M. Quill", Noon.AddHours(2)).Count, ledger.SittingOf("M. Quill", Noon.AddHours(2)).Last));
        Assert.Null(ledger.SittingOf("Nobody", Noon).Last);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void An_entry_keeps_its_merged_actor_when_it_is_judged(string home)
    {
        using var ledger = Open(home, out var entries);
        var told = entries.OfType<EventEntry>().First();
        ledger.CorrectActor(Says(CorrectionVerb.Merge) with { Kind = "actor", Anchor = told.Actors[0].Actor!, Value = "korvan-army" });
        ledger.Correct(told.Id, Says(CorrectionVerb.Accept));

        Assert.Equal(1, ledger.Count(new EntryFilter { By = ["korvan-army"] }));
    }

    private static Correction Says(CorrectionVerb verb, string? field = null, string? value = null) =>
        new() { Kind = "", Anchor = "", Verb = verb, Field = field, Value = value, Author = "M. Quill", At = Noon };

    private LedgerStore Open(string home, out ImmutableArray<Entry> entries)
    {
        var ledger = LedgerStore.Open(home == "file" ? Path.Combine(_folder, "ledger.db") : server.NewDatabase());
        (var report, _, entries) = Invented.Ledger();
        ledger.Append(report, entries, "test");
        return ledger;
    }
}
