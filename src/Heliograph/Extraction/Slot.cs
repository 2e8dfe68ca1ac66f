using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Heliograph.Extraction;

/// <summary>One demand of a pattern.</summary>
/// <param name="Names">The places to look: <c>obj</c>, <c>prt</c>, <c>poss</c>, a preposition, …; the first that is filled counts.</param>
/// <param name="Forbidden">Whether the slot must be empty of what follows.</param>
/// <param name="Required">Whether the slot must be filled; a subject need not be, unless the row says so.</param>
/// <param name="Classes">Classes of which the filler must be one; empty: any.</param>
/// <param name="Lemmas">Lemmas of which the filler must be one, and which then belong to the trigger; null: any.</param>
internal sealed record Slot(
    ImmutableArray<string> Names, bool Forbidden, bool Required, ImmutableArray<string> Classes, FrozenSet<string>? Lemmas)
{
    public int Weight => Forbidden ? 0 : (Lemmas is null ? 0 : 3) + (Classes.IsEmpty ? 0 : 1) + (Required ? 2 : 0);

    /// <summary>Reads one demand: <c>[-]names[!][=classes][:lemmas]</c>, alternatives parted by <c>|</c>, names by <c>/</c>.</summary>
    public static Slot Parse(string text)
    {
        var forbidden = text[0] == '-';
        var rest = forbidden ? text[1..] : text;
        var (lemmas, classes) = (CutFrom(ref rest, ':'), CutFrom(ref rest, '='));
        var stressed = rest.EndsWith('!');
        var names = rest.TrimEnd('!').Split('/').ToImmutableArray();
        return new(
            names,
            forbidden,
            !forbidden && (stressed || names is not ["subj"]),
            classes is null ? [] : [.. classes.Split('|')],
            lemmas?.Split('|').ToFrozenSet(StringComparer.Ordinal));
    }

    private static string? CutFrom(ref string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0) return null;
        var cut = text[(at + 1)..];
        text = text[..at];
        return cut;
    }
}
