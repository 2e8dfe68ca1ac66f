using System.Collections.Immutable;
using System.Text;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A text of a treebank with its name, its genre and where its sentences lie.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Genre">The word of the id that tells the genre: <c>reviews</c> of <c>reviews-001</c>, <c>bio</c> of <c>GUM_bio_x</c>.</param>
/// <param name="Text">The raw text.</param>
/// <param name="Sentences">Each sentence's id and span in code units, in text order.</param>
public sealed record GenreText(string Id, string Genre, string Text, ImmutableArray<(string Id, TextSpan Span)> Sentences)
{
    private const string Opening = "# newdoc id = ";
    private const string SentenceId = "# sent_id = ";

    /// <summary>Reads the documents of a treebank one after another.</summary>
    /// <exception cref="FormatException">A line is not CoNLL-U.</exception>
    public static IEnumerable<GenreText> Read(TextReader reader)
    {
        var (id, rows, ids) = ("", new StringBuilder(), new List<string>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(Opening, StringComparison.Ordinal))
            {
                if (ids.Count > 0) yield return Of(id, rows, ids);
                (id, rows, ids) = (line[Opening.Length..], new(), []);
            }

            if (line.StartsWith(SentenceId, StringComparison.Ordinal)) ids.Add(line[SentenceId.Length..]);
            rows.Append(line).Append('\n');
        }

        if (ids.Count > 0) yield return Of(id, rows, ids);
    }

    private static GenreText Of(string id, StringBuilder rows, List<string> ids)
    {
        var document = ConlluReader.Read(new StringReader(rows.ToString())).Single();
        return new(
            id,
            (id.StartsWith("GUM_", StringComparison.Ordinal) ? id[4..] : id).Split('-', '_')[0],
            document.Text,
            [.. document.Sentences.Select((sentence, i) => (ids[i], document.SpanOf(sentence)))]);
    }
}
