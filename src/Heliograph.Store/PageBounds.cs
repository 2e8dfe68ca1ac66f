namespace Heliograph.Store;

/// <summary>When a page leaves one way into the ledger for another; measured on ledgers of a million entries.</summary>
internal sealed record PageBounds
{
    /// <summary>So few entries of a condition are gathered before anything else is tried.</summary>
    public int AtOnce { get; init; } = 2_000;

    /// <summary>How many entries along a way in the order of the page are looked at before sets are made.</summary>
    public int Near { get; init; } = 2_000;

    /// <summary>In how many of them words are looked for: each takes as long as a hundred other conditions in SQLite.</summary>
    public int NearWords { get; init; } = 150;

    /// <summary>Of so few entries that some sets hold the other conditions are looked up, rather than made sets of.</summary>
    public int FewToAsk { get; init; } = 1_000;

    /// <summary>So few entries that all sets hold are sorted, rather than looked for in the order of all.</summary>
    public int FewFound { get; init; } = 4_000;

    /// <summary>The same, where that order is known.</summary>
    public int FewestFound { get; init; } = 200;

    /// <summary>How many entries that all sets hold are looked up at first; each time four times as many.</summary>
    public int FirstBatch { get; init; } = 200;
}
