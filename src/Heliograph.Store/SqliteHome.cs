using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Heliograph.Store;

/// <summary>A ledger in one SQLite file.</summary>
internal sealed class SqliteHome : Connection
{
    private const int ApplicationId = 0x48454C49; // marks a SQLite file as a ledger: "HELI" in ASCII
    private const long MappedBytes = 1L << 36;    // as much of the file as the system allows (2 GiB): pages of a large ledger come four times as fast as read one by one
    private const int ReadingWaitSeconds = 15;    // a writer holds the file for one report, a few milliseconds

    private readonly SqliteConnection _file;
    private (long Length, DateTime Written)? _unchanging; // as it was opened, where nothing can be written beside it

    private SqliteHome(string path, SqliteOpenMode mode, int waitSeconds = ReadingWaitSeconds)
        : this(path, new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = waitSeconds,
        }.ToString()))
    {
    }

    private SqliteHome(string path, SqliteConnection file)
        : base(file, path) => _file = file;

    public override string HoldsWords => "words MATCH @words";

    public override string WordsEntry => "words.rowid";

    public override string KeepWords => "INSERT INTO words (rowid, text) VALUES (@entry, @words)";

    public override string ForgetWords => "DELETE FROM words WHERE rowid = @entry";

    public override string PlacesOfEntry => "json_each(entry.json, '$.place') AS place";

    public override string Terms(IReadOnlyList<string> terms) =>
        string.Join(' ', terms.Select(term => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    public override string By(string index) => " INDEXED BY " + index;

    public override string IsAmong(string column, string parameter) => $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    public override string Listed(string parameter) => $"json_each(@{parameter})";

    public override object Among(IEnumerable<long> numbers) => JsonSerializer.Serialize(numbers);

    public override string Unindexed(string column) => "+" + column; // https://www.sqlite.org/optoverview.html, "Disqualifying WHERE clause terms"

    public override string IsOneOf(string column, params IEnumerable<string> words) => $"({string.Join(" OR ", words.Select(word => $"{Unindexed(column)} = '{word}'"))})";

    /// <summary>Opens a ledger to add to it, making the file and its folder if there are none, and brings an older one up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="waitSeconds">How long to wait for another writer.</param>
    /// <param name="fill">Fills what a new version brought, from what the ledger holds; told the version that it was of.</param>
    public static SqliteHome OpenForWriting(string path, int waitSeconds, Action<Connection, int> fill)
    {
        if (Directory.Exists(path)) throw IsFolder(path);
        var version = 0;
        if (File.Exists(path) && new FileInfo(path).Length > 0)
        {
            using var found = Opened(new SqliteHome(path, SqliteOpenMode.ReadOnly), "write", home => version = home.Check(mayBeEmpty: true));
        }
        else
        {
            MakeFolder(path);
        }

        if (version is > 0 and < Scripts.Version) BackUp(path, version);
        return Opened(new SqliteHome(path, SqliteOpenMode.ReadWriteCreate, waitSeconds), "write", home => home.Prepare(fill));
    }

    public static SqliteHome OpenForReading(string path)
    {
        if (Directory.Exists(path)) throw IsFolder(path);
        if (!File.Exists(path))
        {
            throw new LedgerException(
                $"{path}: found no such file, expected a ledger. Read a report into it first (heliograph read FILE --ledger \"{path}\"), or name another with --ledger.");
        }

        try
        {
            return Opened(new SqliteHome(path, SqliteOpenMode.ReadOnly), "read", home => home.PrepareToRead());
        }
        catch (LedgerException e) when (e.InnerException is SqliteException { SqliteErrorCode: 8 or 14 }) // SQLITE_READONLY, SQLITE_CANTOPEN
        {
            return OpenUnchanging(path);
        }
    }

    // SQLite keeps files beside a ledger even to read it. Where it may not, it can read what nobody changes: https://www.sqlite.org/wal.html#readonly
    private static SqliteHome OpenUnchanging(string path)
    {
        if (HasLog(path))
        {
            throw new LedgerException(
                $"{path}: found a folder where nothing can be written, and beside the ledger what is not in it yet ({path}-wal), expected a ledger that is whole. Open it once where you may write, or copy both files to such a folder.");
        }

        var file = new FileInfo(path);
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = new Uri(file.FullName).AbsoluteUri + "?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        var unchanging = new SqliteHome(path, new SqliteConnection(address.ToString())) { _unchanging = (file.Length, file.LastWriteTimeUtc) };
        return Opened(unchanging, "read", home => home.PrepareToRead());
    }

    private static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    private void PrepareToRead()
    {
        var version = Check(mayBeEmpty: false);
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA mmap_size = {MappedBytes}"));
        if (version < Scripts.Version)
        {
            throw new LedgerException(
                $"{Name}: found a ledger of version {version}, expected version {Scripts.Version}. Bring it up to date (heliograph ledger upgrade --ledger \"{Name}\"): a copy of the old one is kept beside it.");
        }
    }

    private protected override void Watch()
    {
        if (_unchanging is not (var length, var written)) return;
        var file = new FileInfo(Name);
        if (file.Exists && file.Length == length && file.LastWriteTimeUtc == written && !HasLog(Name)) return;
        throw new LedgerException(
            $"{Name}: found that another program changed the ledger, which lies where nothing can be written to see that, expected one that stays as it is. Run this again.");
    }

    private protected override DbTransaction BeginWriting() => _file.BeginTransaction(deferred: false);

    private void Prepare(Action<Connection, int> fill)
    {
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL"); // a killed process loses nothing; a power cut, the last reports at most
        Execute("PRAGMA foreign_keys = ON");
        Execute("PRAGMA cache_size = -65536");  // 64 MiB: the indexes of a large ledger stay in memory while it grows
        Whole(() => Upgrade(fill));
    }

    // The version that the tables were of
    private int Upgrade(Action<Connection, int> fill)
    {
        var version = (int)Number("PRAGMA user_version")!.Value;
        if (version == Scripts.Version) return version;
        for (var next = version + 1; next <= Scripts.Version; next++) Execute(Scripts.Of("sqlite", next));
        if (version > 0) fill(this, version);
        Execute($"PRAGMA application_id = {ApplicationId}");
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Scripts.Version}"));
        return version;
    }

    // The version of the ledger; 0 for a database without anything in it yet, which is as good as a new file
    private int Check(bool mayBeEmpty)
    {
        var application = Number("PRAGMA application_id");
        var version = Number("PRAGMA user_version");
        if (application == ApplicationId && version is >= 1 and <= Scripts.Version) return (int)version.Value;
        if (application == ApplicationId && version > Scripts.Version)
        {
            throw new LedgerException(
                $"{Name}: found a ledger of version {version}, expected version {Scripts.Version}. A newer Heliograph wrote it: use that one, or name another file with --ledger.");
        }

        if (mayBeEmpty && application == 0 && version == 0 && Number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
        throw new LedgerException(
            $"{Name}: found a SQLite file of another program (application id {application}, version {version}), expected a ledger of Heliograph. Nothing in it was touched: name another file with --ledger.");
    }

    private static void BackUp(string path, int version)
    {
        var copy = string.Create(CultureInfo.InvariantCulture, $"{path}.version-{version}");
        if (File.Exists(copy)) return; // made before an upgrade that did not end; the file itself is still the old one
        using var home = Opened(new SqliteHome(path, SqliteOpenMode.ReadWrite), "copy", home =>
            home.Execute("VACUUM INTO @copy", ("@copy", copy + ".part")));
        File.Move(copy + ".part", copy);
    }

    private protected override LedgerException Explain(string what, Exception e)
    {
        // Primary result codes: https://www.sqlite.org/rescode.html
        var code = (e as SqliteException)?.SqliteErrorCode;
        var isOfReport = code is 18 or 19 or 20; // too long, against a constraint, of another type
        var (found, advice) = code switch
        {
            _ when isOfReport => ("the database refuses what should be kept", "Leave it out, and report this with the message"),
            5 or 6 => ($"another process holds it{Holder()}", "Wait until that one has ended, and run this again"),
            8 or 14 or 23 => ($"it cannot be opened to {what} it", "Check that the folder exists and that you may write there, or name another file with --ledger"),
            10 => ("the disk reports an error", "Check the disk, and restore a copy if the file is damaged"),
            11 => ("the file is damaged", "Restore a copy, or read the reports again into a new ledger"),
            13 => ("the disk is full", "Make room, and run this again: what was read before is kept"),
            26 => ("it is no SQLite file", "Nothing in it was touched: name another file with --ledger"),
            _ => ("the database refuses", "Name another file with --ledger, and report this with the message if it stays"),
        };
        return new($"{Name}: found that {found}, expected a ledger to {what}. {advice}. ({e.Message})", e) { IsOfReport = isOfReport };
    }

    // Who has the file open, where the system tells (Linux): " (process 4711, heliograph)"
    private string Holder()
    {
        if (!Directory.Exists("/proc/self/fd")) return "";
        var file = Path.GetFullPath(Name);
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)))
        {
            if (Path.GetFileName(process) == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)) continue;
            try
            {
                if (Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(open => File.ResolveLinkTarget(open, false)?.FullName == file))
                {
                    return $" (process {Path.GetFileName(process)}, {File.ReadAllText(Path.Combine(process, "comm")).Trim()})";
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue; // ended meanwhile, or somebody else's
            }
        }

        return "";
    }

    private static LedgerException IsFolder(string path) =>
        new($"{path}: found a folder, expected a ledger file or a new name for one. Name a file in it with --ledger.");

    private static void MakeFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LedgerException(
                $"{path}: found that its folder cannot be made ({e.Message}), expected a place to write a ledger. Name another file with --ledger.", e);
        }
    }
}
