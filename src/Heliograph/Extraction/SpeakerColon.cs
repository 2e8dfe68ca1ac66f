using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds a speaker set before a colon, as headlines and transcripts do: "Moss: We stay".</summary>
/// <remarks>
/// The words before the colon must begin their paragraph and be the name of a person or a body, with nothing but
/// nouns and names beside it. The colon is the cue. Misses, by design: places ("Velan City: two dead") and plain nouns
/// ("Update: …", "Poll: …").
/// </remarks>
internal static class SpeakerColon
{
    /// <summary>The name this rule signs its findings with.</summary>
    public const string Rule = "attribution/speaker-colon";

    private const int MaxName = 8; // tokens before the colon

    private const int MaxTurn = 400; // tokens of one turn in a transcript; the rest of a longer paragraph is left out

    private static readonly Cue Colon = new(":", CuePatterns.Quote, [], "say", false, Commitment.Claim);

    /// <summary>Every attribution of this form in the document, in text order.</summary>
    public static IEnumerable<Draft> Find(SpeechView view)
    {
        foreach (var paragraph in view.Document.Paragraphs)
        {
            var colon = paragraph.Start;
            while (colon < paragraph.End && colon - paragraph.Start <= MaxName && IsPartOfName(view, colon)) colon++;
            if (colon == paragraph.Start || colon + 1 >= paragraph.End || !view.HasForm(colon, ":")) continue;
            if (!EndsInName(view.Document, colon - 1) || Datelines.Of(view.Document).Holds(colon)) continue;

            var speaker = new Speaker(colon - 1, new(paragraph.Start, colon));
            var content = new TokenSpan(colon + 1, Math.Min(paragraph.End, colon + 1 + MaxTurn));
            yield return new(colon, [new(colon, colon + 1)], Colon, speaker, [content], Rule);
        }
    }

    private static bool IsPartOfName(SpeechView view, int token) =>
        view.Tag(token) is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Part && !view.HasForm(token, ":");

    private static bool EndsInName(Document document, int token)
    {
        var (low, high) = (0, document.Names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Names[middle].Tokens.End <= token) low = middle + 1;
            else high = middle;
        }

        return low < document.Names.Length && document.Names[low].Tokens.Contains(token)
            && document.Names[low].Type != NameType.Location;
    }
}
