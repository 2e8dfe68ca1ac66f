namespace Heliograph.Exports;

/// <summary>A format that others load.</summary>
public sealed record ExportFormat
{
    /// <summary>Its name on the command line and as a suffix of an address, such as <c>gdelt</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Description { get; init; }

    /// <summary>The media type of its file, or of each of its tables.</summary>
    public required string MediaType { get; init; }

    /// <summary>The extension of its file, or of each of its tables, with the dot.</summary>
    public required string Extension { get; init; }

    /// <summary>Whether it has several files, so that it needs a folder.</summary>
    public bool IsFolder { get; init; }

    /// <summary>Whether programs come back to it for what is new, so that a server gives them the latest entries only.</summary>
    public bool IsFeed { get; init; }

    /// <summary>Whether what is written together is packed together, so that twice the entries do not take twice the bytes.</summary>
    internal bool Packs { get; init; }

    /// <summary>Writes entries in this format.</summary>
    internal Action<ExportJob> Write { get; init; } = _ => throw new InvalidOperationException("This format writes nothing. Take one of Export.Formats.");
}
