namespace Heliograph.Fuzz;

/// <summary>Every door, by name.</summary>
internal static class Targets
{
    private static readonly Dictionary<string, Func<Target>> All = new(StringComparer.Ordinal)
    {
        ["texts"] = () => new TextTarget(),
        ["pages"] = () => new PageTarget(),
        ["lines"] = () => new LineTarget(),
        ["filters"] = () => new FilterTarget(),
        ["ledgers"] = () => new LedgerTarget(),
        ["api"] = () => new ApiTarget(),
    };

    /// <summary>What they are called.</summary>
    public static string[] Names => [.. All.Keys];

    /// <summary>One of them, or all.</summary>
    public static IReadOnlyList<Target> Of(string? name) => [.. All.Where(target => name is null || target.Key == name).Select(target => target.Value())];
}
