namespace Heliograph.Store;

/// <summary>A ledger file could not be opened, read or written. The message says where, what was found, what was
/// expected and what to do; it is meant for the person at the keyboard.</summary>
public sealed class LedgerException : IOException
{
    /// <param name="message">Where, found, expected, what to do.</param>
    /// <param name="inner">What the database said.</param>
    public LedgerException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether what was asked for was at fault, and not the ledger or the machine.</summary>
    public bool IsOfQuestion { get; init; }

    /// <summary>Whether it was what should be kept that the database refuses, so that nothing of it is kept, and other reports may be.</summary>
    public bool IsOfReport { get; init; }
}
