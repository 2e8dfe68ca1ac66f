using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Knows the line of place that opens a report: "PORT LORNE (Agency) — ". It speaks for nobody.</summary>
internal static class Dateline
{
    private const int MaxTokens = 14; // a place, a country, a day, an agency

    /// <summary>A run of tokens without the dateline it begins with; null where it lies in one.</summary>
    public static TokenSpan? Without(Document document, TokenSpan span)
    {
        var paragraph = document.Paragraphs[document.ParagraphIndexOf(span.Start)];
        if (span.Start - paragraph.Start >= MaxTokens) return span;
        var end = End(document, paragraph);
        return span.Start >= end ? span : span.End <= end ? null : new(end, span.End);
    }

    /// <summary>The token after a paragraph's dateline; its first where it has none.</summary>
    private static int End(Document document, TokenSpan paragraph)
    {
        var first = document[paragraph.Start].Text;
        if (first.Length < 3 || first.ContainsAnyInRange('a', 'z') || !char.IsUpper(first[0])) return paragraph.Start;
        for (var i = paragraph.Start + 1; i < paragraph.End && i < paragraph.Start + MaxTokens; i++)
        {
            if (document[i].Text is "—" or "–" or "--" or "―") return i + 1;
            if (document.Tags[i] is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Pron or PartOfSpeech.Sconj) break;
        }

        return paragraph.Start;
    }
}
