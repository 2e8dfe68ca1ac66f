using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Heliograph.Language.Networks;

/// <summary>Turns words into what the first recurrent layer takes in. Depends on the word's letters alone.</summary>
/// <remarks>
/// So the result for a frequent word is kept and read the next time; what is kept equals what would be computed. Only
/// words whose letters are exactly those of a word vector's key, or its capitalised form, are kept: the key then says all.
/// </remarks>
internal sealed unsafe class WordEncoder
{
    private const int MaxKey = 32; // letters; a longer word has no vector
    private const int Kept = 12_288; // most frequent words whose result is kept, in two spellings each

    private readonly ulong* _hashes;
    private readonly int[] _rows; // open addressing by hash: row + 1, or 0
    private readonly WordTable _vectors;
    private readonly WordTable[] _slots;
    private readonly WordTable _grams;
    private readonly QuantisedLayer _input;
    private readonly float* _classes; // one row of gates for each thing that the gazetteer can know of a word
    private readonly nint[] _kept; // addresses of results, by 2 × row + whether capitalised; 0 where none yet

    /// <summary>Reads the tables and the first layer's input weights of both directions.</summary>
    public WordEncoder(ModelReader reader)
    {
        var count = reader.ReadInt32();
        _hashes = reader.ReadArray<ulong>(count);
        var size = 1024;
        while (size < 2 * count) size *= 2;
        _rows = new int[size];
        for (var row = 0; row < count; row++)
        {
            var at = (int)_hashes[row] & (size - 1);
            while (_rows[at] != 0) at = (at + 1) & (size - 1);
            _rows[at] = row + 1;
        }

        _vectors = new(reader);
        _slots = new WordTable[WordFeatures.Slots];
        for (var i = 0; i < _slots.Length; i++) _slots[i] = new(reader);
        _grams = new(reader);
        _input = new(reader);
        Classes = reader.ReadInt32();
        _classes = reader.CopyArray<float>((long)Classes * Outputs);
        _kept = new nint[2 * Math.Min(Kept, count)];
    }

    /// <summary>How many things the gazetteer can know of a word.</summary>
    public int Classes { get; }

    /// <summary>Values for one word: the gates of both directions of the first layer.</summary>
    public int Outputs => _input.Outputs;

    /// <summary>Multiply-adds for a word that is not kept.</summary>
    public long MultiplyAdds => (long)_input.Inputs * _input.Outputs;

    /// <summary>Fills one row a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Where the words lie in it.</param>
    /// <param name="classes">What the gazetteer knows of each.</param>
    /// <param name="rows">The row of each.</param>
    /// <param name="results">Filled; one row has <see cref="Outputs"/> values.</param>
    /// <param name="workspace">Memory.</param>
    public void Encode(
        string text, ReadOnlySpan<Documents.TextSpan> words, ReadOnlySpan<byte> classes, ReadOnlySpan<int> rows, float* results, Workspace workspace)
    {
        Span<char> key = stackalloc char[MaxKey];
        var missing = 0;
        var misses = workspace.Integers(Workspace.Area.Misses, 3 * words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var (row, place) = Find(words[i].In(text), key);
            if (place >= 0 && Volatile.Read(ref _kept[place]) is var kept and not 0)
            {
                new ReadOnlySpan<float>((float*)kept, Outputs).CopyTo(new(results + (nint)rows[i] * Outputs, Outputs));
                continue;
            }

            (misses[3 * missing], misses[3 * missing + 1], misses[3 * missing + 2]) = (i, row, place);
            missing++;
        }

        const int Block = 64;
        for (var from = 0; from < missing; from += Block)
        {
            Compute(text, words, rows, misses + 3 * from, Math.Min(Block, missing - from), results, workspace);
        }

        for (var i = 0; i < words.Length; i++)
        {
            var result = new Span<float>(results + (nint)rows[i] * Outputs, Outputs);
            TensorPrimitives.Add(result, new ReadOnlySpan<float>(_classes + (nint)classes[i] * Outputs, Outputs), result);
        }
    }

