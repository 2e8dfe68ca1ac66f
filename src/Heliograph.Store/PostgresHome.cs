using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Heliograph.Store;

/// <summary>A ledger in a PostgreSQL database, in a schema of its own named <c>heliograph</c>.</summary>
internal sealed class PostgresHome : Connection
{
    private const long WriterLock = 0x48454C49; // one writer at a time, in any number of processes: "HELI" in ASCII

    private readonly NpgsqlConnection _database;

    private PostgresHome(NpgsqlConnectionStringBuilder address, NpgsqlConnection database)
        : base(database, $"{address.Host}/{address.Database ?? address.Username}") => _database = database;

    public override string HoldsWords => "entry.number IN (SELECT entry FROM words WHERE words @@ websearch_to_tsquery('simple', @words))";

    public override string KeepWords => "INSERT INTO words (entry, words) VALUES (@entry, to_tsvector('simple', @words))";

    public override string ForgetWords => "DELETE FROM words WHERE entry = @entry";

    public override string PlacesOfEntry => "LATERAL json_array_elements(entry.json::json -> 'place') AS place(value)";

    public override string Terms(IReadOnlyList<string> terms) =>
        string.Join(' ', terms.Select(term => $"\"{term.Replace("\"", " ", StringComparison.Ordinal)}\""));

    /// <summary>Whether a person named a database rather than a file.</summary>
    public static bool IsAddress(string named) => named.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a ledger to add to it, making its tables if there are none.</summary>
    /// <param name="named">A connection string such as <c>Host=db.example;Database=ledger;Username=desk</c>.</param>
    public static PostgresHome OpenForWriting(string named) => Opened(Home(named), "write", home =>
    {
        home.Whole(home.MakeTables);
        home.Check();
    });

    /// <summary>Opens a ledger that is there, only to read it.</summary>
    /// <param name="named">A connection string.</param>
    public static PostgresHome OpenForReading(string named) => Opened(Home(named), "read", home =>
    {
        if (home.Version() is null)
        {
            throw new LedgerException(
                $"{home.Name}: found no ledger in this database, expected one. Read a report into it first (heliograph read FILE --ledger \"Host=…\").");
        }

        home.Check();
    });

    private protected override DbTransaction BeginWriting()
    {
        var transaction = _database.BeginTransaction();
        using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({WriterLock})", _database, transaction);
        command.ExecuteNonQuery();
        return transaction;
    }

    private protected override LedgerException Explain(string what, DbException e)
    {
        var (found, advice) = e switch
        {
            PostgresException { SqlState: "28P01" or "28000" } => ("the database refuses this user or password", "Give Username and Password in --ledger, or set PGPASSWORD"),
            PostgresException { SqlState: "3D000" } => ("there is no such database", "Make it first (createdb), or name another with Database="),
            PostgresException { SqlState: "42501" } => ("this user may not do that", "Let the database's owner grant CREATE on it, or name another user"),
            PostgresException { SqlState: "53100" } => ("the disk is full", "Make room, and run this again: what was read before is kept"),
            PostgresException { SqlState: "57P01" or "57P03" or "53300" } => ("the database takes no connection now", "Wait, and run this again"),
            { InnerException: SocketException } => ("nothing answers there", "Check Host and Port, and that the database runs"),
            _ => ("the database refuses", "Report this with the message if it stays"),
        };
        return new($"{Name}: found that {found}, expected a ledger to {what}. {advice}. ({e.Message})", e);
    }

    private static PostgresHome Home(string named)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(named)
            {
                SearchPath = "heliograph",
                ApplicationName = "heliograph",
                MaxAutoPrepare = 100, // statements; the ledger has fewer
                Pooling = false,
            };
            return new(address, new(address.ToString()));
        }
        catch (ArgumentException e)
        {
            throw new LedgerException(
                $"--ledger: found a connection string that cannot be read ({e.Message}), expected one such as \"Host=db.example;Database=ledger;Username=desk\". Mend it, or name a file.", e);
        }
    }

    private bool MakeTables()
    {
        if (Version() is not null) return false;
        Execute("CREATE SCHEMA IF NOT EXISTS heliograph");
        Execute(Scripts.Of("postgres", Scripts.Version));
        Execute($"INSERT INTO ledger (version) VALUES ({Scripts.Version})");
        return true;
    }

    private long? Version() => Number("SELECT 1 FROM pg_tables WHERE schemaname = 'heliograph' AND tablename = 'ledger'") is null
        ? null
        : Number("SELECT max(version) FROM ledger");

    private void Check()
    {
        if (Version() is not { } version || version == Scripts.Version) return;
        throw new LedgerException(
            $"{Name}: found a ledger of version {version}, expected version {Scripts.Version}. A newer Heliograph wrote it: use that one, or name another database.");
    }
}
