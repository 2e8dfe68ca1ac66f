using System.Collections.Immutable;

namespace Heliograph.Ledger;

/// <summary>One line of the ledger: something a report tells, with the words that tell it. Immutable.</summary>
/// <remarks>
/// The cases are closed: <see cref="MentionEntry"/>, <see cref="StatementEntry"/> and <see cref="EventEntry"/>. The
/// report itself is no entry; it is the <see cref="Documents.Report"/> that entries point at.
/// </remarks>
public abstract record Entry
{
    private protected Entry() { }

    /// <summary>The name of the entry: 32 hex digits of a hash of the report, the kind, the spans and the codes.</summary>
    public string Id { get; init; } = "";

    /// <summary>The report it was read from, as <c>sha256:</c> and 64 hex digits.</summary>
    public required string Report { get; init; }

    /// <summary>The word that names its kind in the ledger, such as <c>event</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Its code in the ledger's own terms: the type of an event, the act of a statement, what a mention names;
    /// null where the words do not tell.</summary>
    public abstract string? Type { get; }

    /// <summary>Who tells it: ids of the statements it stands in, outermost first; empty for the outlet's own voice.</summary>
    public ImmutableArray<string> Voice { get; init; } = [];

    /// <summary>What people made of it; null where nobody looked.</summary>
    public Review? Review { get; init; }

    /// <summary>Where it stands in the text: the unit is UTF-16 code units, and entries are sorted by it.</summary>
    public abstract int Position { get; }
}
