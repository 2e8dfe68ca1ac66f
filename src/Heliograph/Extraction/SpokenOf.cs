using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds what is said of a thing without a clause: "denounced the raid", "called it a farce", "accused him of theft", "warned of floods".</summary>
/// <remarks>
/// Tree patterns: cue −obj→ content, with what the thing is called (xcomp) or what "as", "of" and the like bring; and
/// cue −obl→ content with a preposition of the cue, which then belongs to the cue. Misses, by design: cues without a source.
/// </remarks>
internal static class SpokenOf
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/spoken-of";

    /// <summary>Every attribution of this form in the document, in text order of the cue.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.CueAt(i) is not { } entry || view.Tag(i) is not (PartOfSpeech.Verb or PartOfSpeech.Adj)) continue;
            if (entry.AttributesNothing || view.IsPassive(i)) continue;
            if (view.Tree.Child(i, Deprel.Ccomp) >= 0) continue;
            if (Of(view, i, entry) is not { } found || Speakers.Of(view, i) is not { } source) continue;

            yield return new(i, [found.Cue], entry, source, [found.Content], Rule) { Negated = CuePhrase.IsNegated(view, i) };
        }
    }

    private static (TokenSpan Content, TokenSpan Cue)? Of(SpeechView view, int cue, Cue entry)
    {
        var words = CuePhrase.Of(view, cue)[0];
        var thing = view.Tree.Child(cue, Deprel.Obj);
        if (thing < 0) thing = view.Tree.Child(cue, Deprel.Iobj);
        var (added, marker) = Added(view, cue, entry);
        if (thing > cue)
        {
            var span = view.Tree.Span(thing);
            if (added < 0 && entry.Takes(CuePatterns.Name) && Second(view, cue, thing) is > 0 and var name) added = name;
            if (added < 0 && entry.Takes(CuePatterns.Name) && NamesItself(view, thing)) return (span, words);
            if (added >= 0 && added != thing)
            {
                var other = view.Tree.Span(added);
                return (new(Math.Min(span.Start, other.Start), Math.Max(span.End, other.End)), words);
            }

            return entry.Takes(CuePatterns.Nominal) && (view.Tag(thing) != PartOfSpeech.Pron || view.HasLemma(thing, "what"))
                ? (new(span.Start, WithPhrases(view, cue, span.End)), words)
                : null;
        }

        if (added < 0) return null;
        var brought = view.Tree.Span(added);
        if (thing >= 0 || marker.Length == 0) return (brought, words);
        if (marker == "as" || brought.Start < words.End) return null;
        var end = brought.End;
        foreach (var child in view.Tree.Children(cue)) // "called on them to leave"
        {
            if (view.Deprel(child) is Deprel.Xcomp or Deprel.Advcl && view.Marker(child) == "to" && view.Tree.Span(child).Start == end) end = view.Tree.Span(child).End;
        }

        if (brought.Start == words.End) words = new(words.Start, words.End + 1);
        return (new(brought.Start + 1, Math.Max(end, brought.Start + 2)), words);
    }

    /// <summary>The other of two objects ("called them liars"), which parsers often hold for one, or −1.</summary>
    private static int Second(SpeechView view, int cue, int first)
    {
        var other = -1;
        foreach (var child in view.Tree.Children(cue))
        {
            if (child > cue && child != first && view.Deprel(child) is Deprel.Obj or Deprel.Iobj) other = child;
        }

        return other;
    }

    /// <summary>Whether an object holds what it is called, without a comma between ("called the vote a farce"), as some
    /// trees have it.</summary>
    private static bool NamesItself(SpeechView view, int thing)
    {
        foreach (var child in view.Tree.Children(thing))
        {
            var start = view.Tree.Span(child).Start;
            if (child > thing && view.Deprel(child) is Deprel.Appos or Deprel.Amod && !view.HasForm(start, ",")
                && !view.HasForm(start - 1, ",")) return true;
        }

        return false;
    }

    /// <summary>The end of a content, with the phrases that follow it right away and tell neither place nor time of speaking.</summary>
    private static int WithPhrases(SpeechView view, int cue, int end)
    {
        foreach (var child in view.Tree.Children(cue))
        {
            var span = view.Tree.Span(child);
            if (span.Start != end || view.Deprel(child) != Deprel.Obl || view.Document.Subtypes[child].Length > 0) continue;
            if (SpeechTime.Of(view, cue) is { } time && time.Start <= child && child < time.End) continue;
            if (Venue.Of(view, cue) is { } venue && venue.Phrase.Contains(child)) continue;
            end = span.End;
        }

        return end;
    }

    /// <summary>The phrase that a preposition of the cue, or the cue itself, brings; −1 where there is none.</summary>
    private static (int Token, string Marker) Added(SpeechView view, int cue, Cue entry)
    {
        foreach (var child in view.Tree.Children(cue))
        {
            if (child < cue || view.Deprel(child) is not (Deprel.Obl or Deprel.Advcl or Deprel.Xcomp or Deprel.Nmod)) continue;
            var marker = view.Marker(child);
            if (marker.Length > 0 && entry.TakesPreposition(marker) && view.Tree.Span(child).Length > 1) return (child, marker);
            if (marker.Length == 0 && view.Deprel(child) == Deprel.Xcomp && entry.Takes(CuePatterns.Name)) return (child, "");
        }

        return (-1, "");
    }
}
