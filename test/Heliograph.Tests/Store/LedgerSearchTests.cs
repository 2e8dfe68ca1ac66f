using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;

namespace Heliograph.Tests.Store;

/// <summary>What a filter finds and counts; the same in both homes.</summary>
public abstract class LedgerSearchTests
{
    private protected abstract string Place { get; }

    [Theory]
    [InlineData("kind=event", 2)]
    [InlineData("kind=event&type=ASSAULT", 1)]
    [InlineData("type=assault&factuality=did+not+happen", 1)]
    [InlineData("type=ASSAULT&factuality=happened", 0)]
    [InlineData("kind=event&quad=4", 1)]
    [InlineData("kind=event&voice=outlet", 1)]
    [InlineData("kind=event&voice=source", 1)]
    [InlineData("kind=event&from=2031-05-02&until=2031-05-03", 2)]
    [InlineData("kind=event&from=2031-05-03", 0)]
    [InlineData("kind=event&published-until=2031-05-02", 0)]
    [InlineData("text=korvan", 3)]
    [InlineData("text=%22korvan+forces%22&kind=event", 1)]
    [InlineData("text=forces+resigned", 0)]
    [InlineData("outlet=The+Korvan+Post&kind=statement", 2)]
    [InlineData("outlet=Another", 0)]
    [InlineData("report=invented.txt&kind=event", 2)]
    [InlineData("actor=nobody", 0)]
    public void Finds_what_a_filter_asks_for(string query, int count)
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        var filter = EntryFilter.Parse(query).Filter!;

