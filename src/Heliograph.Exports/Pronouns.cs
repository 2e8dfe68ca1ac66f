using System.Collections.Frozen;

namespace Heliograph.Exports;

/// <summary>Words that nobody is called by, such as "they" and "who".</summary>
internal static class Pronouns
{
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>Whether words are a pronoun and nothing else.</summary>
    public static bool Is(string words)
    {
        var letters = string.Concat(words.Select(letter => char.IsLetter(letter) ? letter : ' '));
        return All.Value.Contains(string.Join(' ', letters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(Pronouns).Assembly.GetManifestResourceStream("pronouns.tsv")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => line[0] != '#').Skip(1).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
