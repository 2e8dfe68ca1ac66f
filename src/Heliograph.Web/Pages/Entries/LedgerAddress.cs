using System.Collections.Immutable;

namespace Heliograph.Web.Pages.Entries;

/// <summary>What the address of the ledger's page asks for, in pairs of key and value; every other state of the page is an address too.</summary>
/// <param name="Pairs">The pairs, in the order of the address; none with an empty value.</param>
public sealed record LedgerAddress(ImmutableArray<(string Key, string Value)> Pairs)
{
    /// <summary>Keys that are no filter's: the order, and where the page begins.</summary>
    public static readonly ImmutableArray<string> Others = ["sort", "after"];

    /// <summary>Where the table is; the other views of the same filter lie below it.</summary>
    public const string Table = "/ledger";

    /// <summary>Which view it is the address of.</summary>
    public string Path { get; init; } = Table;

    /// <summary>Reads an address.</summary>
    /// <param name="query">The query of a URL, with or without its question mark.</param>
    public static LedgerAddress Of(string query) => new(
    [
        .. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(parts => (Key: Plain(parts[0]), Value: parts.Length > 1 ? Plain(parts[1]).Trim() : "")).Where(pair => pair.Value.Length > 0).Distinct(),
    ]);

    /// <summary>The pairs that are a filter's.</summary>
    public IEnumerable<(string Key, string Value)> Filters => Pairs.Where(pair => !Others.Contains(pair.Key));

    /// <summary>The query of the filter, without a question mark.</summary>
    public string Filter => Query(Filters);

    /// <summary>The address.</summary>
    public string Link => Pairs.IsEmpty ? Path : $"{Path}?{Query(Pairs)}";

    /// <summary>The value of a key; null where it has none.</summary>
    public string? this[string key] => Pairs.FirstOrDefault(pair => pair.Key == key).Value;

    /// <summary>Whether a pair is asked for.</summary>
    public bool Has(string key, string value) => Pairs.Contains((key, value));

    /// <summary>The first page with one pair more.</summary>
    public LedgerAddress With(string key, string value) => Without("after") is var first && first.Has(key, value) ? first : first with { Pairs = first.Pairs.Add((key, value)) };

    /// <summary>The first page without a key, or without one value of it.</summary>
    public LedgerAddress Without(string key, string? value = null) =>
        this with { Pairs = Pairs.RemoveAll(pair => pair.Key == "after" || (pair.Key == key && (value is null || pair.Value == value))) };

    /// <summary>The page that begins behind an entry.</summary>
    public LedgerAddress After(string cursor) => this with { Pairs = Without("after").Pairs.Add(("after", cursor)) };

    /// <summary>Another view of the same filter.</summary>
    public LedgerAddress At(string path) => Without("after") with { Path = path };

    /// <summary>The first page with these values of a key, and no others.</summary>
    public LedgerAddress Only(string key, params IEnumerable<string> values) => values.Aggregate(Without(key), (address, value) => address.With(key, value));

    private static string Query(IEnumerable<(string Key, string Value)> pairs) =>
        string.Join('&', pairs.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value)));

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