    private void Compute(
        string text, ReadOnlySpan<Documents.TextSpan> words, ReadOnlySpan<int> rows, int* misses, int count, float* results, Workspace workspace)
    {
        var width = _input.Inputs;
        var x = workspace.Floats(Workspace.Area.WordInputs, width);
        var quantised = workspace.Shorts(Workspace.Area.WordQuantised, count * width);
        var scales = workspace.Floats(Workspace.Area.WordScales, count);
        var outputs = workspace.Floats(Workspace.Area.WordOutputs, count * Outputs);
        for (var m = 0; m < count; m++)
        {
            Assemble(words[misses[3 * m]].In(text), misses[3 * m + 1], new(x, width));
            scales[m] = IntegerProduct.Quantise(x, quantised + (nint)m * width, width);
        }

        _input.Apply(quantised, width, scales, count, outputs);
        for (var m = 0; m < count; m++)
        {
            var result = new ReadOnlySpan<float>(outputs + (nint)m * Outputs, Outputs);
            result.CopyTo(new(results + (nint)rows[misses[3 * m]] * Outputs, Outputs));
            if (misses[3 * m + 2] is >= 0 and var place) Keep(place, result);
        }
    }

    private void Keep(int place, ReadOnlySpan<float> result)
    {
        if (Volatile.Read(ref _kept[place]) != 0) return;
        var copy = (float*)NativeMemory.AlignedAlloc((nuint)(Outputs * sizeof(float)), 64);
        result.CopyTo(new(copy, Outputs));
        // Two threads may have computed the same values; the first stays.
        if (Interlocked.CompareExchange(ref _kept[place], (nint)copy, 0) != 0) NativeMemory.AlignedFree(copy);
    }

    // The row of the word's vector (-1: none) and the place where its result is kept (-1: nowhere).
    private (int Row, int Place) Find(ReadOnlySpan<char> form, Span<char> key)
    {
        var length = WordFeatures.Key(form, key);
        if (length == 0) return (-1, -1);
        var row = Row(WordFeatures.Hash(key[..length], 0));
        if (row < 0 || 2 * row >= _kept.Length) return (row, -1);
        var capital = form[0] != key[0] && !char.IsAsciiDigit(form[0]) ? 1 : 0;
        if (capital == 1 && char.ToUpperInvariant(key[0]) != form[0]) return (row, -1);
        for (var i = 1; i < length; i++)
        {
            if (form[i] != key[i] && !char.IsAsciiDigit(form[i]) && !IsQuote(key[i])) return (row, -1);
        }

        return (row, 2 * row + capital);
    }

    private static bool IsQuote(char c) => c is '\'' or '"';

    private int Row(ulong hash)
    {
        var mask = _rows.Length - 1;
        for (var at = (int)hash & mask; _rows[at] != 0; at = (at + 1) & mask)
        {
            if (_hashes[_rows[at] - 1] == hash) return _rows[at] - 1;
        }

        return -1;
    }

    private void Assemble(ReadOnlySpan<char> form, int row, Span<float> x)
    {
        Span<int> slots = stackalloc int[WordFeatures.Slots];
        Span<int> grams = stackalloc int[WordFeatures.MaxGrams];
        var count = WordFeatures.Read(form, slots, grams);
        x.Clear();
        if (row >= 0) _vectors.Add(row, 1, x[.._vectors.Width]);
        var at = _vectors.Width;
        for (var i = 0; i < _slots.Length; i++)
        {
            _slots[i].Add(slots[i], 1, x.Slice(at, _slots[i].Width));
            at += _slots[i].Width;
        }

        foreach (var gram in grams[..count]) _grams.Add(gram, 1 / MathF.Sqrt(count), x.Slice(at, _grams.Width));
    }
}
