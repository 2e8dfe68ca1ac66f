using System.Collections.Frozen;
using System.Globalization;
using Heliograph.Language;

namespace Heliograph.Times;

/// <summary>The words that times are told with, from <c>time-words.tsv</c>.</summary>
internal static class TimeWords
{
    private const string File = "time-words.tsv";

    private static readonly FrozenDictionary<string, (TimeWord Part, int Number)>.AlternateLookup<ReadOnlySpan<char>> ByWord =
        Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The part a word plays, in any case, and its number.</summary>
    public static (TimeWord Part, int Number) Find(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var found) ? found : default;

    private static FrozenDictionary<string, (TimeWord, int)> Load()
    {
        var words = new Dictionary<string, (TimeWord, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var cells in LexiconTable.Rows(File, 3))
        {
            words.Add(cells[0], (Enum.Parse<TimeWord>(cells[1]), int.Parse(cells[2], CultureInfo.InvariantCulture)));
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
