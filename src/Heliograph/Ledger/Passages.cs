using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>How much of the text to show around an entry's words.</summary>
public static class Passages
{
    /// <summary>The whole sentences that hold the words.</summary>
    public static Func<TextSpan, TextSpan> Sentences(Document document)
    {
        var sentences = document.Sentences.Where(run => run.Length > 0).Select(document.SpanOf).ToArray();
        return words =>
        {
            var shown = words;
            var first = Array.BinarySearch(sentences, words, Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start)));
            for (var i = Math.Max(0, first < 0 ? ~first - 1 : first); i < sentences.Length && sentences[i].Start < words.End; i++)
            {
                if (sentences[i].Overlaps(words)) shown = shown.Cover(sentences[i]);
            }

            return shown;
        };
    }

    /// <summary>The paragraph that holds the words: from an empty line to an empty line, where no sentences are known.</summary>
    public static Func<TextSpan, TextSpan> Paragraphs(string text) => words =>
    {
        var start = text.AsSpan(0, words.Start).LastIndexOf("\n\n");
        var end = text.AsSpan(words.End).IndexOf("\n\n");
        return new(start < 0 ? 0 : start + 2, end < 0 ? text.Length : words.End + end);
    };
}
