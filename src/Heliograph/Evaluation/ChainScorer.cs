using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>Scores chains of mentions with the measures of the CoNLL shared tasks: MUC, B³ and CEAF-φ4.</summary>
/// <remarks>
/// Two mentions are the same when their spans are, both ends to the character; give the span of the head to compare by
/// heads. A span that stands in two chains of one side counts in the first. Chains of one mention are to be left out
/// before on both sides.
/// </remarks>
public static class ChainScorer
{
    /// <summary>Scores the chains of one text.</summary>
    public static ChainScores Score(
        IReadOnlyList<ImmutableArray<TextSpan>> gold, IReadOnlyList<ImmutableArray<TextSpan>> system)
    {
        var (left, right) = (Places(gold), Places(system));
        var goldSizes = Sizes(left, gold.Count);
        var systemSizes = Sizes(right, system.Count);
        var shared = new Dictionary<(int Gold, int System), int>(); // how many mentions two chains have in common
        var both = 0;
        foreach (var (span, g) in left)
        {
            if (!right.TryGetValue(span, out var s)) continue;
            both++;
            shared[(g, s)] = shared.GetValueOrDefault((g, s)) + 1;
        }

        return new()
        {
            Mentions = new(both, right.Count, both, left.Count),
            Muc = Muc(goldSizes, systemSizes, shared),
            BCubed = new(
                shared.Sum(pair => (double)pair.Value * pair.Value / systemSizes[pair.Key.System]), right.Count,
                shared.Sum(pair => (double)pair.Value * pair.Value / goldSizes[pair.Key.Gold]), left.Count),
            Ceaf = Ceaf(goldSizes, systemSizes, shared),
        };
    }

    private static Dictionary<TextSpan, int> Places(IReadOnlyList<ImmutableArray<TextSpan>> chains)
    {
        var places = new Dictionary<TextSpan, int>();
        for (var i = 0; i < chains.Count; i++)
        {
            foreach (var span in chains[i]) places.TryAdd(span, i);
        }

        return places;
    }

    private static int[] Sizes(Dictionary<TextSpan, int> places, int count)
    {
        var sizes = new int[count];
        foreach (var chain in places.Values) sizes[chain]++;
        return sizes;
    }

    // The links a chain needs, less those it loses where the other side has it in several parts.
    private static Ratio Muc(int[] gold, int[] system, Dictionary<(int Gold, int System), int> shared)
    {
        var goldParts = (int[])gold.Clone(); // a mention that the other side lacks is a part of its own
        var systemParts = (int[])system.Clone();
        foreach (var (pair, count) in shared)
        {
            goldParts[pair.Gold] -= count - 1;
            systemParts[pair.System] -= count - 1;
        }

        return new(Links(system, systemParts), Needed(system), Links(gold, goldParts), Needed(gold));

        static double Links(int[] sizes, int[] parts) => sizes.Select((size, i) => size - parts[i]).Sum();
        static double Needed(int[] sizes) => sizes.Sum(size => Math.Max(0, size - 1));
    }

    private static Ratio Ceaf(int[] gold, int[] system, Dictionary<(int Gold, int System), int> shared)
    {
        var weights = new double[gold.Length, system.Length];
        foreach (var (pair, count) in shared)
        {
            weights[pair.Gold, pair.System] = 2.0 * count / (gold[pair.Gold] + system[pair.System]);
        }

        var best = Assignment.Best(weights);
        return new(best, system.Count(size => size > 0), best, gold.Count(size => size > 0));
    }
}
