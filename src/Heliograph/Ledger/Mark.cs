namespace Heliograph.Ledger;

/// <summary>What a piece of text for people is, so that whoever prints it can choose how it looks.</summary>
public enum Mark : byte
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>The heading of a report.</summary>
    Heading,

    /// <summary>The name of a field, or what is there for reference.</summary>
    Quiet,

    /// <summary>The report's words for who speaks or acts.</summary>
    Who,

    /// <summary>The report's words for what is done or how it is said.</summary>
    Did,

    /// <summary>The report's words for whom it befalls, or what is said.</summary>
    Whom,

    /// <summary>The report's words for where and when.</summary>
    Where,
}
