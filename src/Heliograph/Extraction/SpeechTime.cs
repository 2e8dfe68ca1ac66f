using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Times;

namespace Heliograph.Extraction;

/// <summary>Finds when something was said: "last week", "on Tuesday".</summary>
internal static class SpeechTime
{
    private static readonly Lexicon Words = new("times.tsv");

    /// <summary>The words of time that modify a cue, or null. A preposition is part of them.</summary>
    public static TokenSpan? Of(SpeechView view, int cue)
    {
        foreach (var child in view.Tree.Children(cue))
        {
            if (view.Deprel(child) is not (Deprel.Obl or Deprel.Advmod)) continue;
            if (TimeExpressions.At(view.Document, child) is { IsLength: false } expression) return expression.PhraseTokens;
            if (!Words.Holds(view.Document.Lemmas[child])) continue;
            return Speakers.Trim(view.Document, view.Tree.Span(child));
        }

        return null;
    }
}
