using System.Collections.Frozen;
using System.Globalization;

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
        using var stream = typeof(TimeWords).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The resource {File} is not in the library. Build it again with Times/Lexicons.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, (TimeWord, int)>(StringComparer.OrdinalIgnoreCase);
        var header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (header)
            {
                header = false;
                continue;
            }

            var cells = line.Split('\t');
            words.Add(cells[0], (Enum.Parse<TimeWord>(cells[1]), int.Parse(cells[2], CultureInfo.InvariantCulture)));
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
