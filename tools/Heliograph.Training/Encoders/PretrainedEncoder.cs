using System.Reflection;

namespace Heliograph.Training.Encoders;

/// <summary>The encoder all-MiniLM-L6-v2 as its authors trained it: BERT of six layers, lower case (Wang et al. 2020; Reimers and Gurevych 2019).</summary>
/// <remarks>Taken from a package that carries it as a resource; nothing of the package runs.</remarks>
internal sealed class PretrainedEncoder
{
    public const int Width = 384, Layers = 6, Heads = 12, Inner = 1536, Places = 512;

    private const int MatricesOfLayer = 6; // query, key, value, output, intermediate, output
    private readonly OnnxModel _model;
    private readonly float[][] _matrices;

    /// <exception cref="InvalidDataException">It is another encoder.</exception>
    public PretrainedEncoder(OnnxModel model, string[] vocabulary)
    {
        (_model, Vocabulary) = (model, vocabulary);
        _matrices = [.. model.Matrices.Select(matrix => matrix.Values)];
        if (_matrices.Length != Layers * MatricesOfLayer || vocabulary.Length * Width != Pieces.Length)
        {
            throw new InvalidDataException(
                $"Found {_matrices.Length} matrices and {vocabulary.Length} pieces, expected {Layers * MatricesOfLayer} and {Pieces.Length / Width}. Is it the package that docs/model.md names?");
        }
    }

    /// <summary>The pieces by number.</summary>
    public string[] Vocabulary { get; }

    /// <summary>One row a piece.</summary>
    public float[] Pieces => _model["embeddings.word_embeddings.weight"];

    /// <summary>One row a place in a window.</summary>
    public float[] Positions => _model["embeddings.position_embeddings.weight"];

    /// <summary>What is added for a text that stands alone.</summary>
    public float[] TokenType => _model["embeddings.token_type_embeddings.weight"][..Width];

    /// <summary>Factors and summands of the first normalisation.</summary>
    public (float[] Gamma, float[] Beta) Norm => (_model["embeddings.LayerNorm.weight"], _model["embeddings.LayerNorm.bias"]);

    /// <summary>Reads the encoder out of the package's assembly.</summary>
    /// <exception cref="InvalidDataException">It is not there or not whole.</exception>
    public static PretrainedEncoder Read(FileInfo assembly)
    {
        var resources = Assembly.LoadFile(assembly.FullName);
        var model = new OnnxModel(Bytes(resources, "model.onnx"));
        using var reader = new StreamReader(new MemoryStream(Bytes(resources, "vocab.txt")));
        return new(model, [.. reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(piece => piece.TrimEnd('\r'))]);
    }

    /// <summary>A matrix of a layer: 0 query, 1 key, 2 value, 3 output, 4 intermediate, 5 output of the layer; stored input × output.</summary>
    public float[] Matrix(int layer, int matrix) => _matrices[layer * MatricesOfLayer + matrix];

    /// <summary>A vector of a layer, by its name in BERT.</summary>
    public float[] Vector(int layer, string name) => _model[$"encoder.layer.{layer}.{name}"];

    private static byte[] Bytes(Assembly assembly, string name)
    {
        var full = assembly.GetManifestResourceNames().FirstOrDefault(resource => resource.EndsWith(name, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"Found no {name} in {assembly.GetName().Name}, expected the encoder's package. docs/model.md names it.");
        using var stream = assembly.GetManifestResourceStream(full)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
