using Microsoft.Data.Sqlite;

namespace Heliograph.Store;

/// <summary>An open ledger file: checks that it is one, keeps statements prepared, and puts the database's errors into
/// words.</summary>
internal sealed class Connection : IDisposable
{
    private const int BusyTimeoutSeconds = 15; // a writer holds the file for one report, a few milliseconds

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly string _path;
    private SqliteTransaction? _transaction;

    private Connection(string path, SqliteOpenMode mode)
    {
        _path = path;
        _connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString());
    }

    public static Connection OpenForWriting(string path)
    {
        if (Directory.Exists(path)) throw IsFolder(path);
        if (File.Exists(path) && new FileInfo(path).Length > 0) Checked(path, mayBeEmpty: true).Dispose(); // refuses before anything is touched
        else MakeFolder(path);

        return Opened(new(path, SqliteOpenMode.ReadWriteCreate), "write", connection =>
        {
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = NORMAL"); // a killed process loses nothing; a power cut, the last reports at most
            connection.Execute("PRAGMA foreign_keys = ON");
            using var transaction = connection.Begin();
            if (connection.Number("PRAGMA user_version") == 0)
            {
                connection.Execute(Schema.Create);
                connection.Execute($"PRAGMA application_id = {Schema.ApplicationId}");
                connection.Execute($"PRAGMA user_version = {Schema.Version}");
            }

            transaction.Commit();
        });
    }

    public static Connection OpenForReading(string path)
    {
        if (Directory.Exists(path)) throw IsFolder(path);
        if (!File.Exists(path))
        {
            throw new LedgerFileException(
                $"{path}: found no such file, expected a ledger. Read a report into it first (heliograph read FILE --ledger \"{path}\"), or name another with --ledger.");
        }

        return Checked(path, mayBeEmpty: false);
    }

    /// <summary>Does something with the file, and says what went wrong in words if it does.</summary>
    public T Doing<T>(string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw Explain(what, e);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new LedgerFileException(
                $"{_path}: cannot {what} the ledger: {e.Message} The file is damaged or was changed by another program: restore a copy, or read the reports again into a new ledger.", e);
        }
    }

    public SqliteTransaction Begin() => _transaction = _connection.BeginTransaction(deferred: false);

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteNonQuery();

    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteScalar() as long?;

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var row = Prepare(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (row.Read()) rows.Add(read(row));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    private static Connection Checked(string path, bool mayBeEmpty) =>
        Opened(new(path, SqliteOpenMode.ReadOnly), "read", connection => connection.Check(mayBeEmpty));

    private static Connection Opened(Connection connection, string what, Action<Connection> prepare)
    {
        try
        {
            connection.Doing(what, () =>
            {
                connection._connection.Open();
                prepare(connection);
                return true;
            });
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Check(bool mayBeEmpty)
    {
        var application = Number("PRAGMA application_id");
        var version = Number("PRAGMA user_version");
        if (application == Schema.ApplicationId && version == Schema.Version) return;
        if (application == Schema.ApplicationId && version > Schema.Version)
        {
            throw new LedgerFileException(
                $"{_path}: found a ledger of version {version}, expected version {Schema.Version}. A newer Heliograph wrote it: use that one, or name another file with --ledger.");
        }

        // A database without anything in it yet is as good as a new file.
        if (mayBeEmpty && application == 0 && version == 0 && Number("SELECT count(*) FROM sqlite_schema") == 0) return;
        throw new LedgerFileException(
            $"{_path}: found a SQLite file of another program (application id {application}, version {version}), expected a ledger of Heliograph. Nothing in it was touched: name another file with --ledger.");
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters) command.Parameters.Add(new() { ParameterName = name });
            _commands.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        command.Transaction = _transaction?.Connection is null ? null : _transaction;
        return command;
    }

    private LedgerFileException Explain(string what, SqliteException e)
    {
        // Primary result codes: https://www.sqlite.org/rescode.html
        var (found, advice) = e.SqliteErrorCode switch
        {
            5 or 6 => ("another process holds it", "Wait until that one has ended, and run this again"),
            8 or 14 or 23 => ($"it cannot be opened to {what} it", "Check that the folder exists and that you may write there, or name another file with --ledger"),
            10 => ("the disk reports an error", "Check the disk, and restore a copy if the file is damaged"),
            11 => ("the file is damaged", "Restore a copy, or read the reports again into a new ledger"),
            13 => ("the disk is full", "Make room, and run this again: what was read before is kept"),
            26 => ("it is no SQLite file", "Nothing in it was touched: name another file with --ledger"),
            _ => ("the database refuses", "Name another file with --ledger, and report this with the message if it stays"),
        };
        return new($"{_path}: found that {found}, expected a ledger to {what}. {advice}. ({e.Message})", e);
    }

    private static LedgerFileException IsFolder(string path) =>
        new($"{path}: found a folder, expected a ledger file or a new name for one. Name a file in it with --ledger.");

    private static void MakeFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LedgerFileException(
                $"{path}: found that its folder cannot be made ({e.Message}), expected a place to write a ledger. Name another file with --ledger.", e);
        }
    }
}
