using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Scores the events found in a sentence against the one that is marked in it.</summary>
public static class DeedScorer
{
    /// <summary>Scores one sentence.</summary>
    /// <param name="gold">What is marked.</param>
    /// <param name="found">The events found, in text order.</param>
    /// <returns>The tallies of this sentence, and the found event that was held against the gold, or null.</returns>
    public static (DeedScores Scores, Event? Best) Score(GoldDeed gold, ImmutableArray<Event> found)
    {
        var best = found.OrderByDescending(entry => Rank(gold, entry)).FirstOrDefault(); // stable: the first of equals
        var isThere = best is not null && SharesWords(gold, best);
        var others = found.Count(entry => entry != best && !SharesWords(gold, entry));
        var one = best is null ? 0 : 1;
        var (phrase, type) = (isThere ? 1 : 0, isThere && best!.Type == gold.Type ? 1 : 0);
        return (new()
        {
            Phrase = new(1, one, phrase),
            Type = new(1, one, type),
            Actor = Arguments(gold.Actors, best?.Actors ?? [], isThere),
            Recipient = Arguments(gold.Recipients, best?.Recipients ?? [], isThere),
            PhraseOfAll = new(1, one + others, phrase),
            TypeOfAll = new(1, one + others, type),
        }, best);
    }

    private static int Rank(GoldDeed gold, Event entry)
    {
        if (!SharesWords(gold, entry)) return 0;
        return 8 + (entry.Type == gold.Type ? 4 : 0)
            + (Shared(gold.Actors, entry.Actors) > 0 ? 2 : 0) + (Shared(gold.Recipients, entry.Recipients) > 0 ? 1 : 0);
    }

    private static bool SharesWords(GoldDeed gold, Event entry) => entry.Trigger.Any(span => gold.Phrase.Any(span.Overlaps));

    private static Tally Arguments(ImmutableArray<TextSpan> gold, ImmutableArray<Argument> found, bool isThere) =>
        new(gold.Length, found.Length, isThere ? Shared(gold, found) : 0);

    // Each gold argument with at most one found one, in text order
    private static int Shared(ImmutableArray<TextSpan> gold, ImmutableArray<Argument> found)
    {
        var taken = new bool[found.Length];
        var shared = 0;
        foreach (var span in gold)
        {
            for (var i = 0; i < found.Length; i++)
            {
                if (taken[i] || !found[i].Span.Overlaps(span)) continue;
                (taken[i], shared) = (true, shared + 1);
                break;
            }
        }

        return shared;
    }
}
