using System.Diagnostics;
using System.Globalization;
using Heliograph.Tests.Store;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Heliograph.Tests.Store;

/// <summary>A PostgreSQL server of our own, in a temporary folder, reached by a socket there; started when first asked for.</summary>
/// <remarks>Where its programs are not installed, tests that ask for it are skipped, but fail in CI.</remarks>
public sealed class PostgresServer : IDisposable
{
    private const string Version = "PostgreSQL 13 or newer";

    private readonly Lock _lock = new();
    private string? _folder;
    private int _databases;

    /// <summary>The address of a new, empty database.</summary>
    public string NewDatabase()
    {
        lock (_lock)
        {
            Start();
            var name = string.Create(CultureInfo.InvariantCulture, $"ledger_{++_databases}");
            Sql(Address("postgres"), $"CREATE DATABASE {name}");
            return Address(name);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is null) return;
        Run("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs one statement and gives back its first value.</summary>
    public static object? Sql(string address, string sql)
    {
        using var connection = new NpgsqlConnection(address + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private string Address(string database) => $"Host={_folder};Database={database};Username=postgres";

    private void Start()
    {
        if (_folder is not null) return;
        if (Programs() is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") is "true" or "1", $"{Version} is not installed (Debian: apt-get install postgresql)");
            Assert.Fail($"Found no {Version} under /usr/lib/postgresql, expected one in CI. Install it: apt-get install postgresql.");
        }

        var folder = Directory.CreateTempSubdirectory("heliograph-postgres-").FullName;
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", folder); // the server refuses to run as root
        Run("initdb", "-D", Path.Combine(folder, "data"), "-U", "postgres", "-E", "UTF8", "--locale=C", "-A", "trust", "--no-sync");
        Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=50", "start");
        _folder = folder;
    }

    private static string? Programs() => !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    private static void Run(string program, params IReadOnlyList<string> arguments)
    {
        var isOwn = program is "initdb" or "pg_ctl";
        var command = isOwn ? Path.Combine(Programs()!, program) : program;
        var start = isOwn && Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", command, .. arguments])
            : new ProcessStartInfo(command, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (program != "pg_ctl") process.StandardOutput.ReadToEnd(); // the server that pg_ctl starts keeps this end open
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }
}
