using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Heliograph.Store;
using Microsoft.Data.Sqlite;

namespace Heliograph.Tests.Store;

/// <summary>A process that writes is killed at random moments, again and again.</summary>
/// <remarks>HELIOGRAPH_KILLS sets how often; docs/speed.md says how the long form of a thousand is run.</remarks>
public sealed class KilledWriterTests : IDisposable
{
    private const int Reports = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Leaves_every_report_whole_or_not_at_all_and_ends_with_the_ids_of_an_undisturbed_run()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("HELIOGRAPH_KILLS") ?? "6", CultureInfo.InvariantCulture);
        var random = new Random(20310502);
        var input = Input();
        var (undisturbed, disturbed) = (Path.Combine(_folder, "one.db"), Path.Combine(_folder, "two.db"));
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, Read(input, undisturbed, killAfter: null));
        var whole = (int)clock.ElapsedMilliseconds;
        var expected = Entries(undisturbed);

        for (var i = 0; i < kills; i++)
        {
            Read(input, disturbed, TimeSpan.FromMilliseconds(random.Next(whole)));
            if (!File.Exists(disturbed)) continue;
            Assert.Equal("ok", Integrity(disturbed));
            foreach (var (report, ids) in Entries(disturbed)) Assert.Equal(expected[report], ids);
        }

        Assert.Equal(0, Read(input, disturbed, killAfter: null));
        Assert.Equal(expected, Entries(disturbed));
    }

    // Many short reports, each with a statement and an event
    private string Input()
    {
        var path = Path.Combine(_folder, "reports.jsonl");
        var lines = new StringBuilder();
        for (var i = 0; i < Reports; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"General Arlo Venn said on Sunday that {i + 2} rebels had attacked the town of Belmere. Mara Quill denied it.");
            lines.Append(JsonSerializer.Serialize(new { id = $"r{i}", text, published = "2031-05-02" })).Append('\n');
        }

        File.WriteAllText(path, lines.ToString());
        return path;
    }

    // The exit status, or null where the process was killed first
    private static int? Read(string input, string ledger, TimeSpan? killAfter)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Heliograph.Cli.Stages).Assembly.Location, "read", input, "--ledger", ledger, "--format", "jsonl", "--threads", "1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (killAfter is { } time && !process.WaitForExit(time))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return null;
        }

        process.WaitForExit();
        Task.WaitAll(output, errors);
        return process.ExitCode;
    }

    private static string Integrity(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    private static SortedDictionary<string, string> Entries(string path)
    {
        using var ledger = LedgerStore.Open(path); // a file killed while it was made has no tables yet
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var stored in ledger.Read(new())) entries[stored.Report.Input] = string.Join(' ', stored.Entries.Select(entry => entry.Id));
        return entries;
    }
}
