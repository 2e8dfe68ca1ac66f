using Heliograph.Documents;
using Heliograph.Store;

namespace Heliograph.Fuzz;

/// <summary>A ledger of a few pieces of samples, in a folder that goes with it.</summary>
internal sealed class FuzzedLedger : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("heliograph-fuzz-");

    public FuzzedLedger()
    {
        Place = Path.Combine(_folder.FullName, "ledger.db");
        using var store = LedgerStore.Open(Place);
        var run = store.Begin("fuzz", "", DateTimeOffset.UnixEpoch);
        var random = new Random(1);
        for (var i = 0; i < 5; i++)
        {
            var report = new Report(Samples.Text(random)) { Input = $"r{i}", Outlet = "The Post", Published = new(2031, 5, 1 + i) };
            store.Append(report, English.Read(report), "fuzz", run);
        }

        store.Refuse(run, "bad", "bad: byte 0: found nothing.");
        store.End(run, DateTimeOffset.UnixEpoch);
    }

    /// <summary>Its file.</summary>
    public string Place { get; }

    /// <summary>A file beside it.</summary>
    public string Beside(string name) => Path.Combine(_folder.FullName, name);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
