using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Scores the type that was found for two given parties.</summary>
/// <remarks>
/// The event taken for a pair is the first whose actor overlaps the source and whose recipient overlaps the target; else
/// the first that has either; else none, which counts as missed. Nothing of the gold is shown to the reader of the text.
/// </remarks>
public static class PairScorer
{
    /// <summary>Takes the answer for one pair.</summary>
    /// <param name="gold">The pair.</param>
    /// <param name="found">The events found in its sentence, in text order.</param>
    /// <returns>The event taken, or null, and whether some event has both parties and the right type.</returns>
    public static (GoldPair Gold, Event? Found, bool Whole) Answer(GoldPair gold, ImmutableArray<Event> found)
    {
        var both = found.Where(entry => Overlap(entry.Actors, gold.Source) && Overlap(entry.Recipients, gold.Target)).ToList();
        var either = found.FirstOrDefault(entry => Overlap(entry.Actors, gold.Source) || Overlap(entry.Recipients, gold.Target));
        return (gold, both.FirstOrDefault() ?? either, both.Any(entry => GoldPair.TypeOf(entry.Type) == gold.Type));
    }

    private static bool Overlap(ImmutableArray<Argument> arguments, ImmutableArray<TextSpan> spans) =>
        arguments.Any(argument => spans.Any(argument.Span.Overlaps));
}
