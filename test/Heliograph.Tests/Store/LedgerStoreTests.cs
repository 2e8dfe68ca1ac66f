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
