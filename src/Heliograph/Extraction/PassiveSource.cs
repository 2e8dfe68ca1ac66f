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
        if (view.Tag(head) != PartOfSpeech.Verb) return false;
        var passive = head; // "was arrested and accused of": the second shares what makes the first a passive
        if (!view.IsPassive(head) && view.Deprel(head) == Deprel.Conj && view.Document.TreebankTags[head] == "VBN"
            && view.Tree.Child(head, Deprel.Nsubj) < 0 && view.Tree.Child(head, Deprel.Obj) < 0)
        {
            passive = view.Head(head);
        }

        if (!view.IsPassive(passive)) return false;
        for (var i = cue.Start; i < head; i++)
        {
            if (view.HasLemma(i, "it") && view.Tag(i) == PartOfSpeech.Pron) return true; // "some are it is said that"
        }

        if (view.CueAt(head) is not { } entry || Felt.Contains(entry.Lemma)) return false;
        return view.Tree.Child(passive, Deprel.Nsubj, "pass") is >= 0 and var subject
            && (source.Contains(subject) || source.End <= subject || IsOfAnother(view, head, source));
    }

    // "has been accused of theft, a charge it denies": whoever denies it is no accuser
    private static bool IsOfAnother(SpeechView view, int head, TokenSpan source)
    {
        for (var i = source.Start; i < source.End; i++)
        {
            if (view.Deprel(i) == Deprel.Nsubj && i > head && view.Head(i) > i && view.Is(view.Head(i), Deprel.Acl, "relcl")) return true;
        }

        return false;
    }
}
