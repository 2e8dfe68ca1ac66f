namespace Heliograph.Documents;

/// <summary>What became of a stretch of a text in its newer version.</summary>
public enum ChangeKind : byte
{
    /// <summary>It stands in both, word for word.</summary>
    Same,

    /// <summary>It stands in the older text only.</summary>
    Removed,

    /// <summary>It stands in the newer text only.</summary>
    Added,
}
