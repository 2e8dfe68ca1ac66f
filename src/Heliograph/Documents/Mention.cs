namespace Heliograph.Documents;

/// <summary>Words that stand for someone or something, and the earlier words that say for whom.</summary>
public sealed record Mention
{
    /// <summary>The words, with all that modifies them: "the minister who resigned"; without an apposition.</summary>
    public required TokenSpan Tokens { get; init; }

    /// <summary>The token that heads them.</summary>
    public required int Head { get; init; }

    /// <summary>Whether they are a name, a description or a pronoun.</summary>
    public required MentionForm Form { get; init; }

    /// <summary>What they name, or null where these words alone do not tell.</summary>
    public MentionType? Type { get; init; }

    /// <summary>Whether they speak of one or several.</summary>
    public GrammaticalNumber Number { get; init; }

    /// <summary>The gender they tell.</summary>
    public Gender Gender { get; init; }

    /// <summary>The mention of the same chain that they were joined to, by its index there; null for those that others
    /// were joined to only. It may come later in the text: "When she spoke, Ana Reyle …".</summary>
    public int? Antecedent { get; init; }

    /// <summary>Why they were joined, such as <c>apposition</c> or <c>family name</c>; null where they were not.</summary>
    public string? Why { get; init; }
}
