using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Joins "I", "we" and "you": in a quotation, among themselves and to the speaker; outside, turn by turn.</summary>
/// <remarks>
/// A text is a dialogue when its paragraphs are turns: short, and asking. In a dialogue "I" and "you" of one turn
/// are "you" and "I" of the next; elsewhere all "I" outside quotations are one, and all "you" another.
/// </remarks>
internal static class CoreferenceVoices
{
    private const int ShortestDialogue = 6;  // paragraphs
    private const double ShareOfQuestions = 0.08;

    /// <summary>Joins the pronouns of the first and second person.</summary>
    public static void Join(Document document, CoreferenceClusters clusters, ReadOnlySpan<SpokenWords> spoken)
    {
        JoinSpeakers(document, clusters, spoken);
        var isDialogue = IsDialogue(document);
        var last = new Dictionary<(int Quotation, int Voice, bool Plural), CoreferenceDraft>();
        foreach (var mention in clusters.Mentions)
        {
            if (mention.Form != MentionForm.Pronoun || mention.Person == 3) continue;
            var side = isDialogue && mention.Quotation < 0 ? mention.Paragraph % 2 : 0;
            var plural = mention.Person == 1 && mention.Number == GrammaticalNumber.Plural;
            var voice = plural ? 0 : mention.Person == 1 ? side : 1 - side;
            var key = (mention.Quotation, voice, plural);
            if (last.TryGetValue(key, out var before)) clusters.Join(mention, before, mention.Quotation >= 0 ? "same quotation" : "same speaker", evenIfTypesDiffer: true);
            last[key] = mention;
        }
    }

    // The first "I" of quoted words is who speaks them; the others follow it.
    private static void JoinSpeakers(Document document, CoreferenceClusters clusters, ReadOnlySpan<SpokenWords> spoken)
    {
        if (spoken.IsEmpty) return;
        var byHead = clusters.Mentions.ToDictionary(mention => mention.Head);
        var first = new Dictionary<int, CoreferenceDraft>();
        foreach (var mention in clusters.Mentions)
        {
            var isI = mention is { Form: MentionForm.Pronoun, Person: 1, Number: GrammaticalNumber.Singular };
            if (isI && mention.Quotation >= 0) first.TryAdd(mention.Quotation, mention);
        }

        var places = first.Values.OrderBy(mention => mention.Head).ToArray();
        var starts = Array.ConvertAll(places, mention => document.Tokens[mention.Head].Start);
        foreach (var words in spoken)
        {
            if (!byHead.TryGetValue(words.Speaker, out var speaker)) continue;
            var at = Array.BinarySearch(starts, words.Span.Start);
            for (var i = at < 0 ? ~at : at; i < starts.Length && starts[i] < words.Span.End; i++)
            {
                if (places[i].Antecedent < 0 && speaker != places[i]) clusters.Join(places[i], speaker, "speaker");
            }
        }
    }

    private static bool IsDialogue(Document document)
    {
        if (document.Paragraphs.Length < ShortestDialogue) return false;
        var questions = 0;
        foreach (var paragraph in document.Paragraphs)
        {
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                if (document.Text[document.Tokens[i].Start] != '?') continue;
                questions++;
                break;
            }
        }

        return questions >= ShareOfQuestions * document.Paragraphs.Length;
    }
}
