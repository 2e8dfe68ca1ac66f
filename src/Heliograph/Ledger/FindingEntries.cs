using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Ledger;

/// <summary>Turns single findings into entries that have neither voice nor id yet.</summary>
internal sealed class FindingEntries(Report report, LocalActors actors)
{
    public StatementEntry Of(Attribution found)
    {
        var source = found.Source.IsEmpty || found.SourceHead is not { } head ? null : Participant(found.Source, head);
        return Of(found, source);
    }

    private StatementEntry Of(Attribution found, Participant? source) => new()
    {
        Report = report.Id,
        Source = source,
        // "she" or "the minister", when the report gives her name elsewhere
        Naming = found.Naming == Naming.Unnamed && source?.Name is not null ? Naming.Named : found.Naming,
        Cue = Words(found.Cue),
        Content = Words(found.Content),
        Manner = found.Manner,
        Act = found.Act,
        Venue = Words(found.Venue),
        Time = Words(found.Time),
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
        Actors = [.. found.Actors.Select(actor => Participant([actor.Span], actor.Head))],
        Recipients = [.. found.Recipients.Select(recipient => Participant([recipient.Span], recipient.Head))],
        Places = [.. found.Places.Select(place => Words([place.Span]))],
        Time = Words(found.Time),
        Factuality = found.Factuality,
        Likelihood = Likelihood(found.Likelihood),
        Killed = Count(found.Killed),
        Injured = Count(found.Injured),
        Arrested = Count(found.Arrested),
        Displaced = Count(found.Displaced),
        Rule = found.Rule,
    };

    private Participant Participant(ImmutableArray<TextSpan> spans, int head)
    {
        var words = Words(spans);
        var actor = actors.Of(head, words.Cover);
        return new(words, actor?.Id, actor?.Name);
    }

    private Likelihood? Likelihood(TextSpan? span)
    {
        if (Words(span) is not { } words) return null;
        return LikelihoodScale.Find(words.In(report.Text)) is var (scale, low, high)
            ? new(words, scale.Name, low, high)
            : new(words, null, null, null);
    }

    private Count? Count(Quantity? found) => found is null ? null : new(found.Low, found.High, Words([found.Span]));

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
