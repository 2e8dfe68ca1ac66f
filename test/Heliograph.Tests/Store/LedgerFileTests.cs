using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace Heliograph.Tests.Store;

public sealed class LedgerFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "new", "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Gives_back_what_was_put_in()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerFile.Open(Path)) Assert.Equal(entries.Length, ledger.Append(report, entries, "test"));

        using var again = LedgerFile.OpenToRead(Path);
        var stored = Assert.Single(again.Read(new()));

        Assert.Equal(EntryJsonTests.Lines(report, entries), EntryJsonTests.Lines(stored.Report, stored.Entries));
    }

    [Fact]
    public void Adds_nothing_when_a_report_is_read_twice()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerFile.Open(Path);
        ledger.Append(report, entries, "test");

        Assert.Equal(0, ledger.Append(report, entries, "test"));
        Assert.Equal((1, 1, entries.Length, entries.Length), Sizes());
    }

    [Fact]
    public void Keeps_what_an_earlier_reading_found_and_shows_the_last()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerFile.Open(Path);
        ledger.Append(report, entries, "old");

        ledger.Append(report, [.. entries.Skip(1)], "new");

        Assert.Equal(entries.Skip(1).Select(entry => entry.Id), Assert.Single(ledger.Read(new())).Entries.Select(entry => entry.Id));
        Assert.Equal(entries[0].Id, Assert.Single(ledger.Find(entries[0].Id, 2)).Entry.Id);
    }

    [Fact]
    public void Keeps_a_text_once_and_each_name_it_came_in_by()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerFile.Open(Path);
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
        using var ledger = LedgerFile.Open(Path);
        ledger.Append(report, entries, "test");

        Assert.Equal(count, ledger.Read(new() { Kind = kind, Type = type, Report = from }).Sum(stored => stored.Entries.Length));
    }

    [Fact]
    public void Knows_a_report_by_the_beginning_of_its_id()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerFile.Open(Path);
        ledger.Append(report, entries, "test");

        Assert.Single(ledger.Read(new() { Report = report.Id["sha256:".Length..][..8] }));
        Assert.Single(ledger.Read(new() { Report = report.Id[..20] }));
    }

    [Fact]
    public void Keeps_no_half_report_when_writing_stops_in_the_middle()
    {
        var (report, _, entries) = Invented.Ledger();
        using var ledger = LedgerFile.Open(Path);

        Assert.Throws<ArgumentException>(() => ledger.Append(report, new Stopping(entries, after: 3), "test"));

        Assert.Equal((0, 0, 0, 0), Sizes());
        Assert.Equal(entries.Length, ledger.Append(report, entries, "test"));
    }

    [Fact]
    public void Lets_two_write_in_turn()
    {
        var (report, _, entries) = Invented.Ledger();
        using var one = LedgerFile.Open(Path);
        using var two = LedgerFile.Open(Path);

        one.Append(report, entries, "test");
        two.Append(new("Other.") { Input = "b" }, [], "test");

        Assert.Equal(2, one.Read(new()).Count());
    }

    [Fact]
    public void Refuses_a_file_that_is_no_database()
    {
        var path = System.IO.Path.Combine(_folder, "notes.txt");
        File.WriteAllText(path, "These are my notes, and they are long enough to be no header of a database.");

        var refusal = Assert.Throws<LedgerFileException>(() => LedgerFile.Open(path));

        Assert.Contains("no SQLite file", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("These are my notes", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_database_of_another_program_and_leaves_it_alone()
    {
        var path = System.IO.Path.Combine(_folder, "other.db");
        Sql(path, "CREATE TABLE photo (id INTEGER)");
        var before = File.ReadAllBytes(path);

        var refusal = Assert.Throws<LedgerFileException>(() => LedgerFile.Open(path));

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Refuses_a_ledger_of_a_newer_version()
    {
        LedgerFile.Open(Path).Dispose();
        Sql(Path, "PRAGMA user_version = 99");

        var refusal = Assert.Throws<LedgerFileException>(() => LedgerFile.Open(Path));

        Assert.Contains("found a ledger of version 99, expected version 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_place_where_nothing_can_be_written()
    {
        var file = System.IO.Path.Combine(_folder, "file");
        File.WriteAllText(file, "x");

        var refusal = Assert.Throws<LedgerFileException>(() => LedgerFile.Open(System.IO.Path.Combine(file, "ledger.db")));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--ledger", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_that_is_read_only()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "the system lets this user write anywhere");
        if (OperatingSystem.IsWindows()) return; // folders there have no such mode
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refusal = Assert.Throws<LedgerFileException>(() => LedgerFile.Open(Path));

        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains("--ledger", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder() => Assert.Throws<LedgerFileException>(() => LedgerFile.Open(_folder));

    [Fact]
    public void Does_not_make_a_ledger_only_to_read_it()
    {
        Assert.Throws<LedgerFileException>(() => LedgerFile.OpenToRead(Path));

        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Says_that_a_damaged_text_is_damaged()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerFile.Open(Path)) ledger.Append(report, entries, "test");
        Sql(Path, "UPDATE report SET text = x'00ff00'");

        using var again = LedgerFile.OpenToRead(Path);
        var refusal = Assert.Throws<LedgerFileException>(() => again.Read(new()).Count());

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    private (long Reports, long Readings, long Entries, long Found) Sizes()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return (Count("report"), Count("reading"), Count("entry"), Count("found"));

        long Count(string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            return (long)command.ExecuteScalar()!;
        }
    }

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Entries that run out, as if the program were stopped between two of them.
    private sealed class Stopping(IReadOnlyList<Entry> entries, int after) : IReadOnlyList<Entry>
    {
        public int Count => entries.Count;

        public Entry this[int index] => index < after ? entries[index] : throw new ArgumentException("stopped");

        public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
