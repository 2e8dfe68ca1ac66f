using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Joins what one report tells several times: "swept the capital", then "the takeover", is one event with two triggers.</summary>
/// <remarks>
/// A noun tells again what was told before (or will be: titles stand first) when type and actor are the same, both are
/// told as real, and the recipients are the same, or one telling leaves its recipient out. Two verbs are two events.
/// Misses by design: retellings that name the actor otherwise ("the insurgents' victory").
/// </remarks>
internal static class Retellings
{
    private const int Reach = 64; // tellings of one deed by one actor looked back upon: a text that says one thing a thousand times stays quick

    public static void Merge(Syntax syntax, List<EventDraft> drafts)
    {
        var places = Enumerable.Range(0, drafts.Count).Where(place => !drafts[place].Actors.IsEmpty);
        foreach (var alike in places.GroupBy(place => Key(syntax, drafts[place])).ToList()) Merge(syntax, drafts, [.. alike]);
        drafts.RemoveAll(draft => draft is null);
    }

    // The places in the list of drafts that could be one another; one that was told already leaves a gap
    private static void Merge(Syntax syntax, List<EventDraft> drafts, List<int> alike)
    {
        for (var i = 0; i < alike.Count; i++)
        {
            for (var j = i + 1; j < alike.Count && j <= i + Reach; j++)
            {
                var (one, again) = (drafts[alike[i]], drafts[alike[j]]);
                if (!IsSame(syntax, one, again)) continue;
                var (kept, other) = Fullness(again) > Fullness(one) ? (again, one) : (one, again);
                kept.AlsoTold.AddRange(other.Match.Trigger);
                kept.AlsoTold.AddRange(other.AlsoTold);
                kept.Tellings.AddRange(other.Tellings);
                if (kept.Recipients.IsEmpty) kept.Recipients = other.Recipients;
                foreach (var (quantity, count) in other.Quantities) kept.Quantities.TryAdd(quantity, count);
                (drafts[alike[i]], drafts[alike[j]]) = (kept, null!);
                alike.RemoveAt(j--);
            }
        }
    }

    // Any one telling of the one against any of the other: the noun that was joined speaks for its verb
    private static bool IsSame(Syntax syntax, EventDraft one, EventDraft other)
    {
        foreach (var telling in one.Tellings.Take(Reach))
        {
            foreach (var again in other.Tellings.Take(Reach))
            {
                if (IsNounFor(syntax, telling, again) && SameRecipients(syntax, telling, again)) return true;
            }
        }

        return false;
    }

    // Apart in the report: two in one sentence are set beside each other on purpose
    private static bool IsNounFor(Syntax syntax, EventTelling one, EventTelling other) =>
        (syntax.Tag(one.Token) == PartOfSpeech.Noun || syntax.Tag(other.Token) == PartOfSpeech.Noun)
        && syntax.Document.SentenceIndexOf(one.Token) != syntax.Document.SentenceIndexOf(other.Token)
        && IsDefinite(syntax, one.Token) && IsDefinite(syntax, other.Token)
        && IsReal(syntax, one.Token) && IsReal(syntax, other.Token);

    // "a takeover" is another one; "the takeover", "its takeover" and a verb are what was told
    private static bool IsDefinite(Syntax syntax, int token) => syntax.Tag(token) != PartOfSpeech.Noun
        || syntax.Child(token, Deprel.Det) is not (>= 0 and var article) || syntax.Lemma(article) is not ("a" or "an" or "another" or "any" or "no");

    private static bool IsReal(Syntax syntax, int token) =>
        !Negations.On(syntax, token) && (syntax.Tag(token) != PartOfSpeech.Verb || syntax.TreebankTag(token) is "VBD" or "VBN" or "VBZ" or "VBG");

    private static bool SameRecipients(Syntax syntax, EventTelling one, EventTelling other)
    {
        if (one.Recipient < 0 || other.Recipient < 0) return true;
        return string.Equals(syntax.Lemma(one.Recipient), syntax.Lemma(other.Recipient), StringComparison.OrdinalIgnoreCase);
    }

    private static string Key(Syntax syntax, EventDraft draft) =>
        $"{draft.Match.Frame.Type} {string.Join(' ', draft.Actors.Select(actor => Name(syntax, actor)))}";

    private static string Name(Syntax syntax, Argument actor) =>
        syntax.Tag(actor.Head) == PartOfSpeech.Pron ? $"{actor.Head}" : syntax.Lemma(actor.Head).ToLowerInvariant();

    private static int Fullness(EventDraft draft) => (draft.Actors.IsEmpty ? 0 : 2) + (draft.Recipients.IsEmpty ? 0 : 2) + (draft.Match.Frame.IsVerb ? 1 : 0);
}
