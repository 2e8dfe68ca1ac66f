using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using Heliograph.Language.Networks;

namespace Heliograph.Training.Networks;

/// <summary>Writes a network in the form that the library reads: weights as whole numbers, packed as the products want them.</summary>
internal sealed unsafe class ModelWriter(BinaryWriter writer, Parameters parameters)
{
    private const float MaxWeight = 2047;
    private static readonly string[] FirstLayer = ["layer0.forward.input", "layer0.backward.input"];

    public static void Write(Network network, NetworkSize size, LabelCounts labels, string name, string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        new ModelWriter(writer, network.Parameters).Write(network, size, labels, name);
    }

    private void Write(Network network, NetworkSize size, LabelCounts labels, string name)
    {
        writer.Write(ModelReader.Magic);
        writer.Write(ModelReader.Version);
        Write(name);
        foreach (var number in (int[])[size.Hidden, size.Layers, size.Arc, size.Label, size.Name]) writer.Write(number);
        foreach (var list in (Labels[])[labels.Tags, labels.TreebankTags, labels.Deprels])
        {
            writer.Write(list.Names.Length);
            foreach (var label in list.Names) Write(label);
        }

        var vectors = network.Words.Vectors;
        writer.Write(vectors.Words.Length);
        WriteArray<ulong>([.. vectors.Words.Select(word => WordFeatures.Hash(word, 0))]);
        WriteTable(vectors.Values, vectors.Words.Length, vectors.Dimensions);
        foreach (var table in network.Parameters.Tables.Where(table => table != network.Words.ClassTable && table != network.Encoder?.Cases)) WriteTable(table.Values, table.Rows, table.Width);

        // The library keeps what the first layer makes of a word, both directions side by side.
        WriteLayer(FirstLayer, 0, network.Words.LettersWidth);
        WriteClasses(network.Words);
        for (var layer = 0; layer < size.Layers; layer++)
        {
            foreach (var direction in (string[])["forward", "backward"])
            {
                if (layer > 0) WriteLayer([$"layer{layer}.{direction}.input"]);
                WriteLayer([$"layer{layer}.{direction}.recurrent"]);
            }
        }

        WriteLayer(["tags", "treebankTags", "nameHidden", "arcDependent", "arcHead", "labelDependent", "labelHead"]);
        WriteLayer(["nameBelow"]);
        WriteLayer(["names"]);
        WriteLayer(["arcs"]);
        WriteLayer(["labels"]);
        var root = Find("root");
        WriteArray<float>(new ReadOnlySpan<float>(parameters.Values + root.Offset, size.Arc));
        WriteArray<float>(new ReadOnlySpan<float>(parameters.Values + root.Offset + root.Columns, size.Label));
        WriteArray<float>(Pairs());
        if (network.Encoder is not null) WriteLayer(FirstLayer, network.Words.Width, Encoders.Encoder.Width, bias: false);
    }

    private float[] Pairs()
    {
        var pairs = new float[NameDecoder.Labels * NameDecoder.Labels];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = LabelChain.May(i / NameDecoder.Labels, i % NameDecoder.Labels) ? parameters.Values[Find("names.pairs").Offset + i] : -1e9f;
        }

        return pairs;
    }

    private Weights Find(string name) => parameters.Weights.Single(weights => weights.Name == name);

    private void WriteTable(float[] values, int rows, int width)
    {
        writer.Write(rows);
        writer.Write(width);
        var scales = new float[rows];
        var bytes = new sbyte[rows * width];
        for (var row = 0; row < rows; row++)
        {
            var source = values.AsSpan(row * width, width);
            scales[row] = MathF.Max(TensorPrimitives.MaxMagnitude<float>(source) is var most ? Math.Abs(most) : 0, 1e-8f) / 127;
            for (var i = 0; i < width; i++) bytes[row * width + i] = (sbyte)MathF.Round(source[i] / scales[row]);
        }

        WriteArray<float>(scales);
        WriteArray<sbyte>(bytes);
    }

    // One layer out of several that share their input, side by side; of some of their inputs where told.
    private void WriteLayer(string[] names, int first = 0, int? rows = null, bool bias = true)
    {
        var parts = names.Select(Find).ToArray();
        var (inputs, outputs) = (rows ?? parts[0].Rows, parts.Sum(part => part.Columns));
        var columns = new float[outputs];
        var summands = new float[outputs];
        var packed = new short[inputs * outputs];
        var at = 0;
        foreach (var part in parts)
        {
            var offset = bias ? parameters.Weights.FirstOrDefault(weights => weights.Name == part.Name + ".bias")?.Offset : null;
            for (var j = 0; j < part.Columns; j++, at++)
            {
                summands[at] = offset is { } start ? parameters.Values[start + j] : 0;
                var most = 1e-8f;
                for (var i = 0; i < inputs; i++) most = Math.Max(most, Math.Abs(parameters.Values[part.Offset + (first + i) * part.Columns + j]));
                columns[at] = most / MaxWeight;
                for (var i = 0; i < inputs; i++)
                {
                    var weight = (short)MathF.Round(parameters.Values[part.Offset + (first + i) * part.Columns + j] / columns[at]);
                    packed[IntegerProduct.Place(i, at, inputs)] = weight;
                }
            }
        }

        writer.Write(inputs);
        writer.Write(outputs);
        WriteArray<float>(columns);
        WriteArray<float>(summands);
        WriteArray<short>(packed);
    }

    // What the gazetteer knows of a word reaches the gates as a sum of its own, worked out here once.
    private void WriteClasses(WordLayer words)
    {
        var parts = new[] { Find("layer0.forward.input"), Find("layer0.backward.input") };
        var width = parts.Sum(part => part.Columns);
        var gates = new float[words.ClassTable.Rows * width];
        for (var known = 0; known < words.ClassTable.Rows; known++)
        {
            var at = known * width;
            foreach (var part in parts)
            {
                for (var j = 0; j < part.Columns; j++, at++)
                {
                    var sum = 0.0;
                    for (var i = 0; i < WordLayer.ClassWidth; i++)
                    {
                        sum += (double)words.ClassTable.Values[known * WordLayer.ClassWidth + i] * parameters.Values[part.Offset + (words.LettersWidth + i) * part.Columns + j];
                    }

                    gates[at] = (float)sum;
                }
            }
        }

        writer.Write(words.ClassTable.Rows);
        WriteArray<float>(gates);
    }

    private void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private void WriteArray<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        while (writer.BaseStream.Position % 64 != 0) writer.Write((byte)0);
        writer.Write(MemoryMarshal.AsBytes(values));
    }
}
