using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Statements;

/// <summary>Writes the tagger of statements in the form that the library reads.</summary>
internal sealed unsafe class SpeechModelWriter(BinaryWriter writer, Parameters parameters)
{
    private const float MaxWeight = 2047;

    public static void Write(SpeechNet net, int states, ulong fingerprint, string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(ModelReader.Magic);
        writer.Write(ModelReader.Version);
        writer.Write(fingerprint);
        writer.Write(net.Hidden);
        writer.Write(net.Layers);
        var own = new SpeechModelWriter(writer, net.Parameters);
        own.WriteTable(net.Parameters.Tables[0]);
        string[] gates = ["0.forward.input", "0.backward.input"];
        own.WriteLayer(gates, 0, states, bias: true);
        own.WriteLayer(gates, states, SpeechNet.Embedding, bias: false);
        for (var i = 0; i < net.Layers; i++)
        {
            foreach (var direction in (string[])["forward", "backward"])
            {
                if (i > 0) own.WriteLayer([$"{i}.{direction}.input"], 0, 2 * net.Hidden, bias: true);
                own.WriteLayer([$"{i}.{direction}.recurrent"], 0, net.Hidden, bias: false);
            }
        }

        for (var i = 0; i < net.Layers; i++) own.WriteLayer(["scores"], i * 2 * net.Hidden, 2 * net.Hidden, bias: i == 0);
        var pairs = new float[SpeechNet.Labels * SpeechNet.Labels];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = net.Chain.Pair(i / SpeechNet.Labels, i % SpeechNet.Labels);
        own.WriteArray<float>(pairs);
    }

    private void WriteTable(Table table)
    {
        writer.Write(table.Rows);
        writer.Write(table.Width);
        var scales = new float[table.Rows];
        var bytes = new sbyte[table.Rows * table.Width];
        for (var row = 0; row < table.Rows; row++)
        {
            var source = table.Values.AsSpan(row * table.Width, table.Width);
            scales[row] = MathF.Max(MathF.Abs(TensorPrimitives.MaxMagnitude<float>(source)), 1e-8f) / 127;
            for (var i = 0; i < table.Width; i++) bytes[row * table.Width + i] = (sbyte)MathF.Round(source[i] / scales[row]);
        }

        WriteArray<float>(scales);
        WriteArray<sbyte>(bytes);
    }

    // Some rows of layers that share their input, side by side.
    private void WriteLayer(string[] names, int first, int inputs, bool bias)
    {
        var parts = names.Select(name => parameters.Weights.Single(weights => weights.Name == name)).ToArray();
        var outputs = parts.Sum(part => part.Columns);
        var (columns, biases, packed) = (new float[outputs], new float[outputs], new short[inputs * outputs]);
        var at = 0;
        foreach (var part in parts)
        {
            var offset = parameters.Weights.FirstOrDefault(weights => bias && weights.Name == part.Name + ".bias")?.Offset;
            for (var j = 0; j < part.Columns; j++, at++)
            {
                biases[at] = offset is { } own ? parameters.Values[own + j] : 0;
                var most = 1e-8f;
                for (var i = first; i < first + inputs; i++) most = Math.Max(most, Math.Abs(parameters.Values[part.Offset + i * part.Columns + j]));
                columns[at] = most / MaxWeight;
                for (var i = 0; i < inputs; i++)
                {
                    packed[IntegerProduct.Place(i, at, inputs)] = (short)MathF.Round(parameters.Values[part.Offset + (first + i) * part.Columns + j] / columns[at]);
                }
            }
        }

        writer.Write(inputs);
        writer.Write(outputs);
        WriteArray<float>(columns);
        WriteArray<float>(biases);
        WriteArray<short>(packed);
    }

    private void WriteArray<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        while (writer.BaseStream.Position % 64 != 0) writer.Write((byte)0);
        writer.Write(MemoryMarshal.AsBytes(values));
    }
}
