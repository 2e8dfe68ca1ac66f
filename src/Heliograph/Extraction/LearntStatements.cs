using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Ties the learnt sources, cues and contents to statements.</summary>
/// <remarks>
/// A source or content goes to the cue of its sentence that governs it in the tree, else to the nearest in the order of
/// the words. A content in a sentence without a cue goes on with the quotation it stands in, else with the statement
/// before it where nothing stands between. Misses, by design: cues to which no content is found.
/// </remarks>
internal static class LearntStatements
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/learnt";

    private const int BesideTree = 12; // what it is worth that the tree ties two parts; unit: tokens of distance
    private const int OtherCue = 15; // what a cue that stands between costs
    private const int MaxGap = 40; // tokens between parts of one statement
    private const int MaxSentences = 12; // sentences that a statement goes on for without a cue

    /// <summary>Stands in for a cue that the lexicon does not hold.</summary>
    public static readonly Cue Unlisted = new("", CuePatterns.None, [], "say", false, Commitment.Claim);

    /// <summary>Every statement of the marks, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        var spans = LearntSpans.Of(view.Document);
        if (spans.Cues.IsEmpty) yield break;
        var contents = new List<TokenSpan>[spans.Cues.Length];
        for (var c = 0; c < contents.Length; c++) contents[c] = [];
        Assign(view, spans, contents);
        for (var c = 0; c < contents.Length; c++)
        {
            var cue = spans.Cues[c];
            var head = CueHead(view, cue);
            var source = Source(view, spans, c, head);
            if (source is { } told && PassiveSource.IsSpokenOf(view, cue, head, told.Tokens)) source = Speakers.Agent(view, head);
            yield return new(head, [cue], view.CueAt(head) ?? Unlisted, source, [.. contents[c]], Rule)
            {
                Negated = CuePhrase.IsNegated(view, head),
            };
        }
    }

    /// <summary>The token of a run that the others hang on.</summary>
    public static int HeadOf(SpeechView view, TokenSpan span)
    {
        var head = -1;
        for (var i = span.Start; i < span.End; i++)
        {
            if (!view.IsRoot(i) && span.Contains(view.Head(i))) continue;
            if (head < 0 || !IsNominal(view, head) && IsNominal(view, i)) head = i;
        }

        return head;
    }

    private static bool IsNominal(SpeechView view, int token) => view.Tag(token) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron;

    private static int CueHead(SpeechView view, TokenSpan cue)
    {
        for (var i = cue.End - 1; i >= cue.Start; i--)
        {
            if (view.CueAt(i) is { AttributesNothing: false }) return i;
        }

        for (var i = cue.End - 1; i >= cue.Start; i--)
        {
            if (view.Tag(i) == PartOfSpeech.Verb) return i;
        }

        return HeadOf(view, cue);
    }

    private static Speaker? Source(SpeechView view, LearntSpans spans, int cue, int head)
    {
        var sentence = view.Document.SentenceOf(spans.Cues[cue].Start);
        var (best, cost) = (-1, MaxGap);
        for (var s = First(spans.Sources, sentence.Start); s < spans.Sources.Length && spans.Sources[s].Start < sentence.End; s++)
        {
            var price = Cost(view, spans, cue, spans.Sources[s]);
            if (price < cost) (best, cost) = (s, price);
        }

        if (best >= 0) return new(HeadOf(view, spans.Sources[best]), spans.Sources[best]);
        if (view.Tag(head) != PartOfSpeech.Verb || Speakers.Of(view, head) is not { } speaker) return null;
        // The tree shares the speaker of another verb: take it as it was learnt there.
        foreach (var source in spans.Sources)
        {
            if (source.Contains(speaker.Head)) return new(HeadOf(view, source), source);
        }

        return view.IsRoot(head) ? null : speaker;
    }

    private static void Assign(SpeechView view, LearntSpans spans, List<TokenSpan>[] contents)
    {
        var owners = new int[spans.Contents.Length];
        for (var k = 0; k < owners.Length; k++) owners[k] = InSentence(view, spans, spans.Contents[k]);
        for (var k = 0; k < owners.Length; k++)
        {
            if (owners[k] < 0) owners[k] = GoesOn(view, spans, owners, k);
            if (owners[k] >= 0) contents[owners[k]].Add(spans.Contents[k]);
        }
    }

    private static int InSentence(SpeechView view, LearntSpans spans, TokenSpan content)
    {
        var sentence = view.Document.SentenceOf(content.Start);
        var (best, cost) = (-1, int.MaxValue);
        for (var c = First(spans.Cues, sentence.Start); c < spans.Cues.Length && spans.Cues[c].Start < sentence.End; c++)
        {
            var price = Cost(view, spans, c, content);
            if (price < cost) (best, cost) = (c, price);
        }

        return best;
    }

    /// <summary>The cue of a content without one in its sentence: that of the same quotation, of the words before, or after.</summary>
    private static int GoesOn(SpeechView view, LearntSpans spans, int[] owners, int content)
    {
        var document = view.Document;
        var span = spans.Contents[content];
        var quotation = Quotation(view, span.Start);
        var sentence = document.SentenceIndexOf(span.Start);
        if (content > 0 && owners[content - 1] >= 0)
        {
            var before = spans.Contents[content - 1];
            if (quotation >= 0 && quotation == Quotation(view, before.End - 1)) return owners[content - 1];
        }

        if (content + 1 < owners.Length && owners[content + 1] >= 0 && quotation >= 0
            && quotation == Quotation(view, spans.Contents[content + 1].Start)) return owners[content + 1];
        if (content > 0 && owners[content - 1] >= 0)
        {
            var owner = owners[content - 1];
            var last = Math.Max(document.SentenceIndexOf(spans.Contents[content - 1].Start), document.SentenceIndexOf(spans.Cues[owner].Start));
            if (sentence - last <= 1 && sentence - document.SentenceIndexOf(spans.Cues[owner].Start) <= MaxSentences) return owner;
        }

        if (sentence + 1 >= document.Sentences.Length) return -1;
        var next = document.Sentences[sentence + 1];
        if (document.ParagraphIndexOf(next.Start) != document.ParagraphIndexOf(span.Start)) return -1; // a headline is nobody's words
        var cue = First(spans.Cues, next.Start);
        return cue < spans.Cues.Length && spans.Cues[cue].Start < next.End ? cue : -1;
    }

    /// <summary>How far a part stands from a cue: tokens between, those of other parts and marks aside; less where the tree ties them.</summary>
    private static int Cost(SpeechView view, LearntSpans spans, int cue, TokenSpan part)
    {
        var own = spans.Cues[cue];
        var (from, to) = own.End <= part.Start ? (own.End, part.Start) : (part.End, own.Start);
        var cost = own.End <= part.Start ? 0 : 1;
        for (var i = from; i < to; i++)
        {
            if (view.Document.Speech[i] == Speech.None && view.Tag(i) != PartOfSpeech.Punct) cost++;
            else if (view.Document.Speech[i] == Speech.CueStart) cost += OtherCue;
        }

        return IsTied(view, own, part) ? cost - BesideTree : cost;
    }

    private static bool IsTied(SpeechView view, TokenSpan cue, TokenSpan part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (!view.IsRoot(i) && cue.Contains(view.Head(i)) && view.Tag(i) != PartOfSpeech.Punct) return true;
        }

        for (var i = cue.Start; i < cue.End; i++)
        {
            if (!view.IsRoot(i) && part.Contains(view.Head(i))) return true;
        }

        return false;
    }

    private static int Quotation(SpeechView view, int token)
    {
        var at = Contents.FirstEndingAfter(view.Quotations, token);
        return at < view.Quotations.Length && view.Quotations[at].Tokens.Contains(token) ? at : -1;
    }

    private static int First(ImmutableArray<TokenSpan> spans, int token)
    {
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
