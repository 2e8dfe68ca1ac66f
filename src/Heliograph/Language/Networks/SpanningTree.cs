using System.Buffers;

namespace Heliograph.Language.Networks;

/// <summary>The best tree over a sentence, given a score for every pair of word and head.</summary>
/// <remarks>
/// Takes the best head of each word where that is a tree with one root, as it nearly always is; otherwise the maximum
/// spanning tree of Chu and Liu 1965 and Edmonds 1967, once for each root that could still be the best, within bounds.
/// </remarks>
internal static class SpanningTree
{
    // Bounds of the exact search, which a page of signs in place of words could keep busy for minutes. Unit: words; a longer sentence,
    // which hardly any writer reaches, has its cycles broken one by one.
    private const int LongestExact = 120;

    // Unit: pairs of words over all roots that are tried: every root of a sentence of up to 34 words, the most promising ones of a longer.
    private const int MostPairs = 40_000;

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

        if (IsTree(heads, reached)) return;
        if (length <= LongestExact) Best(scores, heads);
        else Mend(scores, heads, reached);
    }

    // The likeliest root takes the others below it, and of each cycle the word that loses least by it.
    private static void Mend(ReadOnlySpan<float> scores, Span<int> heads, Span<int> reached)
    {
        var length = heads.Length;
        var root = 0;
        for (var t = 1; t < length; t++)
        {
            if (scores[t * (length + 1)] > scores[root * (length + 1)]) root = t;
        }

        for (var t = 0; t < length; t++)
        {
            if (t == root) heads[t] = 0;
            else if (heads[t] == 0) heads[t] = root + 1;
        }

        reached.Clear(); // the walk that reached the word, from 1
        for (var t = 0; t < length; t++)
        {
            var at = t;
            while (at != root && reached[at] == 0)
            {
                reached[at] = t + 1;
                at = heads[at] - 1;
            }

            if (at == root || reached[at] != t + 1) continue;
            var (cheapest, node) = (at, at);
            do
            {
                if (Loss(scores, heads, node, root) < Loss(scores, heads, cheapest, root)) cheapest = node;
                node = heads[node] - 1;
            }
            while (node != at);
            heads[cheapest] = root + 1;
        }
    }

    private static float Loss(ReadOnlySpan<float> scores, ReadOnlySpan<int> heads, int word, int root)
    {
        var row = scores.Slice(word * (heads.Length + 1), heads.Length + 1);
        return row[heads[word]] - row[root + 1];
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

    // Tries roots in order of promise, as long as one could still beat the best tree found.
    private static void Best(ReadOnlySpan<float> scores, Span<int> heads)
    {
        var length = heads.Length;
        var integers = ArrayPool<int>.Shared.Rent(2 * length);
        var losses = ArrayPool<double>.Shared.Rent(length); // what the free choice of heads loses when the word is the root
        var roots = integers.AsSpan(0, length);
        var tree = integers.AsSpan(length, length);
        var free = 0.0;
        for (var t = 0; t < length; t++)
        {
            var row = scores.Slice(t * (length + 1), length + 1);
            var best = float.NegativeInfinity;
            for (var h = 1; h <= length; h++)
            {
                if (h != t + 1) best = Math.Max(best, row[h]);
            }

            if (length == 1) best = row[0];
            (roots[t], losses[t]) = (t, best - row[0]);
            free += best;
        }

        losses.AsSpan(0, length).Sort(roots);
        var highest = double.NegativeInfinity;
        var most = Math.Min(length, Math.Max(2, MostPairs / (length * length)));
        for (var i = 0; i < most && (i == 0 || free - losses[i] > highest); i++)
        {
            Tree(scores, roots[i], tree);
            var total = 0.0;
            for (var t = 0; t < length; t++) total += scores[t * (length + 1) + tree[t]];
            if (i > 0 && total <= highest) continue;
            highest = total;
            tree.CopyTo(heads);
        }

        ArrayPool<int>.Shared.Return(integers);
        ArrayPool<double>.Shared.Return(losses);
    }

    // The maximum spanning tree below a given root word, in heads counted from 1.
    private static void Tree(ReadOnlySpan<float> scores, int root, Span<int> heads)
    {
        var length = heads.Length;
        var weights = ArrayPool<double>.Shared.Rent(length * length); // row: dependent, column: head
        for (var t = 0; t < length; t++)
        {
            for (var h = 0; h < length; h++) weights[t * length + h] = scores[t * (length + 1) + h + 1];
        }

        Contract(weights, length, root, heads);
        ArrayPool<double>.Shared.Return(weights);
        for (var t = 0; t < length; t++) heads[t] = t == root ? 0 : heads[t] + 1;
    }

    private static void Contract(double[] weights, int count, int root, Span<int> parent)
    {
        for (var t = 0; t < count; t++)
        {
            var best = -1;
            for (var h = 0; h < count && t != root; h++)
            {
                if (h != t && (best < 0 || weights[t * count + h] > weights[t * count + best])) best = h;
            }

            parent[t] = best;
        }

        var integers = ArrayPool<int>.Shared.Rent(5 * (count + 1));
        var cycle = integers.AsSpan(0, count);
        var reached = integers.AsSpan(count, count);
        cycle = cycle[..Cycle(parent, root, reached, cycle)];
        if (cycle.Length > 0)
        {
            // The cycle becomes one node, the last of a smaller graph.
            var outer = integers.AsSpan(2 * count, count - cycle.Length);
            var next = 0;
            for (var node = 0; node < count; node++)
            {
                if (!cycle.Contains(node)) outer[next++] = node;
            }

            Merge(weights, count, root, parent, cycle, outer, integers.AsSpan(3 * count, 2 * count));
        }

        ArrayPool<int>.Shared.Return(integers);
    }

    private static void Merge(
        double[] weights, int count, int root, Span<int> parent, ReadOnlySpan<int> cycle, ReadOnlySpan<int> outer, Span<int> room)
    {
        var small = outer.Length + 1;
        var merged = ArrayPool<double>.Shared.Rent(small * small);
        var enter = room[..small]; // for each head outside: the word of the cycle that it would take over
        var leave = room.Slice(count, small); // for each dependent outside: the word of the cycle that would be its head
        for (var i = 0; i < outer.Length; i++)
        {
            for (var j = 0; j < outer.Length; j++) merged[i * small + j] = weights[outer[i] * count + outer[j]];
            var (bestIn, bestOut) = (double.NegativeInfinity, double.NegativeInfinity);
            foreach (var node in cycle)
            {
                var gain = weights[node * count + outer[i]] - weights[node * count + parent[node]];
                if (gain > bestIn) (bestIn, enter[i]) = (gain, node);
                if (weights[outer[i] * count + node] > bestOut) (bestOut, leave[i]) = (weights[outer[i] * count + node], node);
            }

            merged[(small - 1) * small + i] = bestIn;
            merged[i * small + small - 1] = bestOut;
        }

        var integers = ArrayPool<int>.Shared.Rent(small);
        var solved = integers.AsSpan(0, small);
        Contract(merged, small, outer.IndexOf(root), solved);
        for (var i = 0; i < outer.Length; i++)
        {
            parent[outer[i]] = solved[i] < 0 ? -1 : solved[i] == small - 1 ? leave[i] : outer[solved[i]];
        }

        var from = solved[small - 1];
        parent[enter[from]] = outer[from];
        ArrayPool<int>.Shared.Return(integers);
        ArrayPool<double>.Shared.Return(merged);
    }

    // Fills in the nodes of a cycle and tells how many there are; 0 where there is none.
    private static int Cycle(ReadOnlySpan<int> parent, int root, Span<int> reached, Span<int> cycle)
    {
        reached.Clear();
        for (var t = 0; t < parent.Length; t++)
        {
            var at = t;
            while (at != root && reached[at] == 0)
            {
                reached[at] = t + 1;
                at = parent[at];
            }

            if (at == root || reached[at] != t + 1) continue;
            var count = 0;
            var node = at;
            do
            {
                cycle[count++] = node;
                node = parent[node];
            }
            while (node != at);
            return count;
        }

        return 0;
    }
}
