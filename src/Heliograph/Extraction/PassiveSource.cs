using System.Collections.Frozen;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Knows whether the subject of a passive cue is spoken of, and no source: "is accused of", "it is said that".</summary>
internal static class PassiveSource
{
    // Their subject feels, hears or intends it: "was told that", "is convinced that"
    private static readonly FrozenSet<string> Felt = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "tell", "inform", "convince", "persuade", "concern", "worry", "determine", "resolve");

    /// <summary>Whether a source stands as the subject of the passive or before it, or the cue has no other subject than "it".</summary>
    public static bool IsSpokenOf(SpeechView view, TokenSpan cue, int head, TokenSpan source)
    {
        if (view.Tag(head) != PartOfSpeech.Verb || !view.IsPassive(head)) return false;
        for (var i = cue.Start; i < head; i++)
        {
            if (view.HasLemma(i, "it") && view.Tag(i) == PartOfSpeech.Pron) return true; // "some are it is said that"
        }

        if (view.CueAt(head) is not { } entry || Felt.Contains(entry.Lemma)) return false;
        return view.Tree.Child(head, Deprel.Nsubj, "pass") is >= 0 and var subject
            && (source.Contains(subject) || source.End <= subject);
    }
}
