using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace Heliograph.Tests.Store;

public sealed class SqliteHomeTests : LedgerStoreTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "new", "ledger.db");

    private protected override string Place => Path;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Refuses_a_file_that_is_no_database()
    {
        var path = System.IO.Path.Combine(_folder, "notes.txt");
        File.WriteAllText(path, "These are my notes, and they are long enough to be no header of a database.");

        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open(path));

        Assert.Contains("no SQLite file", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("These are my notes", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_database_of_another_program_and_leaves_it_alone()
    {
        var path = System.IO.Path.Combine(_folder, "other.db");
        Sql(path, "CREATE TABLE photo (id INTEGER)");
        var before = File.ReadAllBytes(path);

        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open(path));

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Refuses_a_ledger_of_a_newer_version()
    {
        LedgerStore.Open(Path).Dispose();
        Sql(Path, "PRAGMA user_version = 99");

        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open(Path));

        Assert.Contains("found a ledger of version 99, expected version 4", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Brings_a_ledger_of_an_older_version_up_to_date_and_keeps_a_copy_of_it()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(Path)) ledger.Append(report, entries, "test");
        MakeOlder();
        Assert.Contains("ledger of version 1", Assert.Throws<LedgerException>(() => LedgerStore.OpenToRead(Path)).Message, StringComparison.Ordinal);

        using var upgraded = LedgerStore.Open(Path);

        Assert.True(File.Exists(Path + ".version-1"));
        Assert.Equal(EntryJsonTests.Lines(report, entries), EntryJsonTests.Lines(report, Assert.Single(upgraded.Read(new())).Entries));
        Assert.Equal(1, upgraded.Count(new() { Types = ["ASSAULT"], Text = "korvan", From = new(2031, 5, 1) }));
        Assert.Equal(0, upgraded.Append(report, entries, "test"));
    }

    [Fact]
    public void Brings_a_ledger_of_version_2_up_to_date_and_finds_its_places()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(Path)) ledger.Append(report, [.. entries.Select(Affairs.InBelmere)], "test");
        MakeBefore();
        Assert.Contains("ledger of version 2", Assert.Throws<LedgerException>(() => LedgerStore.OpenToRead(Path)).Message, StringComparison.Ordinal);

        using var upgraded = LedgerStore.Open(Path);

        Assert.True(File.Exists(Path + ".version-2"));
        Assert.Equal(entries.Count(entry => entry is EventEntry), upgraded.Count(new() { Places = ["belmere"] }));
        Assert.Single(upgraded.Reports(null, 5, "cafe venn"));
        Assert.Equal(0, upgraded.Append(report, [.. entries.Select(Affairs.InBelmere)], "test"));
    }

    [Fact]
    public void Brings_a_ledger_of_the_version_before_up_to_date_and_finds_its_copies()
    {
        var before = Reprints.Append(Path);
        Sql(Path, TakeAway4 + "UPDATE report SET origin = NULL, revises = NULL; PRAGMA user_version = 3;");
        Assert.Contains("ledger of version 3", Assert.Throws<LedgerException>(() => LedgerStore.OpenToRead(Path)).Message, StringComparison.Ordinal);

        LedgerStore.Open(Path).Dispose();

        Assert.True(File.Exists(Path + ".version-3"));
        Assert.Equal(before, Reprints.Told(Path));
    }

    [Fact]
    public void Brings_a_ledger_of_the_version_before_up_to_date_and_counts_its_pairs_places_and_acts()
    {
        var before = Affairs.Told(Path);
        Sql(Path, TakeAway4 + "PRAGMA user_version = 3;");

        LedgerStore.Open(Path).Dispose();

        Assert.Equal(before, Affairs.Counted(Path));
    }

    private const string TakeAway4 = """
        DROP TABLE sketch;
        DROP TABLE band;
        DROP TABLE version;
        DROP INDEX entry_of_tells;
        ALTER TABLE entry DROP COLUMN tells;
        DROP TABLE tie;
        DROP TABLE spot;
        DROP TABLE site;
        DROP TABLE title;
        DROP INDEX party_of_actor;
        DROP INDEX party_of_code;
        DROP INDEX party_of_sector;
        ALTER TABLE party DROP COLUMN act;
        CREATE INDEX party_of_actor ON party (actor, day, entry, role) WHERE actor IS NOT NULL;
        CREATE INDEX party_of_code ON party (code, day, entry, role, sector) WHERE code IS NOT NULL;
        CREATE INDEX party_of_sector ON party (sector, day, entry, role) WHERE sector IS NOT NULL;

        """;

    // Takes away what version 3 brought, and 4
    private void MakeBefore() => Sql(Path, TakeAway4 + """
        DROP TABLE change;
        DROP TABLE location;
        DROP INDEX entry_of_country;
        DROP INDEX entry_of_outlet;
        DROP INDEX entry_of_mode;
        DROP INDEX entry_of_factuality;
        DROP INDEX entry_of_voice;
        DROP INDEX entry_of_published;
        DROP INDEX entry_of_confidence;
        DROP INDEX report_of_origin;
        DROP INDEX report_of_revises;
        DROP INDEX reading_of_input;
        PRAGMA user_version = 2;
        """);

    // Copies the tables that version 1 had into a file that has no others
    private void MakeOlder()
    {
        var script = File.ReadAllText(Script());
        var old = Path + ".old";
        Sql(old, script + $"""
            ATTACH '{Path}' AS now;
            INSERT INTO report SELECT number, id, length, text FROM now.report;
            INSERT INTO reading SELECT number, report, digest, head, input, reader FROM now.reading;
            INSERT INTO entry SELECT number, id, report, kind, type, factuality, position, json FROM now.entry;
            INSERT INTO found SELECT reading, place, entry FROM now.found;
            PRAGMA application_id = {0x48454C49};
            PRAGMA user_version = 1;
            """);
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!, "ledger.db*").Where(file => file != old)) File.Delete(file);
        File.Move(old, Path);
    }

    [Fact]
    public void Says_who_holds_the_file_while_another_process_writes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/python3"), "needs another program that holds a SQLite file");
        using var ledger = LedgerStore.Open(Path, waitSeconds: 1);
        using var holder = Process.Start(new ProcessStartInfo("/usr/bin/python3",
            ["-c", "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()", Path])
        { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("held", holder.StandardOutput.ReadLine());
        var (report, _, entries) = Invented.Ledger();

        var refusal = Assert.Throws<LedgerException>(() => ledger.Append(report, entries, "test"));

        holder.StandardInput.Close();
        holder.WaitForExit();
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"another process holds it (process {holder.Id}, python3)"), refusal.Message, StringComparison.Ordinal);
        Assert.Equal(entries.Length, ledger.Append(report, entries, "test"));
    }

    [Fact]
    public void Says_that_the_disk_is_full_keeps_nothing_half_and_goes_on_when_there_is_room()
    {
        var disk = System.IO.Path.Combine(_folder, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(Environment.IsPrivilegedProcess && Shell("mount", "-t", "tmpfs", "-o", "size=1m", "heliograph", disk) == 0, "needs the right to mount a small disk");
        try
        {
            var path = System.IO.Path.Combine(disk, "ledger.db");
            using var ledger = LedgerStore.Open(path);
            var kept = new List<string>();
            LedgerException? refusal = null;
            for (var i = 0; refusal is null; i++)
            {
                var report = new Report(string.Create(CultureInfo.InvariantCulture, $"{i} {Noise(i)}")) { Input = $"r{i}" };
                refusal = Refusal(() => ledger.Append(report, [], "test"));
                if (refusal is null) kept.Add(report.Input);
            }

            Assert.Contains("the disk is full", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(kept, ledger.Read(new()).Select(stored => stored.Report.Input));

            Assert.Equal(0, Shell("mount", "-o", "remount,size=8m", disk));
            ledger.Append(new("More.") { Input = "more" }, [], "test");
            Assert.Equal([.. kept, "more"], ledger.Read(new()).Select(stored => stored.Report.Input));
        }
        finally
        {
            Shell("umount", "-l", disk);
        }
    }

    private static LedgerException? Refusal(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (LedgerException e)
        {
            return e;
        }
    }

    // 16 kB that do not compress
    private static string Noise(int seed)
    {
        var bytes = new byte[8192];
        new Random(seed).NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static int Shell(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    [Fact]
    public void Refuses_a_place_where_nothing_can_be_written()
    {
        var file = System.IO.Path.Combine(_folder, "file");
        File.WriteAllText(file, "x");

        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open(System.IO.Path.Combine(file, "ledger.db")));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--ledger", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_that_is_read_only()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "the system lets this user write anywhere");
        if (OperatingSystem.IsWindows()) return; // folders there have no such mode
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.Open(Path));

        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains("--ledger", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_ledger_where_nothing_can_be_written_beside_it()
    {
        using var folder = new ReadOnlyFolder(_folder);
        var path = System.IO.Path.Combine(folder.Path, "led?ger #1%20.db");
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(path)) ledger.Append(report, entries, "test");

        folder.Close();

        using var again = LedgerStore.OpenToRead(path);
        Assert.Equal(entries.Select(entry => entry.Id), Assert.Single(again.Read(new())).Entries.Select(entry => entry.Id));
        Assert.Equal([path], Directory.EnumerateFiles(folder.Path));
        Assert.Contains("to write it", Assert.Throws<LedgerException>(() => LedgerStore.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_ledger_was_changed_while_it_was_read_where_nothing_can_be_written()
    {
        using var folder = new ReadOnlyFolder(_folder);
        var path = System.IO.Path.Combine(folder.Path, "ledger.db");
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(path)) ledger.Append(report, entries, "test");
        folder.Close();
        using var reading = LedgerStore.OpenToRead(path);
        Assert.Single(reading.Reports(null, 5));

        folder.Open();
        using (var ledger = LedgerStore.Open(path)) ledger.Append(new("More.") { Input = "more" }, [], "test");
        folder.Close();

        Assert.Contains("another program changed the ledger", Assert.Throws<LedgerException>(() => reading.Reports(null, 5)).Message, StringComparison.Ordinal);
        using var again = LedgerStore.OpenToRead(path);
        Assert.Equal(2, again.Reports(null, 5).Length);
    }

    [Fact]
    public void Refuses_a_ledger_with_what_is_not_in_it_yet_where_nothing_can_be_written()
    {
        using var folder = new ReadOnlyFolder(_folder);
        var path = System.IO.Path.Combine(folder.Path, "ledger.db");
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(Path))
        {
            ledger.Append(report, entries, "test");
            File.Copy(Path, path);
            File.Copy(Path + "-wal", path + "-wal");
        }

        folder.Close();

        var refusal = Assert.Throws<LedgerException>(() => LedgerStore.OpenToRead(path));
        Assert.Contains("beside the ledger what is not in it yet", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder() => Assert.Throws<LedgerException>(() => LedgerStore.Open(_folder));

    [Fact]
    public void Does_not_make_a_ledger_only_to_read_it()
    {
        Assert.Throws<LedgerException>(() => LedgerStore.OpenToRead(Path));

        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Says_that_a_damaged_text_is_damaged()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(Path)) ledger.Append(report, entries, "test");
        Sql(Path, "UPDATE report SET text = x'00ff00'");

        using var again = LedgerStore.OpenToRead(Path);
        var refusal = Assert.Throws<LedgerException>(() => again.Read(new()).Count());

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_ledger_is_damaged_whose_entries_have_lost_their_report()
    {
        var (report, _, entries) = Invented.Ledger();
        using (var ledger = LedgerStore.Open(Path)) ledger.Append(report, entries, "test");
        Sql(Path, "PRAGMA foreign_keys = OFF; UPDATE entry SET report = 1005");

        using var again = LedgerStore.OpenToRead(Path);
        var refusal = Assert.Throws<LedgerException>(() => again.Search(new(), EntrySort.Newest, null, 50));

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_ledger_is_damaged_where_a_row_that_another_points_to_is_not_there()
    {
        using (LedgerStore.Open(Path)) { }
        using var home = SqliteHome.OpenForReading(Path);

        var refusal = Assert.Throws<LedgerException>(() => home.Doing("read", () => new LedgerReports(home).Load(1005, new())));

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    private protected override long Number(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static string Script([CallerFilePath] string thisFile = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(thisFile, "../../../../src/Heliograph.Store/Schema/sqlite.1.sql"));

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
