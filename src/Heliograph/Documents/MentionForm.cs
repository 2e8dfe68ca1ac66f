namespace Heliograph.Documents;

/// <summary>With what kind of words an actor or a place is named.</summary>
public enum MentionForm : byte
{
    /// <summary>A name: "Arlo Venn".</summary>
    Name,

    /// <summary>A title or description: "the minister".</summary>
    Nominal,

    /// <summary>A pronoun: "she".</summary>
    Pronoun,
}
