namespace Heliograph.Training.Networks;

/// <summary>Cuts what is learnt from into batches of about one size.</summary>
internal static class LengthBatches
{
    /// <summary>Batches in the order given, each closed once it holds enough words; within a batch the longest comes first.</summary>
    /// <param name="items">What is to be cut, best sorted by length, so that a batch holds items of about one length.</param>
    /// <param name="length">The words of one; 1 or more.</param>
    /// <param name="words">Words after which a batch is closed.</param>
    public static List<T[]> Of<T>(IReadOnlyList<T> items, Func<T, int> length, int words)
    {
        var batches = new List<T[]>();
        var batch = new List<T>();
        var held = 0;
        foreach (var item in items)
        {
            batch.Add(item);
            held += length(item);
            if (held < words) continue;
            Close();
        }

        if (batch.Count > 0) Close();
        return batches;

        void Close()
        {
            batches.Add([.. batch.OrderByDescending(length)]);
            batch.Clear();
            held = 0;
        }
    }
}
