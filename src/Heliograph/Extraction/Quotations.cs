using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds the stretches between quotation marks of all kinds.</summary>
/// <remarks>
/// A mark that stays open reaches to the end of its sentence, or, where the next paragraph opens with a mark again (as
/// newspapers print a quotation of several paragraphs), to the end of its paragraph. So a lost mark never swallows the
/// report. Single marks count where they open before a word and close after one; an apostrophe is none. Quotations
/// inside quotations are part of the outer one. Misses, by design: quotations set off by dashes or indents.
/// </remarks>
public static class Quotations
{
    /// <summary>The longest quotation inside one paragraph; a mark without its pair within it counts as left open.
    /// Unit: tokens. Longer ones in PolNeAR (dev and train) are whole letters and speeches.</summary>
    public const int MaxTokens = 400;

    /// <summary>The most paragraphs that one quotation goes on for.</summary>
    public const int MaxParagraphs = 12;

    /// <summary>Every quotation in the document, in text order; no two overlap.</summary>
    public static ImmutableArray<Quotation> Find(Document document)
    {
        var found = ImmutableArray.CreateBuilder<Quotation>();
        var run = 0; // how many paragraphs the quotation now open has gone on for
        for (var p = 0; p < document.Paragraphs.Length; p++)
        {
            var paragraph = document.Paragraphs[p];
            var continues = run > 0;
            var before = found.Count;
            var openAtEnd = Scan(document, paragraph, continues, found);
            var goesOn = openAtEnd >= 0 && p + 1 < document.Paragraphs.Length && run + 1 < MaxParagraphs
                && paragraph.End - openAtEnd <= MaxTokens
                && QuotationMark.Opens(document, document.Paragraphs[p + 1].Start);
            run = goesOn ? (before == found.Count && continues ? run + 1 : 1) : 0;
            if (openAtEnd < 0) continue;
            var end = goesOn ? paragraph.End : SentenceEnd(document, openAtEnd);
            found.Add(new(new(openAtEnd, end), false, continues && openAtEnd == paragraph.Start));
        }

        return found.ToImmutable();
    }

    /// <summary>Adds the closed quotations of a paragraph.</summary>
    /// <returns>The token whose mark is still open at its end, or −1.</returns>
    private static int Scan(Document document, TokenSpan paragraph, bool continues, ImmutableArray<Quotation>.Builder found)
    {
        var (open, family) = (-1, QuotationMark.Family.None);
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            var mark = QuotationMark.At(document, i, open >= 0 ? family : QuotationMark.Family.None);
            if (mark.Kind == QuotationMark.Kind.None) continue;
            if (open < 0)
            {
                if (mark.Kind == QuotationMark.Kind.Closes) continue;
                if (mark.Family == QuotationMark.Family.Single && !ClosesLater(document, i, paragraph.End)) continue;
                (open, family) = (i, mark.Family);
            }
            else if (mark.Family != family) continue;
            else if (mark.Kind == QuotationMark.Kind.Opens)
            {
                if (i > open) found.Add(new(new(open, Math.Min(SentenceEnd(document, open), i)), false, Continues(open)));
                open = i;
            }
            else if (i - open >= MaxTokens)
            {
                found.Add(new(new(open, SentenceEnd(document, open)), false, Continues(open)));
                open = -1;
            }
            else
            {
                found.Add(new(new(open, i + 1), true, Continues(open)));
                open = -1;
            }
        }

        return open;

        bool Continues(int start) => continues && start == paragraph.Start;
    }

    private static bool ClosesLater(Document document, int open, int end)
    {
        for (var i = open + 1; i < Math.Min(end, open + MaxTokens); i++)
        {
            var mark = QuotationMark.At(document, i, QuotationMark.Family.Single);
            if (mark.Family == QuotationMark.Family.Single && mark.Kind == QuotationMark.Kind.Closes) return true;
        }

        return false;
    }

    private static int SentenceEnd(Document document, int token) =>
        Math.Min(document.SentenceOf(token).End, token + MaxTokens);
}
