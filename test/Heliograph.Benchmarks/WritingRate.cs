using System.Diagnostics;
using System.Globalization;
using Heliograph.Store;

namespace Heliograph.Benchmarks;

/// <summary>Writes what one ledger holds into a new one, and prints how fast that went and how large it is.</summary>
/// <remarks><c>dotnet run -c Release --project test/Heliograph.Benchmarks -- writing LEDGER</c>; the new one is in the folder for temporary files and goes away again.</remarks>
internal static class WritingRate
{
    public static int Run(string place)
    {
        List<StoredReport> reports;
        using (var ledger = LedgerStore.OpenToRead(place)) reports = [.. ledger.Read(new())];
        var folder = Directory.CreateTempSubdirectory("heliograph-writing-").FullName;
        var file = Path.Combine(folder, "ledger.db");
        try
        {
            TimeSpan took;
            using (var ledger = LedgerStore.Open(file))
            {
                foreach (var stored in reports.Take(50)) ledger.Append(stored.Report, stored.Entries, "warm");
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                foreach (var stored in reports.Skip(50)) ledger.Append(stored.Report, stored.Entries, "bench");
                took = Process.GetCurrentProcess().TotalProcessorTime - before;
            }

            var entries = reports.Skip(50).Sum(stored => stored.Entries.Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reports.Count - 50:N0} reports, {entries:N0} entries: {entries / took.TotalSeconds:N0} entries a second of processor time, {took.TotalMilliseconds / (reports.Count - 50):0.00} ms and {new FileInfo(file).Length / (double)reports.Count / 1000:0.0} kB a report"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
