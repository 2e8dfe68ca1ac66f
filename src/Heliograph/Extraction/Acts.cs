namespace Heliograph.Extraction;

/// <summary>Tells what is done by a statement, where the word that follows the cue decides: "called for", "called on".</summary>
internal static class Acts
{
    /// <summary>The act in ledger terms.</summary>
    public static string Of(SpeechView view, Draft draft)
    {
        if (draft.Entry.Lemma is not ("call" or "appeal" or "plead") || draft.CueHead + 1 >= view.Count) return draft.Entry.Act;
        return view.HasLemma(draft.CueHead + 1, "for") || view.HasLemma(draft.CueHead + 1, "on") || view.HasLemma(draft.CueHead + 1, "upon")
            ? "ask" : draft.Entry.Act;
    }
}
