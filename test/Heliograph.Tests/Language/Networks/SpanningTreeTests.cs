using CsCheck;
using Heliograph.Language.Networks;

namespace Heliograph.Tests.Language.Networks;

public class SpanningTreeTests
{
    private static readonly Gen<float[]> Scores =
        from length in Gen.Int[1, 5]
        from scores in Gen.Int[-20, 20].Select(n => (float)n).Array[length * (length + 1)]
        select scores;

    [Fact]
    public void Is_the_best_of_all_trees_with_one_root() =>
        Scores.Sample(scores =>
        {
            var length = Length(scores);
            var heads = new int[length];
            SpanningTree.Decode(scores, heads, new int[length]);

            var best = AllHeads(length).Where(IsTree).Max(tree => Total(scores, tree));
            return IsTree(heads) && Math.Abs(Total(scores, heads) - best) < 1e-6;
        });

    [Fact]
    public void Is_a_tree_with_one_root_however_long_the_sentence() =>
        (from seed in Gen.Int from length in Gen.Int[150, 260] select (seed, length)).Sample(
            sentence =>
            {
                var random = new Random(sentence.seed);
                var scores = new float[sentence.length * (sentence.length + 1)];
                for (var i = 0; i < scores.Length; i++) scores[i] = random.Next(-20, 20);
                var heads = new int[sentence.length];
                SpanningTree.Decode(scores, heads, new int[sentence.length]);
                return IsTree(heads);
            },
            iter: 20);

    private static int Length(float[] scores) => (int)Math.Sqrt(scores.Length);

    private static IEnumerable<int[]> AllHeads(int length)
    {
        var heads = new int[length];
        while (true)
        {
            yield return heads;
            var at = 0;
            while (at < length && heads[at] == length) heads[at++] = 0;
            if (at == length) yield break;
            heads[at]++;
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head == 0) != 1) return false;
        for (var t = 0; t < heads.Length; t++)
        {
            var at = t;
            for (var steps = 0; heads[at] != 0; steps++)
            {
                if (steps > heads.Length) return false;
                at = heads[at] - 1;
            }
        }

        return true;
    }

    private static double Total(float[] scores, int[] heads) => heads.Select((head, t) => (double)scores[t * (heads.Length + 1) + head]).Sum();
}
