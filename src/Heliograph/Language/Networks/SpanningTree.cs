namespace Heliograph.Language.Networks;

/// <summary>The best tree over a sentence, given a score for every pair of word and head.</summary>
/// <remarks>
/// Takes the best head of each word where that is a tree with one root, as it nearly always is; otherwise the maximum
/// spanning tree of Chu and Liu 1965 and Edmonds 1967, once for each of the most promising roots.
/// </remarks>
internal static class SpanningTree
{
    private const int MaxRoots = 8; // roots tried; the right one is nearly always among the first two

    /// <summary>Finds the tree.</summary>
    /// <param name="scores">One row a word; element 0 is the score of the root as its head, element h + 1 that of word h.</param>
    /// <param name="heads">Filled with the head of each word: 0 for the root, else 1 + the number of the word; not empty.</param>
    /// <param name="reached">Room for one number a word.</param>
    public static void Decode(ReadOnlySpan<float> scores, Span<int> heads, Span<int> reached)
    {
        var length = heads.Length;
        for (var t = 0; t < length; t++)
        {
            var row = scores.Slice(t * (length + 1), length + 1);
            var best = 0;
            for (var h = 1; h <= length; h++)
            {
                if (h != t + 1 && row[h] > row[best]) best = h;
            }

            heads[t] = best;
        }

        if (!IsTree(heads, reached)) Best(scores, length).CopyTo(heads);
    }

    private static bool IsTree(ReadOnlySpan<int> heads, Span<int> reached)
    {
        if (heads.Count(0) != 1) return false;
        reached.Clear(); // the walk that reached the word, from 1
        for (var t = 0; t < heads.Length; t++)
        {
            var at = t;
            while (reached[at] == 0)
            {
                reached[at] = t + 1;
                if (heads[at] == 0) break;
                at = heads[at] - 1;
            }

            if (reached[at] == t + 1 && heads[at] != 0) return false;
        }

        return true;
    }

    private static int[] Best(ReadOnlySpan<float> scores, int length)
    {
        var roots = new int[length];
        var advantage = new float[length];
        for (var t = 0; t < length; t++)
        {
            var row = scores.Slice(t * (length + 1), length + 1);
            var best = float.NegativeInfinity;
            for (var h = 1; h <= length; h++)
            {
                if (h != t + 1) best = Math.Max(best, row[h]);
            }

            (roots[t], advantage[t]) = (t, best - row[0]);
        }

        Array.Sort(advantage, roots, Comparer<float>.Default);
        int[]? winner = null;
        var highest = double.NegativeInfinity;
        for (var i = 0; i < Math.Min(MaxRoots, length); i++)
        {
            var heads = Tree(scores, length, roots[i]);
            var total = 0.0;
            for (var t = 0; t < length; t++) total += scores[t * (length + 1) + heads[t]];
            if (winner is not null && total <= highest) continue;
            (winner, highest) = (heads, total);
        }

        return winner!;
    }

    // The maximum spanning tree below a given root word. Nodes are words; the root word takes no head.
    private static int[] Tree(ReadOnlySpan<float> scores, int length, int root)
    {
        var weights = new double[length, length]; // [dependent, head]
        for (var t = 0; t < length; t++)
        {
            for (var h = 0; h < length; h++) weights[t, h] = scores[t * (length + 1) + h + 1];
        }

        var parents = Contract(weights, length, root);
        var heads = new int[length];
        for (var t = 0; t < length; t++) heads[t] = t == root ? 0 : parents[t] + 1;
        return heads;
    }

    private static int[] Contract(double[,] weights, int count, int root)
    {
        var parent = new int[count];
        for (var t = 0; t < count; t++)
        {
            var best = -1;
            for (var h = 0; h < count && t != root; h++)
            {
                if (h != t && (best < 0 || weights[t, h] > weights[t, best])) best = h;
            }

            parent[t] = best;
        }

        var cycle = Cycle(parent, root);
        if (cycle is null) return parent;

        // The cycle becomes one node, the last of a smaller graph.
        var inCycle = new bool[count];
        foreach (var node in cycle) inCycle[node] = true;
        var outer = Enumerable.Range(0, count).Where(node => !inCycle[node]).ToArray();
        var small = outer.Length + 1;
        var merged = new double[small, small];
        var enter = new int[small]; // for each head outside: the word of the cycle that it would take over
        var leave = new int[small]; // for each dependent outside: the word of the cycle that would be its head
        for (var i = 0; i < outer.Length; i++)
        {
            for (var j = 0; j < outer.Length; j++) merged[i, j] = weights[outer[i], outer[j]];
            var (bestIn, bestOut) = (double.NegativeInfinity, double.NegativeInfinity);
            foreach (var node in cycle)
            {
                var gain = weights[node, outer[i]] - weights[node, parent[node]];
                if (gain > bestIn) (bestIn, enter[i]) = (gain, node);
                if (weights[outer[i], node] > bestOut) (bestOut, leave[i]) = (weights[outer[i], node], node);
            }

            merged[small - 1, i] = bestIn;
            merged[i, small - 1] = bestOut;
        }

        var solved = Contract(merged, small, Array.IndexOf(outer, root));
        var result = new int[count];
        for (var i = 0; i < outer.Length; i++)
        {
            result[outer[i]] = solved[i] < 0 ? -1 : solved[i] == small - 1 ? leave[i] : outer[solved[i]];
        }

        foreach (var node in cycle) result[node] = parent[node];
        var from = solved[small - 1];
        result[enter[from]] = outer[from];
        return result;
    }

    private static List<int>? Cycle(int[] parent, int root)
    {
        var reached = new int[parent.Length];
        for (var t = 0; t < parent.Length; t++)
        {
            var at = t;
            while (at != root && reached[at] == 0)
            {
                reached[at] = t + 1;
                at = parent[at];
            }

            if (at == root || reached[at] != t + 1) continue;
            var cycle = new List<int>();
            var node = at;
            do
            {
                cycle.Add(node);
                node = parent[node];
            }
            while (node != at);
            return cycle;
        }

        return null;
    }
}
