using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds the frame that ends a sentence, by the order of the words: "The pier will go, said Ada Moss, a baker."</summary>
/// <remarks>
/// Stands in where the tree does not hang the reported words on the verb. The verb follows a comma or a closing mark,
/// or stands with its subject between such a mark and the end of the sentence. Misses, by design: a frame in the
/// middle of a sentence, which <see cref="Parenthesis"/> finds.
/// </remarks>
internal static class TrailingFrame
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/trailing-frame";

    private const int MinContent = 3; // tokens before the frame: fewer are an introduction ("Once there, said …")

    private const int MaxAfter = 6; // tokens after "X said": a time, a place

    /// <summary>Every attribution of this form in the document that is not yet told, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view, IReadOnlyList<Draft> told)
    {
        var known = told.Select(draft => draft.CueHead).ToHashSet();
        for (var i = 0; i < view.Count; i++)
        {
            if (known.Contains(i) || view.Tag(i) != PartOfSpeech.Verb) continue;
            if (view.CueAt(i) is not { } entry || !entry.Takes(CuePatterns.Quote)) continue;
            if (view.Document.TreebankTags[i] is "VB" or "VBG" or "VBN") continue;
            if (Speaker(view, i) is not { } source) continue;
            var sentence = view.Document.SentenceOf(i);
            var start = Math.Min(source.Tokens.Start, CuePhrase.Of(view, i)[0].Start);
            if (start - sentence.Start < MinContent || !IsMark(view, start - 1)) continue;

            yield return new(i, CuePhrase.Of(view, i), entry, source, [new(sentence.Start, start)], Rule)
            {
                Negated = CuePhrase.IsNegated(view, i),
            };
        }
    }

    private static Speaker? Speaker(SpeechView view, int verb)
    {
        var subject = view.Tree.Child(verb, Deprel.Nsubj);
        if (subject > verb && IsMark(view, verb - 1)) return Speakers.Phrase(view, subject, verb);
        var end = view.Document.SentenceOf(verb).End;
        if (subject < 0 || subject > verb || end - verb > MaxAfter) return null;
        return Speakers.Of(view, verb) is { } source && source.Tokens.End <= verb ? source : null;
    }

    private static bool IsMark(SpeechView view, int token) =>
        token >= 0 && (view.HasForm(token, ",") || QuotationMark.Is(view.Document, token));
}
