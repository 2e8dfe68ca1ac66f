using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Heliograph.Training.Encoders;

/// <summary>The nodes and tensors of a network in the ONNX format, as far as learning needs them.</summary>
/// <remarks>Reads the protocol buffers by hand: field numbers are those of onnx.proto (ModelProto.graph 7; GraphProto.node 1, initializer 5).</remarks>
internal sealed class OnnxModel
{
    private readonly Dictionary<string, (long[] Shape, float[] Values)> _tensors = new(StringComparer.Ordinal);
    private readonly List<(string Operator, string[] Inputs)> _nodes = [];

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It holds no graph.</exception>
    public OnnxModel(ReadOnlyMemory<byte> model)
    {
        foreach (var graph in Fields(model).Where(field => field.Number == 7))
        {
            foreach (var (number, _, bytes) in Fields(graph.Bytes))
            {
                if (number == 1) ReadNode(bytes);
                else if (number == 5) ReadTensor(bytes);
            }
        }

        if (_nodes.Count == 0) throw new InvalidDataException($"Found no graph in {model.Length} bytes, expected an ONNX model. Take it from the package that docs/model.md names.");
    }

    /// <summary>The matrices that the graph multiplies by, in the order of their nodes.</summary>
    public IEnumerable<(long[] Shape, float[] Values)> Matrices =>
        _nodes.Where(node => node.Operator == "MatMul" && _tensors.ContainsKey(node.Inputs[1])).Select(node => _tensors[node.Inputs[1]]);

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public float[] this[string name] => _tensors.TryGetValue(name, out var tensor)
        ? tensor.Values
        : throw new InvalidDataException($"Found no tensor {name} among {_tensors.Count}, expected the names of a BERT encoder. Take the model from the package that docs/model.md names.");

    private void ReadNode(ReadOnlyMemory<byte> node)
    {
        var (inputs, name) = (new List<string>(), "");
        foreach (var (number, _, bytes) in Fields(node))
        {
            if (number == 1) inputs.Add(Encoding.UTF8.GetString(bytes.Span));
            else if (number == 4) name = Encoding.UTF8.GetString(bytes.Span);
        }

        _nodes.Add((name, [.. inputs]));
    }

    private void ReadTensor(ReadOnlyMemory<byte> tensor)
    {
        const ulong Float = 1;
        var (shape, name, type, raw) = (new List<long>(), "", 0ul, ReadOnlyMemory<byte>.Empty);
        foreach (var (number, value, bytes) in Fields(tensor))
        {
            if (number == 1) shape.AddRange(bytes.IsEmpty ? [(long)value] : Varints(bytes));
            else if (number == 2) type = value;
            else if (number == 8) name = Encoding.UTF8.GetString(bytes.Span);
            else if (number is 4 or 9) raw = bytes;
        }

        if (type == Float) _tensors[name] = ([.. shape], MemoryMarshal.Cast<byte, float>(raw.Span).ToArray());
    }

    private static IEnumerable<long> Varints(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;) yield return (long)Varint(bytes.Span, ref at);
    }

    private static IEnumerable<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> Fields(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message.Span, ref at);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    yield return (number, Varint(message.Span, ref at), default);
                    break;
                case 1:
                    at += sizeof(ulong);
                    break;
                case 2:
                    var length = (int)Varint(message.Span, ref at);
                    yield return (number, 0, message.Slice(at, length));
                    at += length;
                    break;
                case 5:
                    yield return (number, BinaryPrimitives.ReadUInt32LittleEndian(message.Span[at..]), default);
                    at += sizeof(uint);
                    break;
                default:
                    throw new InvalidDataException($"Found a field of type {key & 7} at byte {at}, expected protocol buffers. Is it an ONNX model?");
            }
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