        Assert.Equal(count, ledger.Search(filter, EntrySort.Newest, null, 50).Entries.Length);
        Assert.Equal(count, ledger.Count(filter));
        Assert.Equal(count, ledger.Counts(filter, TallyBy.Month).Sum(tally => tally.Count));
        Assert.Equal(count, ledger.Search(filter, EntrySort.Oldest, null, 50).Entries.Length);
        foreach (var by in new[] { TallyBy.Day, TallyBy.Week, TallyBy.Month, TallyBy.Type, TallyBy.Mode, TallyBy.Factuality, TallyBy.Outlet, TallyBy.Country })
        {
            Assert.Equal(
                ledger.Counts(filter, by).Select(tally => (tally.Key, tally.Count)),
                ledger.Counts(filter, by, origins: false).Select(tally => (tally.Key, tally.Count)));
        }
    }

    [Theory]
    [InlineData("place=belmere", 2)]
    [InlineData("place=B%C3%A9lmere&type=ASSAULT", 1)]
    [InlineData("place=far+belmere&country=BLM", 2)] // the gazetteer's name for it
    [InlineData("place=belmere&place=nowhere&kind=event", 2)]
    [InlineData("place=nowhere", 0)]
    [InlineData("place=belmere&from=2031-05-03", 0)]
    public void Finds_events_by_their_places(string query, int count)
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, [.. entries.Select(Affairs.InBelmere)], "test");
        var filter = EntryFilter.Parse(query).Filter!;

        Assert.Equal(count, ledger.Search(filter, EntrySort.Newest, null, 50).Entries.Length);
        Assert.Equal(count, ledger.Count(filter));
    }

    [Fact]
    public void Finds_the_same_whichever_conditions_are_joined()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, [.. entries.Select(Affairs.InBelmere)], "test");
        var told = entries.OfType<EventEntry>().First();
        var conditions = new[]
        {
            "kind=event", "type=assault", "quad=4", "country=BLM", "place=Belmere", "outlet=The+Korvan+Post", "from=2031-05-02", "until=2031-05-03",
            "published-from=2031-05-01", "published-until=2031-06-01", "copies=no", "text=korvan", "report=invented.txt",
            $"actor={told.Actors[0].Actor}", $"by={told.Actors[0].Actor}", $"to={told.Recipients[0].Actor}&actor=nobody&actor={told.Recipients[0].Actor}",
        };

        foreach (var one in conditions)
        {
            foreach (var other in conditions)
            {
                var filter = EntryFilter.Parse($"{one}&{other}&type=ASSAULT").Filter!;
                Assert.Equal(told.Id, Assert.Single(ledger.Search(filter, EntrySort.Newest, null, 50).Entries).Entry.Id);
                Assert.Equal(told.Id, Assert.Single(ledger.Search(filter, EntrySort.Oldest, null, 50).Entries).Entry.Id);
                Assert.Equal(1, ledger.Count(filter));
            }
        }
    }

    [Fact]
    public void Sorts_by_confidence_and_leaves_out_what_carries_none()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        var sure = 0.1;
        Entry Sure(Entry entry) => entry switch
        {
            EventEntry told => told with { Confidence = sure += 0.1 },
            StatementEntry statement => statement with { Confidence = sure += 0.1 },
            _ => entry,
        };
        ImmutableArray<Entry> surer = [.. entries.Select(Sure)];
        ledger.Append(report, surer, "test");

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = ledger.Search(new(), EntrySort.Surest, next, 1);
            seen.AddRange(page.Entries.Select(found => found.Entry.Id));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(surer.Where(entry => entry is not MentionEntry).Reverse().Select(entry => entry.Id), seen);
        Assert.Empty(ledger.Search(new() { Kinds = ["mention"] }, EntrySort.Surest, null, 5).Entries);
        Assert.Equal(seen.Take(2), ledger.Search(new() { Confidence = sure - 0.15 }, EntrySort.Surest, null, 5).Entries.Select(found => found.Entry.Id));
    }

    [Fact]
    public void Finds_an_actor_on_either_side_and_by_role()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");
        var told = entries.OfType<EventEntry>().First();
        var (actor, recipient) = (told.Actors[0].Actor!, told.Recipients[0].Actor!);

        Assert.Equal(told.Id, Assert.Single(ledger.Search(new() { By = [actor], To = [recipient] }, EntrySort.Newest, null, 50).Entries).Entry.Id);
        Assert.Empty(ledger.Search(new() { By = [recipient], Kinds = ["event"] }, EntrySort.Newest, null, 50).Entries);
        Assert.Contains(told.Id, ledger.Search(new() { Actors = [recipient] }, EntrySort.Oldest, null, 50).Entries.Select(found => found.Entry.Id));
    }

    [Theory]
    [InlineData(EntrySort.Newest)]
    [InlineData(EntrySort.Oldest)]
    public void Pages_through_everything_once(EntrySort sort)
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = ledger.Search(new(), sort, next, 2);
            seen.AddRange(page.Entries.Select(found => found.Entry.Id));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(entries.Select(entry => entry.Id).Order(), seen.Order());
    }

    [Fact]
    public void Refuses_a_cursor_that_no_page_gave()
    {
        using var ledger = LedgerStore.Open(Place);

        Assert.Throws<LedgerException>(() => ledger.Search(new(), EntrySort.Newest, "zz", 2));
    }

    [Fact]
    public void Counts_copies_of_one_story_once()
    {
        var (read, _, entries) = Invented.Ledger();
        var report = new Report($"{read.Text}\n{Reprints.Story(1)}") { Input = "long.txt", Published = read.Published };
        using var ledger = LedgerStore.Open(Place);
        var copy = Copy(report, entries);
        foreach (var one in (Report[])[report, copy.Report]) ledger.Append(one, [.. entries.Select(entry => entry with { Report = one.Id })], "test");

        var tally = Assert.Single(ledger.Counts(new() { Kinds = ["event"], Types = ["ASSAULT"] }, TallyBy.Month));
        Assert.Equal(("2031-05", 2, 1), (tally.Key, tally.Count, tally.Origins));
        Assert.Equal(1, ledger.Count(EntryFilter.Parse("type=ASSAULT&copies=no").Filter!));
    }

    [Fact]
    public void Counts_by_mode_and_what_has_none_apart()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        foreach (var origins in (bool[])[true, false])
        {
            (string, long)[] modes = [("heavy-weapons", 1), ("resign", 1)];
            Assert.Equal(modes, ledger.Counts(new() { Kinds = ["event"] }, TallyBy.Mode, origins).Select(tally => (tally.Key, tally.Count)));
            Assert.Equal([("", 2), .. modes], ledger.Counts(new() { Kinds = ["event", "statement"] }, TallyBy.Mode, origins).Select(tally => (tally.Key, tally.Count)));
            Assert.Equal([("", 2)], ledger.Counts(new() { Kinds = ["statement"] }, TallyBy.Mode, origins).Select(tally => (tally.Key, tally.Count)));
        }
    }

    [Fact]
    public void Counts_pairs_by_month()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        Assert.Equal([("2031-05 - - 2", 1L), ("2031-05 - - 4", 1L)], ledger.Counts(new(), TallyBy.DyadMonth).Select(tally => (tally.Key, tally.Count)));
        Assert.Equal(
            ledger.Counts(new() { Factualities = ["happened"] }, TallyBy.DyadMonth),
            ledger.Counts(new() { Factualities = ["happened"], Kinds = ["event"] }, TallyBy.DyadMonth));
    }

    [Fact]
    public void Answers_more_questions_than_it_keeps_prepared()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        for (var i = 0; i < 600; i++)
        {
            var filter = new EntryFilter { Kinds = [.. Enumerable.Repeat("event", (i / 25) + 1)], Modes = [.. Enumerable.Repeat("none", i % 25)] };
            Assert.Equal(i % 25 == 0 ? 2 : 0, ledger.Count(filter));
        }

        Assert.Equal(0, ledger.Append(report, entries, "test"));
    }

    // The same words in another paper, with a line more
    private static (Report Report, IReadOnlyList<Entry> Entries) Copy(Report report, IReadOnlyList<Entry> entries)
    {
        var copy = new Report(report.Text + "\nThe Copyist") { Input = "copy.txt", Published = report.Published };
        return (copy, [.. entries.Select(entry => entry with { Report = copy.Id })]);
    }
}

public sealed class SqliteSearchTests : LedgerSearchTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private protected override string Place => Path.Combine(_folder, "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class PostgresSearchTests(PostgresServer server) : LedgerSearchTests
{
    private readonly Lazy<string> _place = new(server.NewDatabase);

    private protected override string Place => _place.Value;
}
