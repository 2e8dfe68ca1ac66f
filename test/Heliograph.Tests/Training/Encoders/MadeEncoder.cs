using System.Runtime.InteropServices;
using System.Text;
using Heliograph.Training.Encoders;
using Heliograph.Training.Networks;

namespace Heliograph.Tests.Training.Encoders;

/// <summary>An encoder of the real shape with random weights and a vocabulary of a dozen pieces, written as an ONNX file and read again.</summary>
internal static class MadeEncoder
{
    private static readonly string[] Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "they", "left", "rain", "fell", "again", "re", "##bel", "##s"];

    public static PretrainedEncoder Make()
    {
        const int Width = PretrainedEncoder.Width, Inner = PretrainedEncoder.Inner;
        var random = new Randomness(1);
        using var graph = new MemoryStream();
        Tensor("embeddings.word_embeddings.weight", Vocabulary.Length, Width, 1);
        Tensor("embeddings.position_embeddings.weight", PretrainedEncoder.Places, Width, 0.3f);
        Tensor("embeddings.token_type_embeddings.weight", 2, Width, 0.3f);
        Norm("embeddings.LayerNorm");
        for (var layer = 0; layer < PretrainedEncoder.Layers; layer++)
        {
            var name = $"encoder.layer.{layer}.";
            foreach (var part in (string[])["query", "key", "value"]) Tensor($"{name}attention.self.{part}.bias", 1, Width, 0.1f);
            Tensor(name + "attention.output.dense.bias", 1, Width, 0.1f);
            Tensor(name + "intermediate.dense.bias", 1, Inner, 0.1f);
            Tensor(name + "output.dense.bias", 1, Width, 0.1f);
            Norm(name + "attention.output.LayerNorm");
            Norm(name + "output.LayerNorm");
            (int, int)[] shapes = [(Width, Width), (Width, Width), (Width, Width), (Width, Width), (Width, Inner), (Inner, Width)];
            foreach (var (rows, columns) in shapes)
            {
                var matrix = $"matrix{graph.Position}";
                Tensor(matrix, rows, columns, 1 / MathF.Sqrt(rows));
                Write(graph, 1, [.. Field(1, "x"u8), .. Field(1, Encoding.UTF8.GetBytes(matrix)), .. Field(4, "MatMul"u8)]);
            }
        }

        return new(new(Field(7, graph.ToArray())), Vocabulary);

        void Norm(string name)
        {
            Tensor(name + ".weight", 1, Width, 1);
            Tensor(name + ".bias", 1, Width, 0.1f);
        }

        void Tensor(string name, int rows, int columns, float scale)
        {
            var values = new float[rows * columns];
            for (var i = 0; i < values.Length; i++) values[i] = random.Normal() * scale;
            Write(graph, 5, [0x08, .. Varint(rows), 0x08, .. Varint(columns), 0x10, 1, .. Field(8, Encoding.UTF8.GetBytes(name)), .. Field(9, MemoryMarshal.AsBytes(values.AsSpan()))]);
        }
    }

    private static void Write(MemoryStream graph, int number, byte[] bytes) => graph.Write(Field(number, bytes));

    private static byte[] Field(int number, ReadOnlySpan<byte> bytes) => [(byte)(number << 3 | 2), .. Varint(bytes.Length), .. bytes];

    private static byte[] Varint(int value) => value < 0x80 ? [(byte)value] : [(byte)(value & 0x7F | 0x80), .. Varint(value >> 7)];
}
