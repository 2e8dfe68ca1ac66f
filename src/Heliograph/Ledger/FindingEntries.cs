using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Ledger;

/// <summary>Turns single findings into entries that have neither voice nor id yet.</summary>
internal sealed class FindingEntries(Report report, LocalActors actors, DocumentTimes times, DocumentPlaces places)
{
    public StatementEntry Of(Attribution found)
    {
        if (found.Source.IsEmpty || found.SourceHead is not { } head) return Of(found, null, found.Naming);
        var words = Words(found.Source);
        var actor = actors.Of(head, words.Cover, speaks: true);
        // "she" or "the minister", when the report gives her name elsewhere
        var naming = found.Naming == Naming.Unnamed && actor is { IsNamedHere: true } && !found.IsWithheld ? Naming.Named : found.Naming;
        return Of(found, Participant(words, actor), naming);
    }

    private StatementEntry Of(Attribution found, Participant? source, Naming naming) => new()
    {
        Report = report.Id,
        Source = source,
        Naming = naming,
        Cue = Words(found.Cue),
        Content = Words(found.Content),
        Manner = found.Manner,
        Act = found.Act,
        Polarity = found.Negated ? "not said" : found.Commitment == Commitment.Denial ? "denied" : null,
        Venue = Words(found.Venue),
        Time = Time(found.Time),
        Confidence = found.Confidence,
        Rule = found.Rule,
    };

    public EventEntry Of(Event found) => new()
    {
        Report = report.Id,
        Plover = found.Type,
        Mode = found.Mode,
        Contexts = found.Contexts,
        Cameo = found.Cameo,
        Trigger = Words(found.Trigger),
        Actors = [.. found.Actors.Select(actor => Participant(actor, speaks: found.IsOfWords))],
        Recipients = [.. found.Recipients.Select(recipient => Participant(recipient, speaks: found.IsOfWords))],
        Places = [.. found.Places.Select(place => PlaceReference.Of(Words([place.Span]), places.OfPhrase(place.Head, place.Span)))],
        Time = Time(found.Time),
        Factuality = found.Factuality,
        Likelihood = Likelihood(found.Likelihood),
        Killed = Count(found.Killed),
        Injured = Count(found.Injured),
        Arrested = Count(found.Arrested),
        Displaced = Count(found.Displaced),
        Confidence = found.Confidence is { } share ? Math.Round(share, 2) : null,
        Rule = found.Rule,
    };

    private Participant Participant(Argument argument, bool speaks)
    {
        var words = Words([argument.Span]);
        return Participant(words, actors.Of(argument.Head, words.Cover, speaks));
    }

    private static Participant Participant(Evidence words, LocalActor? actor) => new(words, actor?.Id, actor?.Name, actor?.Code, actor?.Sector);

    private Likelihood? Likelihood(TextSpan? span)
    {
        if (Words(span) is not { } words) return null;
        return LikelihoodScale.Find(words.In(report.Text)) is var (scale, low, high)
            ? new(words, scale.Name, low, high)
            : new(words, null, null, null);
    }

    private Count? Count(Quantity? found) => found is null ? null : new(found.Low, found.High, Words([found.Span]));

    private TimeReference? Time(TextSpan? span) => span is { } words ? new(Words([words]), times.In(words)) : null;

    private Evidence? Words(TextSpan? span) => span is { } known ? Words([known]) : null;

    // A rule may find its stretches in any order, or two that touch on the same words; the ledger wants them tidy.
    private Evidence Words(ImmutableArray<TextSpan> spans)
    {
        var tidy = ImmutableArray.CreateBuilder<TextSpan>(spans.Length);
        foreach (var span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (tidy.Count > 0 && tidy[^1].Overlaps(span)) tidy[^1] = tidy[^1].Cover(span);
            else tidy.Add(span);
        }

        return new(report, tidy.ToImmutable());
    }
}
