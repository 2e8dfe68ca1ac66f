using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>A mention while its chain is still looked for.</summary>
internal sealed class CoreferenceDraft
{
    /// <summary>The words as a mention.</summary>
    public required TokenSpan Tokens { get; init; }

    /// <summary>The token that heads them.</summary>
    public required int Head { get; init; }

    /// <summary>With what kind of words.</summary>
    public required MentionForm Form { get; init; }

    /// <summary>What is named, or null where the words do not tell.</summary>
    public MentionType? Type { get; set; }

    /// <summary>One or several.</summary>
    public GrammaticalNumber Number { get; set; }

    /// <summary>The gender told.</summary>
    public Gender Gender { get; set; }

    /// <summary>Of a name, its key; of a description or pronoun, the key of its head.</summary>
    public string Key { get; init; } = "";

    /// <summary>Of a pronoun, first, second or third person; otherwise 3.</summary>
    public int Person { get; init; } = 3;

    /// <summary>The number of its sentence.</summary>
    public int Sentence { get; init; }

    /// <summary>The number of its paragraph.</summary>
    public int Paragraph { get; init; }

    /// <summary>The quotation that holds it, counted from 0; −1 outside any.</summary>
    public int Quotation { get; init; } = -1;

    /// <summary>Its place among the mentions of the document.</summary>
    public int Index { get; set; }

    /// <summary>Whether a chain may hold it only with others of its kind: "someone", "a doctor".</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>The mention it was joined to, or −1.</summary>
    public int Antecedent { get; set; } = -1;

    /// <summary>Why it was joined.</summary>
    public string? Why { get; set; }
}
