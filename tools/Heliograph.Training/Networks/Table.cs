namespace Heliograph.Training.Networks;

/// <summary>A table of embeddings: learnt row by row, only those that a batch touches.</summary>
internal sealed class Table(string name, int rows, int width)
{
    public string Name => name;
    public int Rows => rows;
    public int Width => width;
    public float[] Values { get; } = new float[rows * width];
    public float[] Average { get; } = new float[rows * width];
    public float[] First { get; } = new float[rows * width];
    public float[] Second { get; } = new float[rows * width];
}
