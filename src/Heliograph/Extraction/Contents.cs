using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Runs of tokens that make up a content.</summary>
internal static class Contents
{
    /// <summary>A run without the runs cut out of it: the pieces that stay, in text order.</summary>
    public static ImmutableArray<TokenSpan> Without(TokenSpan whole, params ReadOnlySpan<TokenSpan> cuts)
    {
        var pieces = new List<TokenSpan> { whole };
        foreach (var cut in cuts)
        {
            for (var i = pieces.Count - 1; i >= 0; i--)
            {
                var piece = pieces[i];
                if (cut.End <= piece.Start || piece.End <= cut.Start || cut.Length == 0) continue;
                pieces.RemoveAt(i);
                if (cut.End < piece.End) pieces.Insert(i, new(cut.End, piece.End));
                if (piece.Start < cut.Start) pieces.Insert(i, new(piece.Start, cut.Start));
            }
        }

        return [.. pieces];
    }

    /// <summary>Runs put in order, joined where nothing but marks stands between them, without loose marks at their ends.</summary>
    /// <remarks>A quotation mark stays with the words it closes or opens; so does the stop before a closing mark. A
    /// quotation that begins in a run belongs to it whole, even where the sentence ends inside it.</remarks>
    /// <param name="view">The document.</param>
    /// <param name="runs">The runs, in any order; they may overlap.</param>
    /// <param name="cue">The cue; a quotation that it stands in is no part of its content.</param>
    public static ImmutableArray<TokenSpan> Join(SpeechView view, IEnumerable<TokenSpan> runs, int cue)
    {
        var joined = new List<TokenSpan>();
        foreach (var run in runs.OrderBy(run => run.Start).ThenBy(run => run.End))
        {
            if (joined.Count > 0 && OnlyMarks(view.Document, joined[^1].End, run.Start))
            {
                joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, run.End));
            }
            else joined.Add(run);
        }

        var trimmed = ImmutableArray.CreateBuilder<TokenSpan>();
        foreach (var run in joined)
        {
            var cut = Trim(view, run, cue);
            if (!OnlyMarks(view.Document, cut.Start, cut.End)) trimmed.Add(cut);
        }

        return trimmed.ToImmutable();
    }

    private static TokenSpan Trim(SpeechView view, TokenSpan run, int cue)
    {
        run = Speakers.Trim(view.Document, run);
        var at = FirstEndingAfter(view.Quotations, run.Start);
        for (; at < view.Quotations.Length && view.Quotations[at].Tokens.Start <= run.End; at++)
        {
            var quotation = view.Quotations[at].Tokens;
            if (quotation.Start + 1 == run.Start) run = new(quotation.Start, run.End);
            if (run.End >= quotation.End || run.Start >= quotation.End || quotation.Contains(cue)) continue;
            var begins = view.Quotations[at].Closed && run.Start <= quotation.Start && quotation.Start < run.End - 1;
            if (begins || OnlyMarks(view.Document, run.End, quotation.End)) run = new(run.Start, quotation.End);
        }

        return Unpaired(view, run);
    }

    private static TokenSpan Unpaired(SpeechView view, TokenSpan run) // marks of quotations that lie outside
    {
        var (start, end) = (run.Start, run.End);
        while (end - start > 1 && QuotationMark.Is(view.Document, end - 1) && !Closes(end)) end--;
        while (end - start > 1 && QuotationMark.Is(view.Document, start) && !Opens(start)) start++;
        return start == run.Start && end == run.End ? run : Speakers.Trim(view.Document, new(start, end));

        bool Closes(int after)
        {
            var at = FirstEndingAfter(view.Quotations, after - 1);
            return at < view.Quotations.Length && view.Quotations[at].Tokens.End == after && view.Quotations[at].Tokens.Start >= start;
        }

        bool Opens(int token)
        {
            var at = FirstEndingAfter(view.Quotations, token);
            return at < view.Quotations.Length && view.Quotations[at].Tokens.Start == token;
        }
    }

    /// <summary>Whether a stretch of tokens holds nothing but punctuation; true where it is empty.</summary>
    public static bool OnlyMarks(Document document, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (document.Tags[i] != PartOfSpeech.Punct && !QuotationMark.Is(document, i)) return false;
        }

        return true;
    }

    /// <summary>The place of the first quotation that ends after a token.</summary>
    public static int FirstEndingAfter(ImmutableArray<Quotation> quotations, int token)
    {
        var (low, high) = (0, quotations.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Tokens.End <= token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
