using System.Collections.Immutable;
using Heliograph.Web.Pages.Entries;

namespace Heliograph.Web.Pages.Reviewing;

/// <summary>What the address of the queue asks for: a filter, how far it was passed over, and which entry is looked at.</summary>
/// <param name="Pairs">The pairs of key and value, in the order of the address; none with an empty value.</param>
public sealed record ReviewAddress(ImmutableArray<(string Key, string Value)> Pairs)
{
    /// <summary>Where the queue is.</summary>
    public const string Path = "/review";

    // Keys that are no filter's: the entry looked at, what was passed over, whom a search for an actor names, and that someone else was faster
    private static readonly ImmutableArray<string> Others = ["entry", "after", "who", "name", "met"];

    /// <summary>Reads an address.</summary>
    /// <param name="query">The query of a URL, with or without its question mark.</param>
    public static ReviewAddress Of(string query) => new(LedgerAddress.Of(query).Pairs);

    /// <summary>The query of the filter, without a question mark.</summary>
    public string Filter => Query(Filters);

    /// <summary>The pairs that are a filter's.</summary>
    public IEnumerable<(string Key, string Value)> Filters => Pairs.Where(pair => !Others.Contains(pair.Key));

    /// <summary>The query of the queue as it stands: the filter, and how far it was passed over.</summary>
    public string Queue => Query(Pairs.Where(pair => pair.Key == "after" || !Others.Contains(pair.Key)));

    /// <summary>The address.</summary>
    public string Link => Pairs.IsEmpty ? Path : $"{Path}?{Query(Pairs)}";

    /// <summary>The value of a key; null where it has none.</summary>
    public string? this[string key] => Pairs.FirstOrDefault(pair => pair.Key == key).Value;

    /// <summary>The queue as it stands, with what comes first.</summary>
    public ReviewAddress First => Of(Queue);

    /// <summary>The queue from its beginning.</summary>
    public ReviewAddress Whole => Of(Filter);

    /// <summary>The same with one value of a key.</summary>
    public ReviewAddress With(string key, string value) => new(Pairs.RemoveAll(pair => pair.Key == key).Add((key, value)));

    /// <summary>The queue from its beginning, without a pair of its filter.</summary>
    public ReviewAddress Without(string key, string? value = null) => new(Whole.Pairs.RemoveAll(pair => pair.Key == key && (value is null || pair.Value == value)));

    /// <summary>The queue from its beginning with one value of a key, whatever it had before.</summary>
    public ReviewAddress Only(string key, string value) => Without(key).With(key, value);

    private static string Query(IEnumerable<(string Key, string Value)> pairs) =>
        string.Join('&', pairs.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value)));
}
