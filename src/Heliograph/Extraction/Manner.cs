namespace Heliograph.Extraction;

/// <summary>How words are reported: within quotation marks, without, or both.</summary>
public enum Manner : byte
{
    /// <summary>Without quotation marks.</summary>
    Indirect,

    /// <summary>Wholly within quotation marks.</summary>
    Direct,

    /// <summary>A clause of the reporter's with quoted words inside it.</summary>
    Mixed,
}
