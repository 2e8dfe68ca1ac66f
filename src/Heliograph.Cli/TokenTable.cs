using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Cli;

/// <summary>Writes a document's tokens as a table for people: a row a token, an empty row after a sentence.</summary>
internal static class TokenTable
{
    private static readonly string[] NameTypes = ["PER", "ORG", "LOC"];

    /// <summary>Writes every sentence, its columns as wide as their longest cell.</summary>
    public static void Write(Document document, TextWriter output)
    {
        var names = NamesOf(document);
        foreach (var sentence in document.Sentences)
        {
            var rows = Enumerable.Range(sentence.Start, sentence.Length)
                .Select(token => Row(document, sentence, token, names[token])).ToList();
            var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
            foreach (var row in rows)
            {
                output.Write(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
                output.Write('\n');
            }

            output.Write('\n');
        }
    }

    private static string[] Row(Document document, TokenSpan sentence, int token, string name)
    {
        var (head, subtype) = (document.Heads[token], document.Subtypes[token]);
        return
        [
            Number(token - sentence.Start + 1),
            (document.Joined[token] ? "+" : "") + document.Tokens[token].In(document.Text).ToString(),
            document.Lemmas[token],
            document.Tags[token].ToString().ToUpperInvariant(),
            document.TreebankTags[token],
            document.Deprels[token].ToString().ToLowerInvariant() + (subtype.Length > 0 ? $":{subtype}" : ""),
            head == token ? "" : $"of {Number(head - sentence.Start + 1)} {document.Tokens[head].In(document.Text)}",
            name,
        ];
    }

    /// <summary>One label a token: <c>B-PER</c>, <c>I-PER</c> … or nothing.</summary>
    private static string[] NamesOf(Document document)
    {
        var labels = new string[document.Tokens.Length];
        Array.Fill(labels, "");
        foreach (var (tokens, type) in document.Names)
        {
            for (var i = tokens.Start; i < tokens.End; i++)
            {
                labels[i] = (i == tokens.Start ? "B-" : "I-") + NameTypes[(int)type];
            }
        }

        return labels;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
