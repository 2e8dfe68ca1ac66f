using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;

namespace Heliograph.Tests.Store;

/// <summary>What every home of a ledger promises.</summary>
public abstract class LedgerStoreTests
{
    /// <summary>An empty place for one test's ledger.</summary>
    private protected abstract string Place { get; }

    /// <summary>The number that a query on the ledger's own tables gives.</summary>
    private protected abstract long Number(string sql);

    [Fact]
    public void Gives_back_what_was_put_in()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(Place)) Assert.Equal(entries.Length, ledger.Append(report, entries, "test"));

        using var again = LedgerStore.OpenToRead(Place);
        var stored = Assert.Single(again.Read(new()));

        Assert.Equal(EntryJsonTests.Lines(report, entries), EntryJsonTests.Lines(stored.Report, stored.Entries));
    }

    [Theory]
    [InlineData("venn", 1)]
    [InlineData("CAFE ven", 1)] // beginnings, in any order; accents and capitals make no difference
    [InlineData("venn reads", 0)]
    [InlineData("enn", 0)]
    [InlineData("oth", 1)] // one without a title goes by the name it was read by
    [InlineData("…", 0)]
    public void Finds_reports_by_the_beginnings_of_words_of_their_titles(string words, int count)
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        ledger.Append(new Report("Nobody knows .") { Input = "other.txt" }, [], "test");
        ledger.Append(report, entries, "test");

        var found = ledger.Reports(null, 5, words);
        Assert.Equal(count, found.Length);
        Assert.All(found, one => Assert.Empty(ledger.Reports(one.Number, 5, words)));
    }

    [Fact]
    public void What_the_deep_model_found_is_replaced_by_what_another_found_only_when_asked()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, [], "heliograph 1, english-1");
        Assert.Equal(entries.Length, ledger.Append(report, entries, "heliograph 1, deep-1, learnt 0a1b")); // the other way nobody need ask

        var refusal = Assert.Throws<LedgerException>(() => ledger.Append(report, [], "heliograph 1, english-1"));

        Assert.True(refusal.IsOfReport);
        Assert.Contains("heliograph 1, deep-1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--again", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(entries.Length, Assert.Single(ledger.Read(new())).Entries.Length);
        Assert.Equal(0, ledger.Append(report, entries, "heliograph 1, english-1")); // the same changes nothing
        ledger.Append(report with { Input = "another" }, [], "heliograph 1, english-1"); // nothing of the deep model stands there
        ledger.Append(report, [], "heliograph 1, english-1", again: true);
        Assert.All(ledger.Read(new()), read => Assert.Empty(read.Entries));
    }

    [Fact]
    public void Adds_nothing_when_a_report_is_read_twice()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        Assert.Equal(0, ledger.Append(report, entries, "test"));
        Assert.Equal((1, 1, entries.Length, entries.Length), Sizes());
    }

    [Fact]
    public void Lists_reports_the_last_one_first_and_finds_them_by_the_beginning_of_their_ids()
    {
        var (report, _, entries) = Invented.Ledger();
        var other = new Report("Nobody knows .") { Input = "other.txt" };
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        ledger.Append(other, [], "test");

        var last = Assert.Single(ledger.Reports(null, 1));
        var first = Assert.Single(ledger.Reports(last.Number, 5));
        Assert.Equal((0, entries.Length), (last.Entries, first.Entries));
        Assert.Contains(other.Id, last.Head, StringComparison.Ordinal);
        Assert.Empty(ledger.Reports(first.Number, 5));

        Assert.Equal(entries.Length, Assert.Single(ledger.ReportsOf(report.Id, 2)).Entries.Length);
        Assert.Equal(other.Text, Assert.Single(ledger.ReportsOf(other.Id[..20], 2)).Report.Text);
        Assert.Equal(2, ledger.ReportsOf("sha256:", 5).Length);
        Assert.Empty(ledger.ReportsOf(report.Id + "0", 2));
    }

    [Fact]
    public void Tells_the_entries_that_were_added_behind_one()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        Assert.Equal(0, ledger.LastEntry());
        ledger.Append(report, entries, "test");

        var all = ledger.EntriesSince(0, 100);
        Assert.Equal(entries.Select(entry => entry.Id), all.Select(row => row.Found.Entry.Id));
        Assert.Equal(ledger.LastEntry(), all[^1].Number);
        Assert.Equal(all[2].Number, Assert.Single(ledger.EntriesSince(all[1].Number, 1)).Number);
        Assert.Empty(ledger.EntriesSince(ledger.LastEntry(), 100));
    }

    [Fact]
    public void Keeps_what_an_earlier_reading_found_and_shows_the_last()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "old");

        ledger.Append(report, [.. entries.Skip(1)], "new");

        Assert.Equal(entries.Skip(1).Select(entry => entry.Id), Assert.Single(ledger.Read(new())).Entries.Select(entry => entry.Id));
        Assert.Equal(entries[0].Id, Assert.Single(ledger.Find(entries[0].Id, 2)).Entry.Id);
    }

    [Fact]
    public void Keeps_a_text_once_and_each_name_it_came_in_by()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        Assert.Equal(0, ledger.Append(report with { Input = "copy.txt", Outlet = "The Copyist" }, entries, "test"));
        ledger.Append(report with { Published = null }, entries, "test");

        Assert.Equal((1, 3, entries.Length, 3 * entries.Length), Sizes());
        Assert.Equal(
            [("invented.txt", null), ("copy.txt", "2031-05-02")],
            ledger.Read(new()).Select(stored => (stored.Report.Input, stored.Report.Published?.ToString("yyyy-MM-dd", null))));
    }

    [Theory]
    [InlineData("event", null, null, 2)]
    [InlineData("event", "assault", null, 1)]
    [InlineData(null, "deny", "invented.txt", 1)]
    [InlineData("event", null, "other.txt", 0)]
    public void Answers_only_what_is_asked(string? kind, string? type, string? from, int count)
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        Assert.Equal(count, ledger.Read(new() { Kind = kind, Type = type, Report = from }).Sum(stored => stored.Entries.Length));
    }

    [Fact]
    public void Knows_a_report_by_the_beginning_of_its_id()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        Assert.Single(ledger.Read(new() { Report = report.Id["sha256:".Length..][..8] }));
        Assert.Single(ledger.Read(new() { Report = report.Id[..20] }));
    }

    [Fact]
    public void Reads_only_the_reports_that_are_named()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        ledger.Append(new("Other.") { Input = "b" }, [], "test");

        Assert.Equal(report.Id, Assert.Single(ledger.Read(new() { Reports = new HashSet<string> { report.Id } })).Report.Id);
        Assert.Empty(ledger.Read(new() { Reports = new HashSet<string>() }));
    }

    [Fact]
    public void Keeps_no_half_report_when_writing_stops_in_the_middle()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);

        Assert.Throws<ArgumentException>(() => ledger.Append(report, new Stopping(entries, after: 3), "test"));

        Assert.Equal((0, 0, 0, 0), Sizes());
        Assert.Equal(entries.Length, ledger.Append(report, entries, "test"));
    }

    [Fact]
    public void Lets_two_write_in_turn()
    {
        var (report, _, entries) = Invented.Ledger();
        using var one = LedgerStore.Open(Place);
        using var two = LedgerStore.Open(Place);

        one.Append(report, entries, "test");
        two.Append(new("Other.") { Input = "b" }, [], "test");

        Assert.Equal(2, one.Read(new()).Count());
    }

    [Fact]
    public void Has_a_number_that_grows_with_everything_that_is_written()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        var told = entries.OfType<EventEntry>().First();
        using var reader = LedgerStore.OpenToRead(Place);
        var last = reader.Version();
        void Grows()
        {
            Assert.True(reader.Version() > last);
            Assert.Equal(last = reader.Version(), ledger.Version());
        }

        var run = ledger.Begin("test", "", Noon);
        Grows();
        ledger.Append(report, entries, "test", run);
        Grows();
        ledger.Refuse(run, "broken.html", "broken.html: found nothing.");
        Grows();
        ledger.End(run, Noon);
        Grows();
        var number = ledger.Correct(told.Id, Says(CorrectionVerb.Accept))!.Value;
        Grows();
        ledger.Undo(number);
        Grows();
        reader.Search(new(), EntrySort.Newest, null, 5);
        Assert.Equal(last, reader.Version());
    }

    [Fact]
    public void Lists_the_versions_of_a_report_the_older_ones_first_whatever_came_in_first()
    {
        using var ledger = LedgerStore.Open(Place);
        List<Report> reports =
        [
            Version("third", 7), Version("first", 5), Version("second", 6), Version("longer, of the same day", 6), Version("other", 5) with { Url = "https://harbour.example/b" },
        ];
        foreach (var report in reports) ledger.Append(report, [], "test");

        foreach (var report in reports.Take(4)) Assert.Equal(["first", "second", "longer, of the same day", "third"], ledger.Versions(report.Id, 10).Select(one => one.Text));
        Assert.Empty(ledger.Versions(reports[4].Id, 10));

        static Report Version(string text, int day) => new(text) { Input = text, Url = "https://harbour.example/a?id=1", Published = new(2031, 5, day) };
    }

    [Fact]
    public void Supersedes_what_a_later_reading_does_not_find_and_brings_it_back_when_one_does()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "old");
        var without = entries.Where(entry => entry is not EventEntry { Plover: "ASSAULT" }).ToList();
        var filter = new EntryFilter { Types = ["ASSAULT"] };

        ledger.Append(report, without, "new");
        Assert.Equal(0, ledger.Count(filter));
        Assert.Empty(ledger.Counts(new() { Quads = [4] }, TallyBy.DyadMonth));

        Assert.Equal(0, ledger.Append(report, entries, "old"));
        Assert.Equal(1, ledger.Count(filter));
        Assert.Single(ledger.Counts(new() { Quads = [4] }, TallyBy.DyadMonth));
    }

    [Fact]
    public void Shows_what_the_last_reading_says_where_the_entry_is_the_same_but_not_its_line()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "old");
        var surer = entries.Select(entry => entry is StatementEntry statement ? statement with { Confidence = 0.25 } : entry).ToList();

        Assert.Equal(0, ledger.Append(report, surer, "new"));

        Assert.Equal(2, ledger.Count(new() { Kinds = ["statement"], Confidence = 0.2 }));
        Assert.All(
            ledger.Search(new() { Kinds = ["statement"] }, EntrySort.Newest, null, 5).Entries,
            found => Assert.Equal(0.25, ((StatementEntry)found.Entry).Confidence));
        Assert.Equal(EntryJsonTests.Lines(report, surer), EntryJsonTests.Lines(report, Assert.Single(ledger.Read(new())).Entries));
    }

    [Fact]
    public void Keeps_what_each_run_read_and_refused_and_tells_how_two_differ()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        var first = ledger.Begin("old", "", Noon);
        ledger.Append(report, entries, "old", first);
        ledger.Refuse(first, "broken.html", "broken.html: found nothing.");
        ledger.End(first, Noon.AddMinutes(1));
        var second = ledger.Begin("new", "--force", Noon);
        ledger.Append(report, [.. entries.Where(entry => entry is not EventEntry)], "new", second);

        Assert.Equal(
            [new Run(second, "new", "--force", Noon, null, 1, 0), new Run(first, "old", "", Noon, Noon.AddMinutes(1), 1, 1)],
            ledger.Runs());
        Assert.Equal("broken.html", Assert.Single(ledger.Refusals(first)).Input);
        Assert.Equal(
            entries.OfType<EventEntry>().Select(entry => new Difference("invented.txt", "gone", entry.Id, null, "version")),
            ledger.Differences(first, second));
    }

    [Fact]
    public void Applies_a_correction_to_the_entry_and_to_every_search()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        var told = entries.OfType<EventEntry>().First();

        ledger.Correct(told.Id, Says(CorrectionVerb.Change, "type", "THREATEN"));

        var found = Assert.Single(ledger.Search(new() { Types = ["THREATEN"] }, EntrySort.Newest, null, 5).Entries).Entry;
        Assert.Equal((told.Id, "changed", ("type", "ASSAULT")), (found.Id, found.Review!.Mark, Assert.Single(found.Review.Was)));
        Assert.Equal(0, ledger.Count(new() { Types = ["ASSAULT"] }));
        Assert.Contains(Assert.Single(ledger.Read(new())).Entries, entry => entry.Review is not null);
    }

    [Fact]
    public void Takes_a_correction_back()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        var number = ledger.Correct(entries.OfType<EventEntry>().First().Id, Says(CorrectionVerb.Change, "type", "THREATEN"))!.Value;

        Assert.True(ledger.Undo(number));

        Assert.Null(Assert.Single(ledger.Search(new() { Types = ["ASSAULT"] }, EntrySort.Newest, null, 5).Entries).Entry.Review);
        Assert.True(Assert.Single(ledger.AllCorrections()).Correction.Undone);
        Assert.False(ledger.Undo(4711));
    }

    [Fact]
    public void Keeps_a_correction_through_a_new_reading_and_shows_it_as_an_orphan_where_its_words_tell_nothing()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "old");
        var told = entries.OfType<EventEntry>().First();
        ledger.Correct(told.Id, Says(CorrectionVerb.Accept));

        var anew = told with { Id = "00112233445566778899aabbccddeeff", Plover = "COERCE" };
        ledger.Append(report, [.. entries.Select(entry => entry == told ? anew : entry)], "new");
        Assert.Equal("accepted", Assert.Single(ledger.Search(new() { Types = ["COERCE"] }, EntrySort.Newest, null, 5).Entries).Entry.Review!.Mark);
        Assert.False(Assert.Single(ledger.AllCorrections()).IsOrphan);

        ledger.Append(report, [.. entries.Where(entry => entry != told)], "newer");
        Assert.True(Assert.Single(ledger.AllCorrections()).IsOrphan);
    }

    [Fact]
    public void Keeps_nothing_of_a_correction_that_the_entry_cannot_have()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        Assert.Throws<FormatException>(() => ledger.Correct(entries.OfType<EventEntry>().First().Id, Says(CorrectionVerb.Change, "factuality", "perhaps")));

        Assert.Empty(ledger.AllCorrections());
    }

    [Fact]
    public void Merges_actors_and_splits_them_again()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        var told = entries.OfType<EventEntry>().First();
        var who = told.Actors[0].Actor!;

        var number = ledger.CorrectActor(Says(CorrectionVerb.Merge) with { Kind = "actor", Anchor = who, Value = "korvan-army" });
        Assert.Equal("korvan-army", Assert.IsType<EventEntry>(Assert.Single(ledger.Search(new() { By = ["korvan-army"] }, EntrySort.Newest, null, 5).Entries).Entry).Actors[0].Actor);

        ledger.Undo(number);
        Assert.Equal(0, ledger.Count(new() { By = ["korvan-army"] }));
        Assert.Equal(1, ledger.Count(new() { By = [who] }));
    }

    private static readonly DateTimeOffset Noon = new(2031, 5, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Gives_what_people_judged_as_the_machine_read_it_even_where_it_stands_no_more()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "old");
        var told = entries.OfType<EventEntry>().First();
        var statement = entries.OfType<StatementEntry>().Last();
        ledger.Correct(told.Id, Says(CorrectionVerb.Change, "type", "THREATEN"));
        ledger.Correct(statement.Id, Says(CorrectionVerb.Accept));
        var undone = ledger.Correct(entries.OfType<EventEntry>().Last().Id, Says(CorrectionVerb.Reject))!.Value;
        ledger.Undo(undone);

        ledger.Append(report, [.. entries.Where(entry => entry.Id != told.Id)], "new");
        var judged = ledger.Judged();

        Assert.Equal([(told.Id, "ASSAULT", "old"), (statement.Id, statement.Type, "new")], judged.Select(one => (one.Entry.Id, one.Entry.Type, one.Reader)));
        Assert.Equal([CorrectionVerb.Change, CorrectionVerb.Accept], judged.Select(one => Assert.Single(one.Said).Verb));
        Assert.Equal(["event", "statement"], ledger.CorrectedWords().Select(words => words.Kind).Order());
    }

    private static Correction Says(CorrectionVerb verb, string? field = null, string? value = null) =>
        new() { Kind = "", Anchor = "", Verb = verb, Field = field, Value = value, Author = "M. Quill", At = Noon };

    private (long Reports, long Readings, long Entries, long Found) Sizes() =>
        (Number("SELECT count(*) FROM report"), Number("SELECT count(*) FROM reading"), Number("SELECT count(*) FROM entry"),
         Number("SELECT count(*) FROM found"));

    // Entries that run out, as if the program were stopped between two of them.
    private sealed class Stopping(IReadOnlyList<Entry> entries, int after) : IReadOnlyList<Entry>
    {
        public int Count => entries.Count;

        public Entry this[int index] => index < after ? entries[index] : throw new ArgumentException("stopped");

        public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
