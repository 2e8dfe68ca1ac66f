using System.Runtime.InteropServices;
using System.Text;
using Heliograph.Language.Networks;

namespace Heliograph.Tests.Language.Networks;

/// <summary>An encoder with seeded random weights, as a file and as numbers.</summary>
internal sealed class MadeEncoder
{
    private static readonly string[] Words = ["gunmen", "attacked", "the", "town", "river", "##men", "##ed"];

    private readonly Random _random;

    public MadeEncoder(int seed, int heads = 2, int inner = 128, int layers = 2)
    {
        _random = new(seed);
        (Heads, Inner, Width) = (heads, inner, heads * 32);
        var letters = Enumerable.Range('a', 26).Select(c => ((char)c).ToString()).ToArray();
        Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", .. letters, .. letters.Select(letter => "##" + letter), .. Words, ".", ",", "“", "”"];
        Pieces = new(this, Vocabulary.Length, Width, rowScales: true);
        Positions = Floats(EncoderWindows.MaxPieces * Width, 0, 0.3);
        Cases = Floats(LetterCase.Count * Width, 0, 0.3);
        Norm = new(this);
        Layers = [.. Enumerable.Range(0, layers).Select(_ => new Layer(this))];
        Mix = Floats(layers, 0.5, 0.3);
    }

    public int Heads { get; }

    public int Width { get; }

    public int Inner { get; }

    public string[] Vocabulary { get; }

    public Bytes Pieces { get; }

    public float[] Positions { get; }

    public float[] Cases { get; }

    public Scaling Norm { get; }

    public Layer[] Layers { get; }

    public float[] Mix { get; }

    /// <summary>The file.</summary>
    public byte[] ToFile()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(ModelReader.Magic);
        writer.Write(ModelReader.Version);
        WriteText("made-encoder");
        foreach (var number in (int[])[Width, Layers.Length, Heads, Inner, EncoderWindows.MaxPieces, LetterCase.Count, Vocabulary.Length]) writer.Write(number);
        foreach (var piece in Vocabulary) WriteText(piece);
        writer.Write(Vocabulary.Length);
        writer.Write(Width);
        WriteArray<float>(Pieces.Scales);
        WriteArray<sbyte>(Pieces.Values);
        WriteArray<float>(Positions);
        WriteArray<float>(Cases);
        WriteNorm(Norm);
        foreach (var layer in Layers)
        {
            WriteLayer(layer.Projected);
            WriteLayer(layer.Output);
            WriteNorm(layer.Attended);
            WriteLayer(layer.InnerWeights);
            WriteLayer(layer.Outer);
            WriteNorm(layer.Normalised);
        }

        WriteArray<float>(Mix);
        return stream.ToArray();

        void WriteText(string text)
        {
            writer.Write(Encoding.UTF8.GetByteCount(text));
            writer.Write(Encoding.UTF8.GetBytes(text));
        }

        void WriteNorm(Scaling norm)
        {
            WriteArray<float>(norm.Gamma);
            WriteArray<float>(norm.Beta);
        }

        void WriteLayer(Bytes layer)
        {
            var packed = new sbyte[layer.Values.Length];
            for (var i = 0; i < packed.Length; i++) packed[IntegerProduct.Place(i / layer.Columns, i % layer.Columns, layer.Rows)] = layer.Values[i];
            writer.Write(layer.Rows);
            writer.Write(layer.Columns);
            WriteArray<float>(layer.Scales);
            WriteArray<float>(layer.Bias);
            WriteArray<sbyte>(packed);
        }

        void WriteArray<T>(ReadOnlySpan<T> values) where T : unmanaged
        {
            while (stream.Position % 64 != 0) writer.Write((byte)0);
            writer.Write(MemoryMarshal.AsBytes(values));
        }
    }

    private float[] Floats(int count, double mean, double spread) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(mean + spread * (2 * _random.NextDouble() - 1)))];

    /// <summary>A matrix of bytes with one scale a column or, where it is a table, a row.</summary>
    internal sealed class Bytes
    {
        private readonly bool _rowScales;

        public Bytes(MadeEncoder made, int rows, int columns, bool rowScales = false)
        {
            (Rows, Columns, _rowScales) = (rows, columns, rowScales);
            Values = [.. Enumerable.Range(0, rows * columns).Select(_ => (sbyte)made._random.Next(-127, 128))];
            var size = rowScales ? 0.01 : 2 / (127 * Math.Sqrt(rows));
            Scales = made.Floats(rowScales ? rows : columns, size, size / 2);
            Bias = made.Floats(columns, 0, 0.2);
        }

        public int Rows { get; }

        public int Columns { get; }

        public sbyte[] Values { get; }

        public float[] Scales { get; }

        public float[] Bias { get; }

        public double this[int row, int column] => Values[row * Columns + column] * (double)Scales[_rowScales ? row : column];
    }

    /// <summary>What a normalised row is multiplied with, and what is added.</summary>
    internal sealed class Scaling(MadeEncoder made)
    {
        public float[] Gamma { get; } = made.Floats(made.Width, 1, 0.3);

        public float[] Beta { get; } = made.Floats(made.Width, 0, 0.3);
    }

    /// <summary>The weights of one layer.</summary>
    internal sealed class Layer(MadeEncoder made)
    {
        public Bytes Projected { get; } = new(made, made.Width, 3 * made.Width);

        public Bytes Output { get; } = new(made, made.Width, made.Width);

        public Scaling Attended { get; } = new(made);

        public Bytes InnerWeights { get; } = new(made, made.Width, made.Inner);

        public Bytes Outer { get; } = new(made, made.Inner, made.Width);

        public Scaling Normalised { get; } = new(made);
    }
}
