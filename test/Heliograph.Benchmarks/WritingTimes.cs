using System.Globalization;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Benchmarks;

/// <summary>Writes what one ledger holds into a new one, and prints how fast that goes and how large it grows.</summary>
/// <remarks>
/// <c>dotnet run -c Release --project test/Heliograph.Benchmarks -- writing LEDGER [REPORTS]</c>: where more REPORTS are asked for than LEDGER holds, they
/// come again, made different by a number. The new one is in the folder for temporary files and goes away again.
/// </remarks>
internal static class WritingTimes
{
    private const int Lines = 10; // of the table

    public static int Run(string source, string? most)
    {
        List<StoredReport> read;
        using (var from = LedgerStore.OpenToRead(source)) read = [.. from.Read(new())];
        var reports = most is null ? read.Count : int.Parse(most, CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("heliograph-writing-").FullName;
        try
        {
            Write(Path.Combine(folder, "ledger.db"), read, reports);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string place, List<StoredReport> read, int reports)
    {
        Console.WriteLine("| reports | entries | MB | entries a second of processor time |");
        Console.WriteLine("|---|---|---|---|");
        using var ledger = LedgerStore.Open(place);
        var (entries, spent, before) = (0, TimeSpan.Zero, 0);
        for (var i = 0; i < reports; i++)
        {
            var (report, own) = Numbered(read[i % read.Count], i < read.Count ? 0 : i);
            var began = Environment.CpuUsage.TotalTime;
            entries += ledger.Append(report, own, "bench");
            spent += Environment.CpuUsage.TotalTime - began;
            if ((i + 1) % Math.Max(1, reports / Lines) > 0) continue;
            var size = new FileInfo(place).Length + new FileInfo(place + "-wal").Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {i + 1:N0} | {entries:N0} | {size / 1e6:N0} | {(entries - before) / spent.TotalSeconds:N0} |"));
            (before, spent) = (entries, TimeSpan.Zero);
        }
    }

    private static (Report Report, IReadOnlyList<Entry> Entries) Numbered(StoredReport read, int number)
    {
        if (number == 0) return (read.Report, read.Entries);
        var text = string.Create(CultureInfo.InvariantCulture, $"{read.Report.Text}\n{number}");
        var report = new Report(text)
        {
            Input = string.Create(CultureInfo.InvariantCulture, $"{read.Report.Input} {number}"),
            Title = read.Report.Title,
            Outlet = read.Report.Outlet,
            Published = read.Report.Published,
        };
        return (report, [.. read.Entries.Select(entry => entry with { Report = report.Id, Id = string.Create(CultureInfo.InvariantCulture, $"{number:x8}{entry.Id[8..]}") })]);
    }
}
