using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>Where something was said or written: "on Twitter", "in a statement".</summary>
/// <param name="Phrase">The whole phrase with its preposition.</param>
/// <param name="Name">The words that name the place: "Twitter".</param>
internal readonly record struct Venue(TokenSpan Phrase, TokenSpan Name)
{
    private const int MaxTokens = 12; // a longer phrase tells more than the venue: only its first words are kept

    private static readonly Lexicon Venues = new("venues.tsv");

    /// <summary>The venue beside a cue, or null.</summary>
    public static Venue? Of(SpeechView view, int cue)
    {
        foreach (var child in view.Tree.Children(cue))
        {
            if (child < cue || view.Deprel(child) is not (Deprel.Obl or Deprel.Nmod)) continue;
            var marker = view.Marker(child);
            if (marker is not ("on" or "in" or "at" or "via" or "to" or "during" or "through")) continue;
            if (!Venues.Holds(view.Document.Lemmas[child])) continue;
            var phrase = view.Tree.Span(child);
            if (phrase.Length > MaxTokens) phrase = new(phrase.Start, child + 1);
            var start = phrase.Start;
            while (start < child && view.Deprel(start) is Deprel.Case) start++;
            return new(Speakers.Trim(view.Document, phrase), Speakers.Trim(view.Document, new(start, phrase.End)));
        }

        return null;
    }
}
