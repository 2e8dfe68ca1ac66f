using System.Collections.Frozen;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>The lexicon of cues (<c>Lexicons/cues.tsv</c>): verbs, nouns, adjectives and adverbs of speech and thought.</summary>
/// <remarks>The class of cues is open; rules that see the construction itself take verbs that are not listed as well.</remarks>
public static class CueLexicon
{
    private const string File = "cues.tsv";

    private static readonly Lazy<FrozenDictionary<(string Lemma, char Kind), Cue>> Known = new(Load);
    private static readonly Lazy<IReadOnlyList<string>> AllActs = new(() =>
        [.. Known.Value.Values.Select(cue => cue.Act).Where(act => act != "none").Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>The cue with this lemma (in any case) and part of speech, or null.</summary>
    public static Cue? Find(string lemma, PartOfSpeech tag)
    {
        var kind = KindOf(tag);
        if (kind == ' ') return null;
        if (Known.Value.TryGetValue((lemma, kind), out var cue)) return cue;
        return lemma.Length > 0 && char.IsUpper(lemma[0])
            ? Known.Value.GetValueOrDefault((lemma.ToLowerInvariant(), kind))
            : null;
    }

    /// <summary>Every act that a statement may be, such as <c>say</c> or <c>deny</c>, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Acts => AllActs.Value;

    private static char KindOf(PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.Verb => 'v',
        PartOfSpeech.Noun => 'n',
        PartOfSpeech.Adj => 'a',
        PartOfSpeech.Adv => 'r',
        _ => ' ',
    };

    private static FrozenDictionary<(string, char), Cue> Load()
    {
        using var stream = typeof(CueLexicon).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The resource {File} is not in the library. Build it again with Extraction/Lexicons.");
        using var reader = new StreamReader(stream);
        var cues = new Dictionary<(string, char), Cue>();
        for (var row = 1; reader.ReadLine() is { } line; row++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != 6)
            {
                throw new FormatException(
                    $"{File} line {row}: found {cells.Length} columns, expected 6 parted by tabs. Mend the row.");
            }

            cues.Add((cells[0], Kind(cells[1], row)), Read(cells, row));
        }

        return cues.ToFrozenDictionary();
    }

    private static char Kind(string name, int row) => name switch
    {
        "verb" => 'v',
        "noun" => 'n',
        "adjective" => 'a',
        "adverb" => 'r',
        _ => throw new FormatException(
            $"{File} line {row}: found part of speech '{name}', expected verb, noun, adjective or adverb. Mend the row."),
    };

    private static Cue Read(string[] cells, int row)
    {
        var patterns = CuePatterns.None;
        var prepositions = new List<string>();
        foreach (var name in cells[2].Split(','))
        {
            if (Enum.TryParse<CuePatterns>(name, ignoreCase: true, out var pattern)) patterns |= pattern;
            else prepositions.Add(name);
        }

        if (!Enum.TryParse<Commitment>(cells[5], ignoreCase: true, out var commitment))
        {
            throw new FormatException(
                $"{File} line {row}: found commitment '{cells[5]}', expected one of {string.Join(", ", Enum.GetNames<Commitment>())}. Mend the row.");
        }

        return new(cells[0], patterns, [.. prepositions], cells[3], cells[4] == "denies", commitment);
    }
}
