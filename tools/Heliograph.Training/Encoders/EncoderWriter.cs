using System.Runtime.InteropServices;
using System.Text;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>Writes an encoder in the form that the library reads: weights and embeddings of pieces as bytes, one scale a column or row.</summary>
internal sealed unsafe class EncoderWriter
{
    private const float Most = 127;
    private readonly BinaryWriter _writer;
    private readonly Parameters _parameters;

    private EncoderWriter(BinaryWriter writer, Parameters parameters) => (_writer, _parameters) = (writer, parameters);

    /// <summary>Writes the encoder with the weights as they are now.</summary>
    public static void Write(Encoder encoder, Parameters parameters, string name, string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        new EncoderWriter(writer, parameters).Write(encoder, name);
    }

    private void Write(Encoder encoder, string name)
    {
        const int Width = Encoder.Width;
        _writer.Write(ModelReader.Magic);
        _writer.Write(ModelReader.Version);
        Write(name);
        foreach (var size in (int[])[Width, PretrainedEncoder.Layers, PretrainedEncoder.Heads, PretrainedEncoder.Inner, PretrainedEncoder.Places, LetterCase.Count]) _writer.Write(size);
        var vocabulary = encoder.Pretrained.Vocabulary;
        _writer.Write(vocabulary.Length);
        foreach (var piece in vocabulary) Write(piece);
        WriteTable(encoder.Pretrained.Pieces, vocabulary.Length, Width);
        WriteArray(encoder.Places);
        WriteArray<float>(encoder.Cases.Values);
        WriteNorm("encoder.norm");
        for (var i = 0; i < PretrainedEncoder.Layers; i++)
        {
            WriteLayer($"encoder{i}.states");
            WriteLayer($"encoder{i}.context");
            WriteNorm($"encoder{i}.first");
            WriteLayer($"encoder{i}.inner");
            WriteLayer($"encoder{i}.outer");
            WriteNorm($"encoder{i}.second");
        }

        WriteArray(Values("encoder.mix"));
    }

    private void WriteNorm(string name)
    {
        WriteArray(Values(name + ".gamma"));
        WriteArray(Values(name + ".beta"));
    }

    private void WriteTable(float[] values, int rows, int width)
    {
        _writer.Write(rows);
        _writer.Write(width);
        var scales = new float[rows];
        var bytes = new sbyte[values.Length];
        for (var row = 0; row < rows; row++)
        {
            scales[row] = Scale(values.AsSpan(row * width, width), 0, 1, width);
            for (var i = 0; i < width; i++) bytes[row * width + i] = (sbyte)MathF.Round(values[row * width + i] / scales[row]);
        }

        WriteArray<float>(scales);
        WriteArray<sbyte>(bytes);
    }

    private void WriteLayer(string name)
    {
        var (inputs, outputs) = (Find(name).Rows, Find(name).Columns);
        var values = Values(name);
        var columns = new float[outputs];
        var bytes = new sbyte[inputs * outputs];
        for (var j = 0; j < outputs; j++)
        {
            columns[j] = Scale(values, j, outputs, inputs);
            for (var i = 0; i < inputs; i++) bytes[IntegerProduct.Place(i, j, inputs)] = (sbyte)MathF.Round(values[i * outputs + j] / columns[j]);
        }

        _writer.Write(inputs);
        _writer.Write(outputs);
        WriteArray<float>(columns);
        WriteArray(Values(name + ".bias"));
        WriteArray<sbyte>(bytes);
    }

    private static float Scale(ReadOnlySpan<float> values, int first, int step, int count)
    {
        var most = 1e-8f;
        for (var i = 0; i < count; i++) most = Math.Max(most, Math.Abs(values[first + i * step]));
        return most / Most;
    }

    private Weights Find(string name) => _parameters.Weights.Single(weights => weights.Name == name);

    private ReadOnlySpan<float> Values(string name) => new(_parameters.Values + Find(name).Offset, Find(name).Rows * Find(name).Columns);

    private void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _writer.Write(bytes.Length);
        _writer.Write(bytes);
    }

    private void WriteArray<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        while (_writer.BaseStream.Position % 64 != 0) _writer.Write((byte)0);
        _writer.Write(MemoryMarshal.AsBytes(values));
    }
}
