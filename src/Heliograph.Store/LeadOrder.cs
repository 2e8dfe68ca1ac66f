namespace Heliograph.Store;

/// <summary>The order that a way into the ledger gives its entries in.</summary>
internal enum LeadOrder
{
    /// <summary>None that is asked for: they are gathered, then sorted.</summary>
    None,

    /// <summary>By day, then number.</summary>
    Day,

    /// <summary>By confidence, then number.</summary>
    Confidence,
}
