using System.Collections.Frozen;

namespace Heliograph.Language;

/// <summary>A list of lemmas that ships with the library, one a line; lines that begin with <c>#</c> are comments.</summary>
/// <param name="file">The list's file name under <c>Lexicons</c>. It is read on first use.</param>
internal sealed class Lexicon(string file)
{
    private readonly Lazy<FrozenSet<string>> _lemmas = new(() => LexiconTable.Lines(file).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the list holds a lemma, in any case.</summary>
    public bool Holds(string lemma) => _lemmas.Value.Contains(lemma);
}
