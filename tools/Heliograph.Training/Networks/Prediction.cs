namespace Heliograph.Training.Networks;

/// <summary>What a network makes of one sentence, beside what it has to learn.</summary>
internal sealed class Prediction(int length)
{
    public byte[] Tags { get; } = new byte[length];
    public byte[] TreebankTags { get; } = new byte[length];
    public byte[] Names { get; } = new byte[length];

    /// <summary>One row a word, one score a head: 0 the root, then the words.</summary>
    public float[] Arcs { get; } = new float[length * (length + 1)];
    public int[] Heads { get; set; } = [];
    public byte[] Deprels { get; } = new byte[length];
}
