using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds clauses that "that", "whether" or "if" opens soon after a cue, by the order of the words: "told a crowd in Vela that …".</summary>
/// <remarks>
/// Stands in where the tree hangs the clause on a word between cue and conjunction, so that
/// <see cref="ReportedClause"/> does not see it. Nothing but the ones told, a venue or a time may stand between. The
/// content reaches to the end of its clause in the tree, or of the sentence where the tree gives none.
/// </remarks>
internal static class ThatClause
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/that-clause";

    private const int MaxBetween = 9; // tokens between cue and conjunction

    /// <summary>Every attribution of this form in the document that is not yet told, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view, IReadOnlyList<Draft> told)
    {
        var known = told.Where(draft => draft.Rule != SpokenOf.Rule).Select(draft => draft.CueHead).ToHashSet();
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Tag(i) != PartOfSpeech.Verb || view.CueAt(i)?.Takes(CuePatterns.Clause) != true) continue;
            if (known.Contains(i)) continue;
            if (Conjunction(view, i) is not (> 0 and var start)) continue;
            var source = Speakers.Of(view, i);
            if (source is null && !view.IsPassive(i)) continue;

            yield return new(i, CuePhrase.Of(view, i), view.CueAt(i)!, source, [new(start, End(view, i, start))], Rule)
            {
                Negated = CuePhrase.IsNegated(view, i),
            };
        }
    }

    private static int Conjunction(SpeechView view, int cue)
    {
        var end = Math.Min(view.Document.SentenceOf(cue).End - 1, cue + 2 + MaxBetween);
        for (var i = cue + 1; i < end; i++)
        {
            if (view.HasForm(i, "that") || (view.CueAt(cue)!.Act == "ask" && (view.HasForm(i, "whether") || view.HasForm(i, "if"))))
            {
                var opensClause = view.Tag(i) == PartOfSpeech.Sconj
                    || (view.Tag(i) == PartOfSpeech.Pron && view.CueAt(cue)!.Lemma is "tell" or "inform" or "remind" or "assure");
                return opensClause ? i : -1;
            }

            if (view.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Cconj) return -1;
            if (QuotationMark.Is(view.Document, i) || view.HasForm(i, ";") || view.HasForm(i, ":")) return -1;
        }

        return -1;
    }

    private static int End(SpeechView view, int cue, int conjunction)
    {
        var clause = view.Tree.Span(view.Head(conjunction));
        var sentence = view.Document.SentenceOf(cue).End;
        return clause.Start > cue && clause.End > conjunction + 1 && clause.Start >= conjunction ? clause.End : sentence;
    }
}
