using System.Buffers;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>The places in a chunk (a run without white space) where a token might begin; at all others, none does.</summary>
/// <remarks>
/// They lie beside anything that is no letter, between a small letter and a capital, before the "n" of "n't", and
/// anywhere inside the words that were seen cut ("cannot"). Never before a combining mark, inside a surrogate
/// pair, or inside a web or mail address (<see cref="WebAddress"/>).
/// </remarks>
internal ref struct TokenPlaces
{
    /// <summary>Longer words are not looked up among the words seen cut.</summary>
    public const int LongestCutWord = 24;

    private static readonly SearchValues<char> AddressSigns = SearchValues.Create("@/.");

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<uint> _cutWords;
    private readonly int _end;
    private readonly TextSpan _address;
    private int _wordEnd;
    private bool _isCutWord;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the chunk begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="cutWords">The hashes of the words seen cut (<see cref="Letters.HashFolded"/>), sorted.</param>
    public TokenPlaces(ReadOnlySpan<char> text, int start, int end, ReadOnlySpan<uint> cutWords)
    {
        _text = text;
        _cutWords = cutWords;
        (_end, Place) = (end, start);
        if (text[start..end].ContainsAny(AddressSigns)) _address = WebAddress.Find(text, start, end);
    }

    /// <summary>The place: the character that a token might begin with.</summary>
    public int Place { get; private set; }

    /// <summary>Moves to the next place; false when there is none left.</summary>
    public bool MoveNext()
    {
        while (++Place < _end)
        {
            if (IsOpen(Place)) return true;
        }

        return false;
    }

    private bool IsOpen(int place)
    {
        var (left, right) = (Letters.ClassOf(_text[place - 1]), Letters.ClassOf(_text[place]));
        if (place > _wordEnd && left < Letters.Other) StartWord(place - 1);
        if (place > _address.Start && place < _address.End) return false;
        if (right == Letters.Mark || char.IsSurrogatePair(_text[place - 1], _text[place])) return false;
        if (left >= Letters.Other || right >= Letters.Other) return true;
        if (left != right && left != Letters.Mark && !(left == Letters.Capital && right == Letters.Small)) return true;
        if (_isCutWord) return true;
        return place + 2 < _end && Letters.Fold(_text[place + 1]) == '\'' && left is Letters.Small or Letters.Capital;
    }

    private void StartWord(int start)
    {
        _wordEnd = start;
        while (_wordEnd < _end && Letters.IsWord(_text[_wordEnd])) _wordEnd++;
        _isCutWord = _wordEnd - start < LongestCutWord && !_cutWords.IsEmpty &&
            _cutWords.BinarySearch(Letters.HashFolded(_text[start.._wordEnd])) >= 0;
    }
}
