using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds what is told as hearsay by one adverb: "reportedly", "allegedly". The source is none.</summary>
/// <remarks>Tree pattern: content −advmod→ cue. Of an adjective or noun ("the allegedly stolen car") only the phrase is content.</remarks>
internal static class AdverbCue
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/adverb";

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Tag(i) != PartOfSpeech.Adv || view.CueAt(i) is not { } entry) continue;
            if (view.Deprel(i) != Deprel.Advmod) continue;
            var content = Contents.Without(view.Tree.Span(view.Head(i)), new TokenSpan(i, i + 1));
            if (!content.IsEmpty) yield return new(i, [new(i, i + 1)], entry, null, content, Rule);
        }
    }
}
