using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds clauses told by a verb or adjective: "officials said the border would stay open", "is sure that …".</summary>
/// <remarks>
/// Tree pattern (UD v2): cue −ccomp→ content, with the source as <see cref="Speakers"/> finds it. A verb that is not
/// in the lexicon counts where its content is a finite clause and its subject can speak. Misses, by design: direct
/// quotation without a clause, which <see cref="QuotedSpeech"/> finds.
/// </remarks>
internal static class ReportedClause
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/reported-clause";

    private static readonly Cue Unlisted = new("", CuePatterns.Clause, [], "say", false, Commitment.Claim);

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Tag(i) is not (PartOfSpeech.Verb or PartOfSpeech.Adj)) continue;
            if (view.Tree.Child(i, Deprel.Ccomp) is not (>= 0 and var content)) continue;
            if ((view.CueAt(i) ?? UnlistedAt(view, i, content)) is not { } entry || entry.AttributesNothing) continue;

            if (IsBare(view, content)) continue;
            var source = Speakers.Of(view, i);
            if (source is null && !view.IsPassive(i)) continue;
            var cue = CuePhrase.Of(view, i);
            var span = view.Tree.Span(content);
            if (span.End <= i && source is { } late && view.Tree.Child(i, Deprel.Nsubj) is >= 0 and var subject && subject < late.Tokens.Start)
            {
                span = new(Math.Min(span.Start, view.Tree.Span(subject).Start), Math.Min(late.Tokens.Start, i));
            }

            var pieces = span.Contains(i)
                ? Contents.Without(span, Frame(view, i, source, cue[0]))
                : Contents.Without(span, cue[0]);
            if (pieces.IsEmpty) continue;

            yield return new(i, cue, entry, source, pieces, Rule) { Negated = CuePhrase.IsNegated(view, i) };
        }
    }

    private static bool IsBare(SpeechView view, int content) => // "saw them leave" is no speech
        view.Document.TreebankTags[content] == "VB" && view.Tree.Child(content, Deprel.Aux) < 0
        && view.Tree.Child(content, Deprel.Mark) < 0 && view.Tree.Child(content, Deprel.Nsubj) >= 0;

    private static TokenSpan Frame(SpeechView view, int cue, Speaker? source, TokenSpan phrase)
    {
        var (start, end) = (phrase.Start, phrase.End);
        if (source is { } speaker && Math.Abs(speaker.Head - cue) < view.Tree.Span(cue).Length)
        {
            if (speaker.Tokens.End <= start && Contents.OnlyMarks(view.Document, speaker.Tokens.End, start)) start = speaker.Tokens.Start;
            else if (speaker.Tokens.Start >= end) end = speaker.Tokens.End;
        }

        return new(start, end);
    }

    private static Cue? UnlistedAt(SpeechView view, int verb, int content)
    {
        if (view.Tag(verb) != PartOfSpeech.Verb) return null;
        if (view.Tree.Child(content, Deprel.Nsubj) < 0 && view.Tree.Child(content, Deprel.Mark) < 0) return null;
        var subject = view.Tree.Child(verb, Deprel.Nsubj);
        if (subject < 0 || view.IsPassive(verb)) return null;
        var canSpeak = view.Tag(subject) == PartOfSpeech.Propn
            || view.Tag(subject) == PartOfSpeech.Pron && !view.HasLemma(subject, "it") && !view.HasLemma(subject, "this") && !view.HasLemma(subject, "that");
        return canSpeak ? Unlisted : null;
    }
}
