using System.Collections.Frozen;
using Heliograph.Language;

namespace Heliograph.Places;

/// <summary>Words beside a name that say what kind of place it is of (<c>place-nouns.tsv</c>), and words too common to be taken for a name.</summary>
internal static class PlaceNouns
{
    private static readonly FrozenDictionary<string, Kind> Kinds = LexiconTable.Lines("place-nouns.tsv").Skip(1).Select(line => line.Split('\t'))
        .ToFrozenDictionary(cells => cells[0], cells => Enum.Parse<Kind>(cells[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Common = LexiconTable.Lines("common-words.tsv").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a word says of the name beside it.</summary>
    public enum Kind
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>"city", "village".</summary>
        Town,

        /// <summary>"province", "oblast".</summary>
        Region,

        /// <summary>"district", "quarter".</summary>
        District,

        /// <summary>"northern", "downtown": a part of what is named.</summary>
        Part,
    }

    public static Kind Of(ReadOnlySpan<char> word) =>
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var kind) ? kind : Kind.None;

    /// <summary>Whether a name is a common word of the language, such as "Reading" or "Of".</summary>
    public static bool IsCommon(ReadOnlySpan<char> name) => Common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
