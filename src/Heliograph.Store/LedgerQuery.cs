namespace Heliograph.Store;

/// <summary>Which entries to read back. The default asks for all of them.</summary>
public sealed record LedgerQuery
{
    /// <summary>Only entries of this kind, such as <c>event</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Only entries of this type, in any case: a PLOVER type, the act of a statement, what a mention names.</summary>
    public string? Type { get; init; }

    /// <summary>Only entries of this report: its input's name, or its id or the beginning of it.</summary>
    public string? Report { get; init; }

    /// <summary>Only entries of these reports, by their whole ids; null for all.</summary>
    public IReadOnlySet<string>? Reports { get; init; }

    /// <summary>Whether every entry is asked for, so that a report without entries counts too.</summary>
    public bool IsWhole => Kind is null && Type is null;
}
