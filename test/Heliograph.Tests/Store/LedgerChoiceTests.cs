using System.Globalization;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;

namespace Heliograph.Tests.Store;

/// <summary>Entries chosen by a filter, report by report; the same in both homes.</summary>
public abstract class LedgerChoiceTests
{
    private protected abstract string Place { get; }

    [Fact]
    public void Gives_each_report_once_with_the_entries_asked_for_and_with_all()
    {
        using var ledger = Filled(3);

        var chosen = ledger.Choose(new() { Kinds = ["event"] }).ToList();

        Assert.Equal(3, chosen.Select(one => one.Whole.Report.Id).Distinct().Count());
        Assert.Equal(3, chosen.Count);
        Assert.All(chosen, one => Assert.Equal(one.Whole.Entries.Where(entry => entry.Kind == "event"), one.Entries));
        Assert.Equal(ledger.Count(new() { Kinds = ["event"] }), chosen.Sum(one => one.Entries.Length));
        Assert.Empty(ledger.Choose(new() { Kinds = ["event"], Types = ["AID"], Modes = ["none"] }));
    }

    [Fact]
    public void Gives_what_was_added_last_first()
    {
        using var ledger = Filled(3);
        var all = ledger.Choose(new() { Kinds = ["event"] }).ToList();
        var added = ledger.Read(new()).Select(stored => stored.Report.Id).ToList();

        var latest = ledger.Latest(new() { Kinds = ["event"] }, all[0].Entries.Length + 1).ToList();

        Assert.Equal([added[2], added[1]], latest.Select(one => one.Whole.Report.Id));
        Assert.Equal(all[0].Entries.Length + 1, latest.Sum(one => one.Entries.Length));
        Assert.Empty(ledger.Latest(new() { Types = ["AID"], Modes = ["none"] }, 10));
    }

    [Fact]
    public void Tells_when_each_report_without_a_day_was_first_read()
    {
        using var ledger = LedgerStore.Open(Place);
        var first = new DateTimeOffset(2031, 6, 1, 12, 0, 0, TimeSpan.Zero);
        var (undated, dated) = (new Report("Belmere fell.") { Input = "undated" }, new Report("Venn fell.") { Input = "dated", Published = new(2031, 5, 2) });
        foreach (var at in (DateTimeOffset[])[first, first.AddDays(3)])
        {
            var run = ledger.Begin("test", "", at);
            ledger.Append(undated, [], "test", run);
            ledger.Append(dated, [], "test", run);
        }

        Assert.Equal([KeyValuePair.Create(undated.Id, first)], ledger.Undated());
    }

    [Fact]
    public void Finds_who_takes_part_twice_only_once()
    {
        using var ledger = Filled(1);
        var told = ledger.Read(new()).Single().Entries.OfType<EventEntry>().First(one => one.Actors.Concat(one.Recipients).Any(who => who.Actor is not null));
        var actor = told.Actors.Concat(told.Recipients).First(who => who.Actor is not null).Actor!;

        var chosen = Assert.Single(ledger.Choose(new() { Actors = [actor] }));

        Assert.Equal(ledger.Count(new() { Actors = [actor] }), chosen.Entries.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kind=event")]
    [InlineData("text=korvan&kind=statement")]
    [InlineData("kind=mention&quad=4")]
    public void Names_the_same_entries_and_reports(string query)
    {
        using var ledger = Filled(3);
        var filter = EntryFilter.Parse(query).Filter!;

        var (reports, entries) = ledger.Ids(filter);

        var chosen = ledger.Choose(filter).ToList();
        Assert.Equal(chosen.Select(one => one.Whole.Report.Id).Order(StringComparer.Ordinal), reports.Order(StringComparer.Ordinal));
        Assert.Equal(chosen.SelectMany(one => one.Entries).Select(entry => entry.Id).Order(StringComparer.Ordinal), entries.Select(id => id.ToString("x32", CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1_000, 1_000, 12)] // all fit
    [InlineData(1_000, 8, 4)] // half of the reports that may be drawn
    [InlineData(2, 1_000, 1)]
    public void Draws_some_reports_where_there_are_too_many(int entries, int reports, int drawn)
    {
        using var ledger = Filled(12);

        var sample = ledger.Sample(new(), entries, reports).Select(one => one.Whole.Report.Id).ToList();

        Assert.Equal((drawn, drawn), (sample.Count, sample.Distinct().Count()));
        Assert.Equal(sample, ledger.Sample(new(), entries, reports).Select(one => one.Whole.Report.Id));
    }

    private LedgerStore Filled(int reports)
    {
        var (report, _, entries) = Invented.Ledger();
        var ledger = LedgerStore.Open(Place);
        for (var i = 0; i < reports; i++)
        {
            var copy = new Report($"{report.Text}\nCopy {i}") { Input = $"{i}.txt", Published = report.Published };
            ledger.Append(copy, [.. entries.Select(entry => entry with { Report = copy.Id, Id = $"{i:x2}{entry.Id[2..]}" })], "test");
        }

        return ledger;
    }
}

public sealed class SqliteChoiceTests : LedgerChoiceTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private protected override string Place => Path.Combine(_folder, "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class PostgresChoiceTests(PostgresServer server) : LedgerChoiceTests
{
    private readonly Lazy<string> _place = new(server.NewDatabase);

    private protected override string Place => _place.Value;
}
