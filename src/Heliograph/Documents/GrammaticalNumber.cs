namespace Heliograph.Documents;

/// <summary>Whether words speak of one or of several.</summary>
public enum GrammaticalNumber : byte
{
    /// <summary>The words do not tell.</summary>
    Unknown,

    /// <summary>One.</summary>
    Singular,

    /// <summary>Several.</summary>
    Plural,
}
