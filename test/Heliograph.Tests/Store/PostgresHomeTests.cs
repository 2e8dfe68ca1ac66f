using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;

namespace Heliograph.Tests.Store;

public sealed class PostgresHomeTests(PostgresServer server) : LedgerStoreTests
{
    private readonly Lazy<string> _place = new(server.NewDatabase);

    private protected override string Place => _place.Value;

    [Fact]
    public void Says_that_nothing_answers()
    {
        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open("Host=/nowhere;Database=ledger;Username=desk;Password=secret"));

        Assert.Contains("nothing answers there", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_there_is_no_such_database()
    {
        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open(Place.Replace("Database=ledger", "Database=other", StringComparison.Ordinal)));

        Assert.Contains("no such database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_no_ledger_only_to_read_it()
    {
        Assert.Throws<LedgerException>(() => LedgerStore.OpenToRead(Place));

        Assert.Equal(0L, PostgresServer.Sql(Place, "SELECT count(*) FROM pg_tables WHERE schemaname = 'heliograph'"));
    }

    [Fact]
    public void Refuses_a_ledger_of_a_newer_version()
    {
        LedgerStore.Open(Place).Dispose();
        PostgresServer.Sql(Place, "UPDATE heliograph.ledger SET version = 99");

        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open(Place));

        Assert.Contains("found a ledger of version 99", refusal.Message, StringComparison.Ordinal);
    }

    // What version 4 brought; indexes go with their columns
    private const string TakeAway4 = """
        DROP TABLE sketch, band, version, tie, spot, site, title;
        ALTER TABLE entry DROP COLUMN tells;
        ALTER TABLE party DROP COLUMN act;
        CREATE INDEX party_of_actor ON party (actor, day, entry, role);
        CREATE INDEX party_of_code ON party (code, day, entry, role, sector);
        CREATE INDEX party_of_sector ON party (sector, day, entry, role);

        """;

    [Fact]
    public void Brings_a_ledger_of_version_2_up_to_date_keeps_a_copy_and_finds_its_places()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(Place)) ledger.Append(report, [.. entries.Select(Affairs.InBelmere)], "test");
        PostgresServer.Sql(Place + ";Search Path=heliograph", TakeAway4 + """
            DROP TABLE change, location;
            DROP INDEX entry_of_country, entry_of_outlet, entry_of_mode, entry_of_factuality, entry_of_voice, entry_of_published,
                entry_of_confidence, report_of_origin, report_of_revises, reading_of_input;
            UPDATE ledger SET version = 2
            """);
        Assert.Contains("ledger of version 2", Assert.Throws<LedgerException>(() => LedgerStore.OpenToRead(Place)).Message, StringComparison.Ordinal);

        using var upgraded = LedgerStore.Open(Place);

        Assert.Equal((long)entries.Length, PostgresServer.Sql(Place, "SELECT count(*) FROM heliograph_version_2.entry"));
        Assert.Equal(entries.Count(entry => entry is EventEntry), upgraded.Count(new() { Places = ["belmere"] }));
        Assert.Single(upgraded.Reports(null, 5, "cafe venn"));
        Assert.Equal(0, upgraded.Append(report, [.. entries.Select(Affairs.InBelmere)], "test"));
    }

    [Fact]
    public void Brings_a_ledger_of_the_version_before_up_to_date_and_finds_its_copies()
    {
        var before = Reprints.Append(Place);
        PostgresServer.Sql(Place + ";Search Path=heliograph", TakeAway4 + """
            UPDATE report SET origin = NULL, revises = NULL;
            UPDATE ledger SET version = 3
            """);

        LedgerStore.Open(Place).Dispose();

        Assert.Equal(before, Reprints.Told(Place));
    }

    [Fact]
    public void Brings_a_ledger_of_the_version_before_up_to_date_and_counts_its_pairs_places_and_acts()
    {
        var before = Affairs.Told(Place);
        PostgresServer.Sql(Place + ";Search Path=heliograph", TakeAway4 + """
            UPDATE ledger SET version = 3
            """);

        LedgerStore.Open(Place).Dispose();

        Assert.Equal(before, Affairs.Counted(Place));
    }

    [Fact]
    public void Refuses_an_address_that_cannot_be_read() =>
        Assert.Contains("connection string", Assert.Throws<LedgerException>(() => LedgerStore.Open("Host=db;Nonsense")).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_one_report_that_the_database_does_not_take_and_keeps_the_next()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        var letters = string.Concat(new Random(1).GetItems("abcdefghijklmnopqrstuvwxyz".AsSpan(), 10_000)); // too many for an index, however packed

        foreach (var bad in new[] { report with { Outlet = "The\0Post" }, report with { Input = letters } })
        {
            Assert.True(Assert.Throws<LedgerException>(() => ledger.Append(bad, entries, "test")).IsOfReport);
        }

        Assert.Equal(entries.Length, ledger.Append(report, entries, "test"));
    }

    [Fact]
    public void Says_that_the_connection_was_lost_as_often_as_it_is_asked()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerStore.Open(Place);
        ledger.Append(report, entries, "test");

        PostgresServer.Sql(Place, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        foreach (var deed in (Action[])[() => ledger.Append(new("More.") { Input = "more" }, [], "test"), () => ledger.Version(), () => ledger.Undo(1)])
        {
            Assert.Contains("the connection to the database was lost", Assert.Throws<LedgerException>(deed).Message, StringComparison.Ordinal);
        }

        using var again = LedgerStore.Open(Place);
        Assert.Single(again.Read(new()));
    }

    [Fact]
    public void Lets_many_write_the_same_report_at_once()
    {
        var (report, _, entries) = Invented.Ledger();
        LedgerStore.Open(Place).Dispose();

        var added = new int[4];
        Parallel.For(0, added.Length, i =>
        {
            using var ledger = LedgerStore.Open(Place);
            added[i] = ledger.Append(report, entries, "test");
        });

        Assert.Equal(entries.Length, added.Sum());
    }

    private protected override long Number(string sql) =>
        Convert.ToInt64(PostgresServer.Sql(Place + ";Search Path=heliograph", sql), CultureInfo.InvariantCulture);
}
