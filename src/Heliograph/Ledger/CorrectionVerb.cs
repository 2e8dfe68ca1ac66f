namespace Heliograph.Ledger;

/// <summary>What a correction does.</summary>
public enum CorrectionVerb
{
    /// <summary>Confirms an entry as it stands.</summary>
    Accept,

    /// <summary>Says that an entry is wrong altogether.</summary>
    Reject,

    /// <summary>Says what a field of an entry should be.</summary>
    Change,

    /// <summary>Says that an actor is another one.</summary>
    Merge,

    /// <summary>Says that an actor, merged before, is one of its own.</summary>
    Split,
}
