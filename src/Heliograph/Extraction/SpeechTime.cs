using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds when something was said: "last week", "on Tuesday".</summary>
internal static class SpeechTime
{
    private static readonly Lexicon Times = new("times.tsv");

    /// <summary>The words of time that modify a cue, or null. A preposition is part of them.</summary>
    public static TokenSpan? Of(SpeechView view, int cue)
    {
        foreach (var child in view.Tree.Children(cue))
        {
            if (view.Deprel(child) is not (Deprel.Obl or Deprel.Advmod) || !Times.Holds(view.Document.Lemmas[child])) continue;
            return Speakers.Trim(view.Document, view.Tree.Span(child));
        }

        return null;
    }
}
