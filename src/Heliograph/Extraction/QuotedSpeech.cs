using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds who says what stands in quotation marks: "“…,” said X", "X told reporters: “…”", and quotations that go on.</summary>
/// <remarks>
/// The frame is looked for beside the marks, in the order of the words, because parsers often fail at quotations: a cue
/// verb with its subject right after the closing mark, or before the opening one. A quotation without a frame of its
/// own goes on with the one before it where nothing but the frame stands between them. Misses, by design: quoted words
/// without a frame (titles, scare quotes), and an answer whose speaker is told by the question.
/// </remarks>
internal static class QuotedSpeech
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/quoted-speech";

    private const int MinSentence = 3; // tokens inside the marks that make a quotation fit to go on without a frame

    /// <summary>Every attribution of this form in the document, in text order of the quotation.</summary>
    /// <param name="view">The document.</param>
    /// <param name="told">What other rules found; a quoted sentence right after one of them goes on with it.</param>
    public static IEnumerable<Draft> Find(SpeechView view, IReadOnlyList<Draft> told)
    {
        var ends = new Dictionary<int, Draft>(); // by the sentence that a frame stands in
        foreach (var draft in told)
        {
            if (draft.Source is not null && draft.Entry.Takes(CuePatterns.Quote | CuePatterns.Clause) && !IsNested(view, draft))
            {
                ends[view.Document.SentenceIndexOf(draft.CueHead)] = draft;
            }
        }

        Draft? last = null;
        var lastEnd = -1; // the token after the last quotation or its frame
        foreach (var quotation in view.Quotations)
        {
            var frame = QuotationFrame.Find(view, quotation);
            if (frame is null && (quotation.Continues || GoesOn(view, quotation))) frame = Earlier(view, quotation, ends, last, lastEnd);
            if (frame is null) continue;
            last = frame with { Content = [Whole(view, quotation, frame)] };
            lastEnd = Math.Max(quotation.Tokens.End, view.Document.SentenceOf(frame.CueHead).End);
            yield return last;
        }
    }

    private static bool IsNested(SpeechView view, Draft draft)
    {
        var at = Contents.FirstEndingAfter(view.Quotations, draft.CueHead);
        return at < view.Quotations.Length && view.Quotations[at].Tokens.Contains(draft.CueHead);
    }

    /// <summary>The quotation, with the words of its clause that stand before the opening mark.</summary>
    private static TokenSpan Whole(SpeechView view, Quotation quotation, Draft frame)
    {
        var (start, end) = (quotation.Tokens.Start, quotation.Tokens.End);
        if (frame.CueHead < start || !quotation.Closed) return new(start, end);
        var sentence = view.Document.SentenceOf(start);
        if (sentence.Contains(frame.CueHead) && !QuotationFrame.AtBoundary(view, quotation)) start = sentence.Start;
        return new(start, end);
    }

    /// <summary>Whether a quotation can stand without a frame of its own: whole sentences, at the beginning of one.</summary>
    private static bool GoesOn(SpeechView view, Quotation quotation)
    {
        var tokens = quotation.Tokens;
        if (tokens.Length < MinSentence + 2) return false;
        var sentence = view.Document.SentenceOf(tokens.Start);
        var starts = sentence.Start == tokens.Start || Contents.OnlyMarks(view.Document, sentence.Start, tokens.Start);
        return starts && (!quotation.Closed || view.HasForm(tokens.End - 2, ".") || view.HasForm(tokens.End - 2, "?")
            || view.HasForm(tokens.End - 2, "!") || IsSentenceEnd(view.Document, tokens.End));
    }

    private static bool IsSentenceEnd(Document document, int token) =>
        token >= document.Tokens.Length || document.SentenceOf(token).Start == token;

    private static Draft? Earlier(
        SpeechView view, Quotation quotation, Dictionary<int, Draft> ends, Draft? last, int lastEnd)
    {
        var document = view.Document;
        var start = quotation.Tokens.Start;
        if (last is not null && Contents.OnlyMarks(document, Math.Min(lastEnd, start), start)) return Again(last);
        if (quotation.Continues) return null;
        var sentence = document.SentenceIndexOf(start);
        if (sentence == 0 || document.ParagraphIndexOf(start) != document.ParagraphIndexOf(document.Sentences[sentence - 1].Start)) return null;
        return ends.TryGetValue(sentence - 1, out var before) ? Again(before) : null;
    }

    private static Draft Again(Draft draft) => draft with { Rule = Rule, Content = [] };
}
