using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using Heliograph.Language.Networks;

namespace Heliograph.Training.Networks;

/// <summary>Writes a network in the form that the library reads: weights as whole numbers, packed as the products want them.</summary>
internal sealed unsafe class ModelWriter(BinaryWriter writer, Parameters parameters)
{
    private const float MaxWeight = 2047;

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
        foreach (var table in network.Parameters.Tables) WriteTable(table.Values, table.Rows, table.Width);

        // The library keeps what the first layer makes of a word, both directions side by side.
        WriteLayer(["layer0.forward.input", "layer0.backward.input"]);
        for (var layer = 0; layer < size.Layers; layer++)
        {
            foreach (var direction in (string[])["forward", "backward"])
            {
                if (layer > 0) WriteLayer([$"layer{layer}.{direction}.input"]);
                WriteLayer([$"layer{layer}.{direction}.recurrent"]);
            }
        }

        WriteLayer(["tags", "treebankTags", "nameHidden", "arcDependent", "arcHead", "labelDependent", "labelHead"]);
        WriteLayer(["names"]);
        WriteLayer(["arcs"]);
        WriteLayer(["labels"]);
        var root = Find("root");
        WriteArray<float>(new ReadOnlySpan<float>(parameters.Values + root.Offset, size.Arc));
        WriteArray<float>(new ReadOnlySpan<float>(parameters.Values + root.Offset + root.Columns, size.Label));
        WriteArray<float>(Pairs());
    }

    // Only the inside of the same type, or its beginning, goes before the inside of a type.
    private static float[] Pairs()
    {
        var pairs = new float[NameDecoder.Labels * NameDecoder.Labels];
        for (var before = 0; before < NameDecoder.Labels; before++)
        {
            for (var after = 2; after < NameDecoder.Labels; after += 2)
            {
                if (before != after && before != after - 1) pairs[before * NameDecoder.Labels + after] = -1e9f;
            }
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

    // One layer out of several that share their input, side by side.
    private void WriteLayer(string[] names)
    {
        var parts = names.Select(Find).ToArray();
        var (inputs, outputs) = (parts[0].Rows, parts.Sum(part => part.Columns));
        var columns = new float[outputs];
        var bias = new float[outputs];
        var packed = new short[inputs * outputs];
        var at = 0;
        foreach (var part in parts)
        {
            var offset = parameters.Weights.FirstOrDefault(weights => weights.Name == part.Name + ".bias")?.Offset;
            for (var j = 0; j < part.Columns; j++, at++)
            {
                bias[at] = offset is { } first ? parameters.Values[first + j] : 0;
                var most = 1e-8f;
                for (var i = 0; i < inputs; i++) most = Math.Max(most, Math.Abs(parameters.Values[part.Offset + i * part.Columns + j]));
                columns[at] = most / MaxWeight;
                for (var i = 0; i < inputs; i++)
                {
                    var weight = (short)MathF.Round(parameters.Values[part.Offset + i * part.Columns + j] / columns[at]);
                    packed[IntegerProduct.Place(i, at, inputs)] = weight;
                }
            }
        }

        writer.Write(inputs);
        writer.Write(outputs);
        WriteArray<float>(columns);
        WriteArray<float>(bias);
        WriteArray<short>(packed);
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
