using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace Heliograph.Store;

/// <summary>A ledger in a PostgreSQL database, in a schema of its own named <c>heliograph</c>.</summary>
internal sealed class PostgresHome : Connection
{
    private const long WriterLock = 0x48454C49; // one writer at a time, in any number of processes: "HELI" in ASCII

    // Compiling a statement takes longer than any of ours; and what a ledger is asked about is in memory, where one row costs as much as the next
    private const string Plans = "-c jit=off -c random_page_cost=1.1";

    private const int FirstVersion = 2; // this home came with version 2

    private readonly NpgsqlConnection _database;
    private bool _wasOpen;

    private PostgresHome(NpgsqlConnectionStringBuilder address, NpgsqlConnection database)
        : base(database, $"{address.Host}/{address.Database ?? address.Username}") => _database = database;

    public override string HoldsWords => "words.words @@ websearch_to_tsquery('simple', @words)";

    public override string WordsEntry => "words.entry";

    public override string KeepWords => "INSERT INTO words (entry, words) VALUES (@entry, to_tsvector('simple', @words))";

    public override string ForgetWords => "DELETE FROM words WHERE entry = @entry";

    public override string PlacesOfEntry => "LATERAL json_array_elements(entry.json::json -> 'place') AS place(value)";

    public override string Terms(IReadOnlyList<string> terms) =>
        string.Join(' ', terms.Select(term => $"\"{term.Replace("\"", " ", StringComparison.Ordinal)}\""));

    public override string By(string index) => "";

    public override string IsAmong(string column, string parameter) => $"{column} = ANY (@{parameter})";

    public override string Listed(string parameter) => $"unnest(@{parameter}) AS listed (value)";

    public override object Among(IEnumerable<long> numbers) => numbers.ToArray();

    // What its plan expects: counting would take longer than the page itself
    public override long Size(string from, string where, int most, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var plan = Rows($"EXPLAIN SELECT 1 FROM {from} WHERE {where}", row => row.GetString(0), parameters)[0];
        var rows = plan.AsSpan(plan.IndexOf("rows=", StringComparison.Ordinal) + "rows=".Length);
        return long.Parse(rows[..rows.IndexOf(' ')], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public override string Unindexed(string column) => column;

    // As a value that no index has: with two of them in its index PostgreSQL would sort what stands there in order
    public override string IsOneOf(string column, params IEnumerable<string> words) => $"{column} || '' IN ({string.Join(", ", words.Select(word => $"'{word}'"))})";

    /// <summary>Whether a person named a database rather than a file.</summary>
    public static bool IsAddress(string named) => named.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a database is called: its host and its own name.</summary>
    public static string NameOf(string named)
    {
        using var home = Home(named);
        return home.Name;
    }

    /// <summary>Opens a ledger to add to it, making its tables if there are none.</summary>
    /// <param name="named">A connection string such as <c>Host=db.example;Database=ledger;Username=desk</c>.</param>
    /// <param name="fill">Fills what a new version brought, from what the ledger holds; told the version that it was of.</param>
    public static PostgresHome OpenForWriting(string named, Action<Connection, int> fill) => Opened(Home(named), "write", home =>
    {
        home._wasOpen = true;
        home.Whole(() => home.Upgrade(fill));
        home.Check();
    });

    /// <summary>Opens a ledger that is there, only to read it.</summary>
    /// <param name="named">A connection string.</param>
    public static PostgresHome OpenForReading(string named) => Opened(Home(named), "read", home =>
    {
        home._wasOpen = true;
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

    private protected override LedgerException Explain(string what, Exception e)
    {
        // Classes of SQLSTATE: 22 is of values, 23 of constraints, 54 of what is too long for an index or a column
        var isOfReport = (e as PostgresException)?.SqlState is ['2', '2' or '3', ..] or ['5', '4', ..];
        var (found, advice) = e switch
        {
            _ when isOfReport => ("the database refuses what should be kept", "Leave it out, and report this with the message"),
            PostgresException { SqlState: "28P01" or "28000" } => ("the database refuses this user or password", "Give Username and Password in --ledger, or set PGPASSWORD"),
            PostgresException { SqlState: "3D000" } => ("there is no such database", "Make it first (createdb), or name another with Database="),
            PostgresException { SqlState: "42501" } => ("this user may not do that", "Let the database's owner grant CREATE on it, or name another user"),
            PostgresException { SqlState: "53100" } => ("the disk is full", "Make room, and run this again: what was read before is kept"),
            _ when _wasOpen && IsLost(e) => ("the connection to the database was lost", "What was written before is kept: check that the database runs, and run this again"),
            PostgresException { SqlState: "57P01" or "57P03" or "53300" } => ("the database takes no connection now", "Wait, and run this again"),
            { InnerException: TimeoutException } => ("the database does not answer in time", "Wait until it has less to do, and run this again"),
            { InnerException: SocketException } => ("nothing answers there", "Check Host and Port, and that the database runs"),
            _ => ("the database refuses", "Report this with the message if it stays"),
        };
        return new($"{Name}: found that {found}, expected a ledger to {what}. {advice}. ({e.Message})", e) { IsOfReport = isOfReport };
    }

    // 57P01 and 57P02 are the last words of a server that ends: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static bool IsLost(Exception e) => e is InvalidOperationException or PostgresException { SqlState: "57P01" or "57P02" } or
        NpgsqlException { InnerException: IOException or SocketException };

    private static PostgresHome Home(string named)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(named);
            address = new(named)
            {
                Options = $"{Plans} {address.Options}".TrimEnd(), // the person's own come last, and hold
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

    // Whether the tables were not of this version, or not there
    private bool Upgrade(Action<Connection, int> fill)
    {
        var version = (int)(Version() ?? 0);
        if (version >= Scripts.Version) return false;
        if (version == 0) Execute("CREATE SCHEMA IF NOT EXISTS heliograph");
        else Copy(version);
        for (var next = Math.Max(version + 1, FirstVersion); next <= Scripts.Version; next++) Long(Scripts.Of("postgres", next));
        if (version > 0) fill(this, version);
        Execute("DELETE FROM ledger");
        Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO ledger (version) VALUES ({Scripts.Version})"));
        return true;
    }

    // The rows of the older version, in a schema beside the ledger's, such as heliograph_version_2
    private void Copy(int version)
    {
        var copy = string.Create(CultureInfo.InvariantCulture, $"heliograph_version_{version}");
        Execute($"CREATE SCHEMA {copy}");
        foreach (var table in Rows("SELECT tablename FROM pg_tables WHERE schemaname = 'heliograph' ORDER BY tablename", row => row.GetString(0)))
        {
            Long($"CREATE TABLE {copy}.{table} AS TABLE heliograph.{table}");
        }
    }

    // A statement that may take minutes on a large ledger
    private void Long(string sql)
    {
        using var command = new NpgsqlCommand(sql, _database) { CommandTimeout = 0 }; // seconds; 0: for ever
        command.ExecuteNonQuery();
    }

    private long? Version() => Number("SELECT 1 FROM pg_tables WHERE schemaname = 'heliograph' AND tablename = 'ledger'") is null
        ? null
        : Number("SELECT max(version) FROM ledger");

    private void Check()
    {
        if (Version() is not { } version || version == Scripts.Version) return;
        if (version < Scripts.Version)
        {
            throw new LedgerException(
                $"{Name}: found a ledger of version {version}, expected version {Scripts.Version}. Bring it up to date (heliograph ledger upgrade --ledger \"Host=…\"): a copy of the old one is kept beside it.");
        }

        throw new LedgerException(
            $"{Name}: found a ledger of version {version}, expected version {Scripts.Version}. A newer Heliograph wrote it: use that one, or name another database.");
    }
}
