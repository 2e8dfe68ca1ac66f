using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Evaluation;

/// <summary>Scores who is meant by marked words: the id, the code of the state and the sector, each for itself.</summary>
/// <remarks>An answer where the gold has none counts as found and wrong; no answer where the gold has one as missed.</remarks>
public static class ActorScorer
{
    /// <summary>What the linker says of the words of a gold actor; null where it says nothing.</summary>
    public static ActorLink? Answer(
        GoldActor gold, Document document, ImmutableArray<Attribution> statements, ImmutableArray<Event> events, ActorRegister register)
    {
        var chains = Coreference.Find(document, Spoken.Of(statements).AsSpan());
        var links = ActorLinker.Link(
            document, chains, gold.Date, register, DocumentPlaces.Of(PlaceIndex.Shipped, document), DocumentTimes.Of(document, gold.Date));
        if (HeadOf(document, gold.Words) is not (>= 0 and var head)) return null;
        var speaks = statements.Any(found => found.SourceHead == head)
            || events.Any(found => found.IsOfWords && found.Actors.Concat(found.Recipients).Any(one => one.Head == head));
        for (var i = 0; i < document.Names.Length; i++)
        {
            if (document.Names[i].Tokens.Contains(head)) return (speaks ? links.OfCapital(head) : null) ?? links.OfName(i);
        }

        if (Apposed(document, head) is { } name && links.OfName(name) is { } apposed) return apposed;
        for (var i = 0; i < chains.Length; i++)
        {
            if (chains[i].Mentions.Any(mention => mention.Head == head) && links.OfChain(i) is { } link) return link;
        }

        return links.OfPhrase(head);
    }

    /// <summary>The tallies of one answer.</summary>
    public static ImmutableArray<(string Metric, Tally Tally)> Score(GoldActor gold, ActorLink? answer)
    {
        var rows = ImmutableArray.CreateBuilder<(string, Tally)>();
        if (gold.Id != "") rows.Add(("Actor", Of(gold.Id, answer?.Id)));
        rows.Add(("Code", Of(gold.Code, answer?.Code)));
        rows.Add(("Sector", Of(gold.Sector, answer?.Sector)));
        return rows.ToImmutable();
    }

    private static Tally Of(string? gold, string? found) =>
        new(gold is null ? 0 : 1, found is null ? 0 : 1, gold is not null && gold == found ? 1 : 0);

    private static int? Apposed(Document document, int head)
    {
        for (var i = 0; i < document.Names.Length; i++)
        {
            if (document.Names[i].Type != NameType.Person) continue;
            var own = HeadOf(document, document.SpanOf(document.Names[i].Tokens));
            if (own >= 0 && (document.Heads[own] == head && document.Deprels[own] is Deprel.Appos or Deprel.Flat
                || (document.Heads[head] == own && document.Deprels[head] == Deprel.Appos))) return i;
        }

        return null;
    }

    // The token inside the words that hangs highest.
    private static int HeadOf(Document document, TextSpan words)
    {
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (!document.Tokens[i].Overlaps(words) || (document.Tags[i] == PartOfSpeech.Det && document.Tokens[i].End < words.End)) continue;
            var token = i;
            while (document.Heads[token] != token && document.Tokens[document.Heads[token]].Overlaps(words)) token = document.Heads[token];
            return token;
        }

        return -1;
    }
}
