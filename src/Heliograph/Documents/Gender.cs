namespace Heliograph.Documents;

/// <summary>The gender that words give to whom they name.</summary>
public enum Gender : byte
{
    /// <summary>The words do not tell.</summary>
    Unknown,

    /// <summary>Female: "she", "the queen".</summary>
    Female,

    /// <summary>Male: "he", "the king".</summary>
    Male,
}
