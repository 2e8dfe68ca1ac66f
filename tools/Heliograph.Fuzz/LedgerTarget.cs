using Heliograph.Store;

namespace Heliograph.Fuzz;

/// <summary>Ledger files with bytes flipped or cut off: what is damaged is told as damaged, and never shown as words that a report does not have.</summary>
internal sealed class LedgerTarget : Target
{
    private const int Page = 4_096; // bytes of SQLite's; flips near one another break one thing, not everything

    private readonly FuzzedLedger _ledger = new();
    private readonly byte[] _good;

    public LedgerTarget() => _good = File.ReadAllBytes(_ledger.Place);

    /// <inheritdoc/>
    public override string Name => "ledgers";

    /// <inheritdoc/>
    public override byte[] Make(Random random)
    {
        var bytes = _good.ToArray();
        var page = random.Next(bytes.Length / Page) * Page;
        for (var flips = random.Next(1, 20); flips > 0; flips--) bytes[page + random.Next(Page)] ^= (byte)(1 << random.Next(8));
        return random.Next(10) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        var place = _ledger.Beside("flipped.db");
        foreach (var file in (string[])[place, place + "-wal", place + "-shm"]) File.Delete(file);
        File.WriteAllBytes(place, input);
        Ask(store =>
        {
            foreach (var stored in store.Read(new()))
            {
                foreach (var entry in stored.Entries) _ = entry.Position; // evidence beyond its text cannot be made
            }

            return 0;
        });
        Ask(store => store.Search(new(), EntrySort.Newest, null, 50));
        Ask(store => store.Counts(new(), TallyBy.Type));
        Ask(store => store.Search(new() { Text = "border" }, EntrySort.Newest, null, 50));
        Ask(store => store.Runs());
        Ask(store => store.Reports(null, 50));

        void Ask<T>(Func<LedgerStore, T> question)
        {
            try
            {
                using var store = LedgerStore.OpenToRead(place);
                _ = question(store);
            }
            catch (LedgerException)
            {
                // told in words
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _ledger.Dispose();
        base.Dispose();
    }
}
