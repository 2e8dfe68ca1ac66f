namespace Heliograph.Evaluation;

/// <summary>Pairs gold entries with found ones, each at most once.</summary>
internal static class Pairing
{
    /// <summary>Takes the pair of the highest rank, then the next of those that are left. Of equal pairs, the earlier.</summary>
    /// <param name="gold">The gold entries.</param>
    /// <param name="found">The entries found.</param>
    /// <param name="compare">Tells how the two agree.</param>
    /// <param name="rank">Tells how well; 0 where the two are no pair at all.</param>
    /// <returns>One element a gold entry: its pair, or null.</returns>
    public static TMatch?[] BestFirst<TGold, TFound, TMatch>(
        IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, TFound, TMatch> compare, Func<TMatch, int> rank)
        where TMatch : class
    {
        var pairs =
            from g in Enumerable.Range(0, gold.Count)
            from f in Enumerable.Range(0, found.Count)
            let match = compare(gold[g], found[f])
            let worth = rank(match)
            where worth > 0
            orderby worth descending, g, f
            select (g, f, match);

        var matches = new TMatch?[gold.Count];
        var taken = new bool[found.Count];
        foreach (var (g, f, match) in pairs)
        {
            if (matches[g] is not null || taken[f]) continue;
            (matches[g], taken[f]) = (match, true);
        }

        return matches;
    }
}
