namespace Heliograph.Training.Networks;

/// <summary>Where the words of a batch of sentences stand: rows by place in the sentence, sentences longest first.</summary>
/// <remarks>Row <c>Offsets[t] + b</c> is word t of sentence b. At place t there are <c>Active[t]</c> sentences.</remarks>
internal sealed class Layout
{
    /// <param name="lengths">Words of each sentence, longest first, all at least one.</param>
    public Layout(IReadOnlyList<int> lengths)
    {
        Lengths = [.. lengths];
        Active = new int[lengths[0]];
        foreach (var length in lengths)
        {
            for (var t = 0; t < length; t++) Active[t]++;
        }

        Offsets = new int[Active.Length + 1];
        for (var t = 0; t < Active.Length; t++) Offsets[t + 1] = Offsets[t] + Active[t];
    }

    public int[] Lengths { get; }

    public int[] Active { get; }

    public int[] Offsets { get; }

    public int Rows => Offsets[^1];

    public int Row(int sentence, int place) => Offsets[place] + sentence;
}
