using System.Collections.Frozen;

namespace Heliograph.Extraction;

/// <summary>A list of lemmas that ships with the library, one a line; lines that begin with <c>#</c> are comments.</summary>
/// <param name="file">The list's file name under <c>Lexicons</c>. It is read on first use.</param>
internal sealed class Lexicon(string file)
{
    private readonly Lazy<FrozenSet<string>> _lemmas = new(() => Load(file));

    /// <summary>Whether the list holds a lemma, in any case.</summary>
    public bool Holds(string lemma) => _lemmas.Value.Contains(lemma);

    private static FrozenSet<string> Load(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The resource {file} is not in the library. Build it again with Extraction/Lexicons.");
        using var reader = new StreamReader(stream);
        var lemmas = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') lemmas.Add(line);
        }

        return lemmas.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
