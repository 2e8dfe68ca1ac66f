using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds the frame set into or after what it reports: "the border, officials said, would close", "as she put it".</summary>
/// <remarks>
/// Tree patterns: content −parataxis→ cue; content −advcl→ cue with "as"; and cue −parataxis→ content after a colon or
/// comma ("He said: …"). Misses, by design: a frame without a subject.
/// </remarks>
internal static class Parenthesis
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/parenthesis";

    private static readonly Cue PutSo = new("put", CuePatterns.Quote, [], "say", false, Commitment.Claim);

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Tag(i) != PartOfSpeech.Verb || view.Tree.Child(i, Deprel.Ccomp) >= 0) continue;
            var isAs = view.Deprel(i) == Deprel.Advcl && view.Marker(i) == "as";
            var entry = view.CueAt(i);
            if (isAs && view.HasLemma(i, "put")) entry = PutSo;
            if (entry is null || !entry.Takes(CuePatterns.Quote)) continue;
            if (view.Tree.Child(i, Deprel.Nsubj) < 0 || view.IsPassive(i)) continue;
            if (Speakers.Of(view, i) is not { } source) continue;

            var frame = view.Tree.Span(i);
            if (isAs || (view.Deprel(i) == Deprel.Parataxis && !HasOwnContent(view, i) && IsSetOff(view, frame)))
            {
                var pieces = Contents.Without(view.Tree.Span(view.Head(i)), frame);
                if (!pieces.IsEmpty) yield return Make(view, i, entry, source, pieces);
            }
            else if (entry.Takes(CuePatterns.Quote) && Told(view, i) is >= 0 and var told)
            {
                yield return Make(view, i, entry, source, [view.Tree.Span(told)]);
            }
        }
    }

    private static Draft Make(
        SpeechView view, int cue, Cue entry, Speaker source, System.Collections.Immutable.ImmutableArray<TokenSpan> content) =>
        new(cue, CuePhrase.Of(view, cue), entry, source, content, Rule) { Negated = CuePhrase.IsNegated(view, cue) };

    /// <summary>Whether a frame stands between marks, or at the edge of its sentence.</summary>
    private static bool IsSetOff(SpeechView view, TokenSpan frame)
    {
        var sentence = view.Document.SentenceOf(frame.Start);
        return frame.Start == sentence.Start || view.Tag(frame.Start) == PartOfSpeech.Punct || view.Tag(frame.Start - 1) == PartOfSpeech.Punct;
    }

    private static bool HasOwnContent(SpeechView view, int cue) =>
        view.Tree.Child(cue, Deprel.Obj) is >= 0 and var thing && view.CueAt(cue)!.Takes(CuePatterns.Nominal)
        || view.Tree.Child(cue, Deprel.Xcomp) >= 0;

    private static int Told(SpeechView view, int cue)
    {
        if (view.Tree.Child(cue, Deprel.Obj) >= 0 && view.CueAt(cue)?.Lemma != "tell") return -1;
        var told = view.Tree.Child(cue, Deprel.Parataxis);
        if (told < cue || view.CueAt(told) is { } inner && inner.Takes(CuePatterns.Quote)) return -1;
        var start = view.Tree.Span(told).Start;
        for (var i = start; i > cue && i > start - 3; i--)
        {
            if (view.HasForm(i, ":") || view.HasForm(i, ",")) return told;
        }

        return -1;
    }
}
