using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Places;

namespace Heliograph.Evaluation;

/// <summary>Places found beside gold ones.</summary>
/// <param name="Judged">Each gold place with what was found; in the order of the gold.</param>
public sealed record PlaceScores(IReadOnlyList<(GoldPlace Gold, PlaceFinding? Found)> Judged)
{
    /// <summary>Places and countries given, against those that should be.</summary>
    public Tally Places => new(
        Judged.Count(pair => !pair.Gold.IsSilent), Judged.Count(pair => pair.Found is not null),
        Judged.Count(pair => pair.Found is not null && pair.Gold.Agrees(pair.Found)));

    /// <summary>Silence kept, against where it should be.</summary>
    public Tally Silence => new(
        Judged.Count(pair => pair.Gold.IsSilent), Judged.Count(pair => pair.Found is null),
        Judged.Count(pair => pair.Gold.IsSilent && pair.Found is null));

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All => [("Places", Places), ("Silence", Silence)];

    /// <summary>The share of the gold that came out right, wrong, and silent where something was asked for; 0 to 1.</summary>
    public (double Right, double Wrong, double Silent) Shares
    {
        get
        {
            var count = Math.Max(1, Judged.Count);
            var right = Judged.Count(pair => pair.Gold.Agrees(pair.Found));
            var silent = Judged.Count(pair => pair.Found is null && !pair.Gold.IsSilent);
            return ((double)right / count, (double)(Judged.Count - right - silent) / count, (double)silent / count);
        }
    }

    /// <summary>What the words of a gold place were found to stand for: by themselves, or as the place of their event.</summary>
    /// <param name="gold">The gold place.</param>
    /// <param name="document">Its text, annotated.</param>
    /// <param name="events">The events found in it.</param>
    /// <param name="index">The places that names may mean.</param>
    public static PlaceFinding? Find(GoldPlace gold, Document document, ImmutableArray<Event> events, PlaceIndex index)
    {
        var places = DocumentPlaces.Of(index, document);
        if (gold.Event is { } trigger)
        {
            return events.Where(found => found.Trigger[0].In(document.Text).StartsWith(trigger, StringComparison.Ordinal))
                .SelectMany(found => found.Places).Where(place => place.Span.Overlaps(gold.Words))
                .Select(place => places.OfPhrase(place.Head, place.Span)).FirstOrDefault(found => found is not null);
        }

        for (var i = 0; i < document.Names.Length; i++)
        {
            if (document.SpanOf(document.Names[i].Tokens).Overlaps(gold.Words)) return places.OfName(i);
        }

        return null;
    }
}
