using System.Runtime.InteropServices;
using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>The windows that the words of some sentences fall into, and where the pieces of a few windows at a time stand while they are computed.</summary>
/// <remarks>Pieces are rows, window behind window, each between the two pieces that begin and end every window.</remarks>
internal sealed class EncoderBatch
{
    // Pieces whose windows go through the layers together: enough that fetching the weights takes next to no time, few enough for the
    // cache of a core.
    private const int Together = 2 * EncoderWindows.Pieces;

    private readonly List<TokenSpan> _windows = [];
    private readonly List<int> _sizes = [];
    private readonly List<Piece> _rows = [];
    private int[] _pieces = [];
    private byte[] _counts = [];
    private byte[] _cases = [];
    private int[] _firsts = [];
    private WordPieces _cutter = null!;
    private int _start;
    private int _next;

    /// <summary>Pieces of each window.</summary>
    public ReadOnlySpan<int> Windows => CollectionsMarshal.AsSpan(_sizes);

    /// <summary>The pieces of all these windows.</summary>
    public ReadOnlySpan<Piece> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>The words of all these windows, counted from the first of the batch.</summary>
    public TokenSpan Words { get; private set; }

    /// <summary>Takes sentences in; none of their windows is looked at yet.</summary>
    /// <param name="cutter">Cuts words into pieces.</param>
    /// <param name="text">The text.</param>
    /// <param name="words">Where the words of the sentences lie in it.</param>
    /// <param name="sentences">Sentences that follow each other.</param>
    public void Set(WordPieces cutter, string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<TokenSpan> sentences)
    {
        (_cutter, _start, _next) = (cutter, sentences[0].Start, 0);
        if (_counts.Length < words.Length)
        {
            var size = 2 * words.Length;
            (_pieces, _counts, _cases, _firsts) = (new int[size * WordPieces.MaxPieces], new byte[size], new byte[size], new int[size]);
        }

        for (var i = 0; i < words.Length; i++)
        {
            var form = words[i].In(text);
            _counts[i] = (byte)cutter.Cut(form, _pieces.AsSpan(i * WordPieces.MaxPieces, WordPieces.MaxPieces));
            _cases[i] = (byte)LetterCase.Of(form);
        }

        EncoderWindows.Cut(sentences, _counts.AsSpan(0, words.Length), _windows);
    }

    /// <summary>Lays out the next windows.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Next()
    {
        if (_next == _windows.Count) return false;
        _rows.Clear();
        _sizes.Clear();
        var first = _windows[_next].Start - _start;
        do
        {
            var window = _windows[_next++];
            Words = new(first, window.End - _start);
            var before = _rows.Count;
            _rows.Add(new(_cutter.Begin, 0, Piece.NoCase));
            for (var i = window.Start - _start; i < window.End - _start; i++)
            {
                _firsts[i] = _rows.Count;
                for (var piece = 0; piece < _counts[i]; piece++)
                {
                    _rows.Add(new(_pieces[i * WordPieces.MaxPieces + piece], _rows.Count - before, _cases[i]));
                }
            }

            _rows.Add(new(_cutter.End, _rows.Count - before, Piece.NoCase));
            _sizes.Add(_rows.Count - before);
        }
        while (_next < _windows.Count && _rows.Count + EncoderWindows.Pieces <= Together);
        return true;
    }

    /// <summary>The row of a word's first piece.</summary>
    /// <param name="word">Counted from the first of the batch.</param>
    public int First(int word) => _firsts[word];

    /// <summary>One row.</summary>
    /// <param name="Number">Of the piece in the vocabulary.</param>
    /// <param name="Place">In its window, from 0.</param>
    /// <param name="Case">How its word is written (<see cref="LetterCase"/>).</param>
    public readonly record struct Piece(int Number, int Place, byte Case)
    {
        /// <summary>That of the pieces which belong to no word: the same as that of a word without letters.</summary>
        public const byte NoCase = 0;
    }
}
