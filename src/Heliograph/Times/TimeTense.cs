namespace Heliograph.Times;

/// <summary>Which way the clause looks that a time stands in.</summary>
public enum TimeTense : byte
{
    /// <summary>The words do not tell.</summary>
    Unknown,

    /// <summary>Back: "fell", "has fallen".</summary>
    Past,

    /// <summary>Neither: "falls".</summary>
    Present,

    /// <summary>Ahead: "will fall", "plans to march".</summary>
    Future,
}
