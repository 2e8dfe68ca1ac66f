using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>The pretrained encoder: what each word means among those around it, as one vector.</summary>
/// <remarks>
/// Pieces of words, attention over a window of sentences (BERT, Devlin et al. 2019), in whole numbers of 16 bits by 8; the letters' case,
/// which the pieces do not tell, is added to them. A word's vector is a learnt mix of what the layers say of its first piece, and
/// depends on its window alone.
/// </remarks>
internal sealed unsafe class EncoderNetwork
{
    private readonly WordPieces _pieces;
    private readonly WordTable _table;
    private readonly float* _positions;
    private readonly float* _cases;
    private readonly LayerNorm _normalised;
    private readonly EncoderLayer[] _layers;
    private readonly float* _mix; // what each layer counts for

    /// <summary>Reads the encoder.</summary>
    /// <exception cref="InvalidDataException">It is no encoder of this format.</exception>
    public EncoderNetwork(ModelReader reader)
    {
        reader.Open();
        Fingerprint = reader.Fingerprint;
        Name = reader.ReadString();
        Width = reader.ReadInt32();
        var (layers, heads, inner, positions, cases) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (Width != heads * Attention.HeadWidth || inner % IntegerProduct.Width != 0 || inner > ByteLayer.MostInputs || Width > ByteLayer.MostInputs ||
            positions < EncoderWindows.MaxPieces || cases != LetterCase.Count)
        {
            throw new InvalidDataException(
                $"The encoder has width {Width}, {heads} heads, {inner} inner values, {positions} positions and {cases} cases; expected {Attention.HeadWidth} values a head, " +
                $"inner values a multiple of {IntegerProduct.Width} up to {ByteLayer.MostInputs}, {EncoderWindows.MaxPieces} positions and {LetterCase.Count} cases. Build it again as docs/model.md says.");
        }

        var vocabulary = reader.ReadStrings();
        _pieces = new(vocabulary);
        _table = new(reader);
        if ((_table.Rows, _table.Width) != (vocabulary.Length, Width))
        {
            throw new InvalidDataException(
                $"The encoder has a table of {_table.Rows} pieces by {_table.Width}, expected {vocabulary.Length} by {Width}. Build it again as docs/model.md says.");
        }

        _positions = reader.CopyArray<float>((long)positions * Width);
        _cases = reader.CopyArray<float>((long)cases * Width);
        _normalised = new(reader, Width);
        _layers = new EncoderLayer[layers];
        for (var i = 0; i < layers; i++) _layers[i] = new(reader, Width, inner);
        _mix = reader.CopyArray<float>(layers);
    }

    /// <summary>Reads the encoder that ships with the library, leaving its weights where they lie.</summary>
    /// <exception cref="InvalidDataException">There is none of that name, or it is of another format.</exception>
    public static EncoderNetwork OpenResource(string name) => new(ModelReader.OfResource(name));

    /// <summary>Reads the encoder from memory; a copy is kept as long as the program runs.</summary>
    /// <exception cref="InvalidDataException">It is no encoder of this format.</exception>
    public static EncoderNetwork Open(ReadOnlySpan<byte> weights) => new(ModelReader.OfCopy(weights));

    /// <summary>What the encoder calls itself.</summary>
    public string Name { get; }

    /// <summary>A number that tells these weights from others.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Values of a word's vector.</summary>
    public int Width { get; }

    /// <summary>Multiply-adds for a piece, attention (which grows with the window) left out.</summary>
    public long MultiplyAdds => _layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>Says what each word of some sentences means there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Where the words of the sentences lie in it.</param>
    /// <param name="sentences">Sentences that follow each other.</param>
    /// <param name="rows">The row of each word.</param>
    /// <param name="vectors">Filled: one row of <see cref="Width"/> values a word.</param>
    /// <param name="batch">What the words are laid out in.</param>
    /// <param name="workspace">Memory.</param>
    public void Encode(
        string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<TokenSpan> sentences, ReadOnlySpan<int> rows, float* vectors, EncoderBatch batch, Workspace workspace)
    {
        batch.Set(_pieces, text, words, sentences);
        while (batch.Next())
        {
            var x = workspace.Floats(Workspace.Area.EncoderRows, batch.Rows.Length * Width);
            Embed(batch.Rows, x);
            for (var layer = 0; layer < _layers.Length; layer++)
            {
                _layers[layer].Run(x, batch.Windows, batch.Rows.Length, workspace);
                for (var i = batch.Words.Start; i < batch.Words.End; i++)
                {
                    Mix(x + (nint)batch.First(i) * Width, layer, vectors + (nint)rows[i] * Width);
                }
            }
        }
    }

    private void Embed(ReadOnlySpan<EncoderBatch.Piece> pieces, float* x)
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            var row = new Span<float>(x + (nint)i * Width, Width);
            var place = new ReadOnlySpan<float>(_positions + (nint)pieces[i].Place * Width, Width);
            TensorPrimitives.Add(place, new ReadOnlySpan<float>(_cases + (nint)pieces[i].Case * Width, Width), row);
            _table.Add(pieces[i].Number, 1, row);
        }

        _normalised.Apply(x, pieces.Length);
    }

    private void Mix(float* state, int layer, float* vector)
    {
        var share = Vector512.Create(_mix[layer]);
        for (var i = 0; i < Width; i += 16)
        {
            var sum = layer == 0 ? Vector512<float>.Zero : Vector512.Load(vector + i);
            Vector512.FusedMultiplyAdd(share, Vector512.Load(state + i), sum).Store(vector + i);
        }
    }
}
