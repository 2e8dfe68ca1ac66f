using System.Globalization;
using CsCheck;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Times;

namespace Heliograph.Tests.Store;

/// <summary>Copies and versions are found as reports come in, in both homes.</summary>
public abstract class LedgerCopiesTests
{
    /// <summary>A new, empty place for a ledger at each asking.</summary>
    private protected abstract string NewPlace();

    [Fact]
    public void Finds_who_copies_whom_and_what_is_a_newer_version()
    {
        Assert.Equal(
            """
            first < -; 
            copy < first; 
            late < first; 
            second < -; second updated rewritten
            updated < second; second updated rewritten
            rewritten < -; second updated rewritten
            alone < -; 
            """,
            Reprints.Append(NewPlace()));
    }

    [Fact]
    public void Finds_the_same_in_whatever_order_they_come()
    {
        var place = NewPlace();
        var expected = Reprints.Append(place);
        Gen.Shuffle(Reprints.All.ToArray()).Sample(
            reports =>
            {
                var other = NewPlace();
                using (var ledger = LedgerStore.Open(other))
                {
                    foreach (var report in reports) ledger.Append(report, [], "test");
                }

                return Reprints.Told(other) == expected;
            },
            iter: 12, threads: 1);
    }

    [Fact]
    public void Joins_what_resembles_one_of_a_group_and_parts_nothing()
    {
        // Each resembles its neighbours alone
        var texts = Enumerable.Range(0, 5).Select(i => string.Join(' ', Enumerable.Range(i, 6).Select(part => Reprints.Story(part, 60)))).ToList();
        var reports = texts.Select((text, i) => Reprints.Report(string.Create(CultureInfo.InvariantCulture, $"r{i}"), text, "Harbour Post", 9 - i)).ToList();
        using var ledger = LedgerStore.Open(NewPlace());
        foreach (var i in (int[])[0, 2, 4, 1, 3]) ledger.Append(reports[i], [], "test");

        Assert.All(reports[..4], report => Assert.Equal("r4", ledger.CopiesOf(report.Id, 9).Origin?.Input));
        Assert.Equal((null, 4L), (ledger.CopiesOf(reports[4].Id, 9).Origin, ledger.CopiesOf(reports[4].Id, 9).Count));
        Assert.Equal(["r3", "r2"], ledger.CopiesOf(reports[4].Id, 2).Copies.Select(copy => copy.Input));
    }

    [Fact]
    public void Points_at_another_origin_when_a_later_reading_tells_an_earlier_day()
    {
        var (first, copy) = (Reprints.All[0], Reprints.All[1]);
        using var ledger = LedgerStore.Open(NewPlace());
        ledger.Append(first, [], "test");
        ledger.Append(copy, [], "test");

        ledger.Append(copy with { Published = new(2031, 5, 1) }, [], "test");
        Assert.Equal("copy", ledger.CopiesOf(first.Id, 5).Origin?.Input);

        ledger.Append(copy, [], "test"); // as it was
        Assert.Equal("first", ledger.CopiesOf(copy.Id, 5).Origin?.Input);

        ledger.Append(copy with { Input = "an earlier copy", Published = new(2031, 5, 2) }, [], "test"); // the same text by another name
        Assert.NotNull(ledger.CopiesOf(first.Id, 5).Origin);
    }

    [Fact]
    public void Takes_back_what_a_version_revises_when_a_later_reading_tells_another_address()
    {
        var (second, updated, rewritten) = (Reprints.All[3], Reprints.All[4], Reprints.All[5]);
        using var ledger = LedgerStore.Open(NewPlace());
        foreach (var report in (Report[])[second, updated, rewritten]) ledger.Append(report, [], "test");
        Assert.Equal(3, ledger.Versions(rewritten.Id, 5).Length);

        ledger.Append(updated with { Url = null, Title = "Another" }, [], "test");

        Assert.Empty(ledger.Versions(rewritten.Id, 5));
        Assert.Empty(ledger.Versions(second.Id, 5));
    }

