using System.Text;
using Heliograph.Store;

namespace Heliograph.Fuzz;

/// <summary>Filters: each is refused in words, or asks the ledger something that it can answer, and reads back as itself.</summary>
internal sealed class FilterTarget : Target
{
    private readonly FuzzedLedger _ledger = new();
    private readonly LedgerStore _store;

    public FilterTarget() => _store = LedgerStore.OpenToRead(_ledger.Place);

    /// <inheritdoc/>
    public override string Name => "filters";

    /// <inheritdoc/>
    public override byte[] Make(Random random) => Mutation.Of(
        "actor=PAK&type=ASSAULT&from=2031-05-01&text=border%20%22town%22&place=Brennick&factuality=happened&confidence=0.5"u8, random,
        "&", "=", "%", "%22", "*", "NEAR(", "OR ", "kind=event", "quad=4", "by=:REB", "to=AFG:", "source=", "country=", "outlet=The%20Post", "until=9999-12-31", "published-from=0001-01-01",
        "voice=source", "copies=no", "confidence=NaN", "report=sha256:", "mode=", "+");

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        var (filter, error) = EntryFilter.Parse(Encoding.UTF8.GetString(input));
        BrokenPromiseException.ThrowUnless(filter is null == error is not null, "neither a filter nor a refusal");
        if (filter is null) return;
        var (again, _) = EntryFilter.Parse(filter.Query());
        BrokenPromiseException.ThrowUnless(again?.Query() == filter.Query(), "it does not read back as itself");
        try
        {
            var page = _store.Search(filter, EntrySort.Newest, null, 20);
            var count = _store.Count(filter);
            BrokenPromiseException.ThrowUnless(page.Entries.Length == Math.Min(count, 20), $"{count} entries counted, {page.Entries.Length} on the page");
        }
        catch (LedgerException e) when (e.IsOfQuestion)
        {
            // refused in words
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _store.Dispose();
        _ledger.Dispose();
        base.Dispose();
    }
}
