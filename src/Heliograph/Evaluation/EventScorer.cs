using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Scores events against those that a person marked.</summary>
/// <remarks>
/// An event found is compared with the gold events whose trigger it overlaps. It is right when its type is the gold's
/// or one that the gold accepts besides, when the gold's actor is among its actors (see <see cref="ActorWords"/>), and
/// when its factuality is the gold's. Gold "alleged" asks that the outlet does not assert the event: that it is told
/// as possible, or inside the content of a statement. Words of an actor that the gold itself marks as the source of a
/// statement count as whom the gold says they stand for.
/// </remarks>
public static class EventScorer
{
    /// <summary>Scores the events of one report.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="gold">What a person marked.</param>
    /// <param name="found">The events found, in text order.</param>
    /// <param name="attributions">The statements found in the same report: they tell which events somebody else tells.</param>
    public static EventScores Score(
        string text, GoldReport gold, IReadOnlyList<Event> found, IReadOnlyList<Attribution> attributions)
    {
        var actors = new ActorWords(text, gold);
        var matches = Pairing.BestFirst(gold.Events, found, Compare, Rank);
        var paired = matches.Select(match => match?.System).ToHashSet(ReferenceEqualityComparer.Instance);

        return new()
        {
            Matches = [.. matches.Select((match, i) => match ?? new(gold.Events[i], null, false, false, false, false))],
            Extra = [.. found.Where(entry => !paired.Contains(entry))],
        };

        EventMatch Compare(GoldEvent marked, Event entry) => new(
            marked,
            entry.Trigger.Any(marked.Trigger.Overlaps) ? entry : null,
            marked.Types.Contains(entry.Type),
            actors.Name(marked.Actor, entry.Actors),
            actors.Name(marked.Recipient, entry.Recipients),
            IsAsTold(marked.Factuality, entry.Factuality, entry.Trigger[0], attributions));
    }

    private static int Rank(EventMatch match) => match.System is null
        ? 0
        : 1 + (match.IsRight ? 16 : 0) + (match.Type ? 8 : 0) + (match.Actor ? 4 : 0) + (match.Factuality ? 2 : 0);

    /// <summary>Whether a factuality found is the one that a person marked.</summary>
    /// <param name="marked">In the ledger's words, or "alleged".</param>
    /// <param name="found">What was found.</param>
    /// <param name="trigger">The words of the event.</param>
    /// <param name="attributions">The statements of the text.</param>
    public static bool IsAsTold(string marked, Factuality found, TextSpan trigger, IReadOnlyList<Attribution> attributions)
    {
        if (marked == "alleged")
        {
            return found == Factuality.Possible || attributions.Any(attribution => attribution.Content.Any(trigger.Overlaps));
        }

        return found == marked switch
        {
            "happened" => Factuality.Happened,
            "ongoing" => Factuality.Ongoing,
            "did not happen" => Factuality.DidNotHappen,
            "planned" => Factuality.Planned,
            "possible" => Factuality.Possible,
            "conditional" => Factuality.Conditional,
            "asked for" => Factuality.AskedFor,
            _ => throw new ArgumentException(
                $"Found gold factuality '{marked}', expected alleged, happened, ongoing, did not happen, planned, " +
                "possible, conditional or asked for. Mend the gold file.", nameof(marked)),
        };
    }
}
