using Heliograph.Ledger;
using Heliograph.Reading;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>The ledger that <c>heliograph serve</c> opens: a person's own, or one of the samples that is thrown away.</summary>
internal sealed class ServedLedger : IDisposable
{
    private readonly string? _folder;

    /// <param name="place">A person's ledger: a file, or a connection string of PostgreSQL.</param>
    public ServedLedger(string place) => Place = place;

    private ServedLedger(string place, string folder)
        : this(place) => _folder = folder;

    /// <summary>The ledger.</summary>
    public string Place { get; }

    /// <summary>Whether it holds the samples.</summary>
    public bool IsDemo => _folder is not null;

    /// <summary>What it is called in messages; holds no password.</summary>
    public string Name
    {
        get
        {
            if (IsDemo) return "of the invented samples";
            using var store = LedgerStore.OpenToRead(Place);
            return store.Name;
        }
    }

    /// <summary>An empty ledger in a folder of its own, to be filled with the samples.</summary>
    public static ServedLedger OfSamples()
    {
        var folder = Directory.CreateTempSubdirectory("heliograph-").FullName;
        var place = Path.Combine(folder, "samples.db");
        LedgerStore.Open(place).Dispose();
        return new(place, folder);
    }

    /// <summary>Reads the samples where it is theirs; otherwise nothing.</summary>
    public void Fill(Stages stages, string reader, TimeProvider clock, TextWriter errors, CancellationToken stop)
    {
        if (!IsDemo) return;
        try
        {
            using var samples = typeof(ServedLedger).Assembly.GetManifestResourceStream("samples.jsonl")!;
            using var store = LedgerStore.Open(Place);
            var run = store.Begin(reader, "samples", clock.GetUtcNow());
            foreach (var result in JsonLinesReader.Read("samples.jsonl", samples, ReadOptions.Default))
            {
                if (stop.IsCancellationRequested) return;
                if (result is ReadResult.Failure failure) store.Refuse(run, failure.Source, failure.ToString());
                if (result is ReadResult.Article(var report, _)) store.Append(report, stages.Read(report).Entries, reader, run);
            }

            store.End(run, clock.GetUtcNow());
        }
        catch (LedgerException e)
        {
            errors.WriteLine(Printable.Line(e.Message));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is null) return;
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the system clears its folder of temporary files itself
        }
    }
}