    [Fact]
    public void Counts_the_independent_origins_of_a_deed_and_of_a_saying()
    {
        using var ledger = LedgerStore.Open(NewPlace());
        foreach (var report in Reprints.All) ledger.Append(report, Telling(report), "test");

        var deeds = ledger.Search(new() { Types = ["ASSAULT"] }, EntrySort.Newest, null, 20).Entries;
        var others = ledger.Search(new() { Types = ["AID"] }, EntrySort.Newest, null, 20).Entries;
        var sayings = ledger.Search(new() { Kinds = ["statement"] }, EntrySort.Newest, null, 20).Entries;

        Assert.Equal(7, deeds.Length);
        Assert.All(ledger.OriginsOf(deeds), origins => Assert.Equal(4, origins)); // first, second, rewritten, alone
        Assert.All(ledger.OriginsOf(others), origins => Assert.Null(origins)); // nobody known beyond the report
        Assert.All(ledger.OriginsOf(sayings), origins => Assert.Equal(1, origins)); // the same words in three reports, all of one origin
        Assert.Empty(ledger.OriginsOf([]));

        ledger.Correct(deeds[0].Entry.Id, new() { Kind = "event", Anchor = "", Verb = CorrectionVerb.Change, Field = "type", Value = "COERCE", Author = "Ada", At = DateTimeOffset.UnixEpoch });
        Assert.Equal(1, Assert.Single(ledger.OriginsOf(ledger.Search(new() { Types = ["COERCE"] }, EntrySort.Newest, null, 5).Entries)));
    }

    // A deed that every report tells, one of somebody unknown, and the first words of the report, said
    private static Entry[] Telling(Report report)
    {
        var day = new TimeInterval(new(2031, 5, 2), new(2031, 5, 3), TimeGranularity.Day);
        Evidence Words(int start, int end) => new(report, [new(start, end)]);
        EventEntry Deed(string type, string by, int at) => new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{report.Id.AsSpan("sha256:".Length, 30)}{at:00}"),
            Report = report.Id,
            Plover = type,
            Cameo = "190",
            Trigger = Words(at, at + 1),
            Actors = [new(Words(3, 5), by, "Norland", null)],
            Recipients = [new(Words(6, 8), "EST", "Estmark", null)],
            Time = new(Words(9, 10), day),
            Factuality = Factuality.Happened,
        };
        var text = report.Text.AsSpan();
        var begins = text.Contains("\n\n", StringComparison.Ordinal) ? text.IndexOf("\n\n") + 2 : 0;
        return
        [
            Deed("ASSAULT", "NOR", 0),
            Deed("AID", "local:somebody", 1),
            new StatementEntry
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{report.Id.AsSpan("sha256:".Length, 30)}02"),
                Report = report.Id,
                Naming = Naming.Unnamed,
                Cue = Words(begins, begins + 2),
                Content = Words(begins + 2, begins + 90),
                Manner = Manner.Indirect,
                Act = "say",
            },
        ];
    }

    [Fact]
    public void Knows_no_copies_of_a_report_that_is_not_there()
    {
        using var ledger = LedgerStore.Open(NewPlace());

        Assert.Equal(ReportCopies.None, ledger.CopiesOf("sha256:00", 5));
        ledger.Append(new("…") { Input = "without words" }, [], "test");
        ledger.Append(new("!") { Input = "without words either" }, [], "test");
        Assert.All(ledger.Read(new()), stored => Assert.Equal(ReportCopies.None, ledger.CopiesOf(stored.Report.Id, 5)));
    }
}

public sealed class SqliteCopiesTests : LedgerCopiesTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;
    private int _places;

    private protected override string NewPlace() => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"ledger{_places++}.db"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class PostgresCopiesTests(PostgresServer server) : LedgerCopiesTests
{
    private protected override string NewPlace() => server.NewDatabase();
}
