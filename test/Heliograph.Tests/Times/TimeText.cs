using Heliograph.Documents;

namespace Heliograph.Tests.Times;

/// <summary>Flat documents for tests of what needs no tree: every word hangs on one.</summary>
internal static class TimeText
{
    /// <summary>One sentence, its words parted by spaces; a verb carries its treebank tag after an underscore (<c>fell_VBD</c>).</summary>
    public static Document Document(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('_')).ToList();
        var verb = Math.Max(0, words.FindIndex(word => word.Length > 1));
        return Conllu.Document(string.Join('\n', words.Select((word, i) =>
        {
            var tag = word.Length > 1 ? "VERB" : char.IsUpper(word[0][0]) ? "PROPN" : "NOUN";
            var (head, relation) = i == verb ? (0, "root") : (verb + 1, "obl");
            return $"{word[0]} {word[0]} {tag} {head} {relation} {(word.Length > 1 ? word[1] : "NN")}";
        })));
    }
}
