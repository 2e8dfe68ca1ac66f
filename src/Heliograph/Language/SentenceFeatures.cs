using System.Buffers;
using System.Runtime.CompilerServices;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>What the sentence splitter sees of the place after a token.</summary>
internal sealed class SentenceFeatures : IDisposable
{
    /// <summary>How many features a place has.</summary>
    public const int Count = 44;

    private const byte Space = 1;
    private const byte WrappedLine = 2; // a line break where the next word would not have fitted
    private const byte ShortLine = 3; // a line break where it would have, or where lines have no usual length
    private const byte ParagraphEnd = 4;
    private const int LongestWrappedLine = 120; // longer lines are whole paragraphs; unit: UTF-16 code units
    private const int Margin = 4; // empty tokens before the first and after the last, so that a window never ends

    private readonly int _count;
    private readonly uint[] _words; // the folded form
    private readonly uint[] _shapes;
    private readonly uint[] _endings; // its last three letters
    private readonly byte[] _gaps; // what stands before the token: nothing, or one of the constants below
    private readonly byte[] _stops; // how far the next full stop or its like is; at most 40
    private readonly byte[] _rest; // tokens left in the paragraph; at most 60
    private readonly byte[] _paragraphs; // how the paragraph ends, and how many stops it has
    private readonly int _lineLength; // the longest line's
    private readonly uint _style; // how the text as a whole uses capitals and stops

    /// <summary>Reads the tokens of a text.</summary>
    public SentenceFeatures(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<bool> opensParagraph)
    {
        _count = tokens.Length;
        var length = _count + 2 * Margin;
        (_words, _shapes, _endings) = (Rent<uint>(length), Rent<uint>(length), Rent<uint>(length));
        (_gaps, _stops) = (Rent<byte>(length), Rent<byte>(length));
        (_rest, _paragraphs) = (Rent<byte>(length), Rent<byte>(length));
        _lineLength = LongestLine(text);
        var lineStart = 0;
        for (var i = 0; i < _count; i++) ReadToken(text, tokens, opensParagraph, i, ref lineStart);
        _style = LookAhead();
    }

    /// <summary>Fills the features of the place after a token.</summary>
    /// <param name="token">The token before the place; not the last.</param>
    /// <param name="start">The first token of the sentence that runs up to the place.</param>
    /// <param name="state">What the tokens since then were.</param>
    /// <param name="features">Overwritten.</param>
    [SkipLocalsInit]
    public void Fill(int token, int start, in SentenceState state, Span<uint> features)
    {
        var t = token + Margin;
        var w = _words.AsSpan(t - 3, 8); // w[3] is the token, w[4] the next
        var s = _shapes.AsSpan(t - 3, 8);
        var e = _endings.AsSpan(t - 3, 8);
        uint gap = _gaps[t + 1];
        var length = Bucket(token + 1 - start);
        uint rest = Bucket(_rest[t]), stop = Bucket(_stops[t + 1]), paragraph = _paragraphs[t];
        var first = _words[start + Margin];
        var firstShape = _shapes[start + Margin];
        var pair = Hashing.Of(0, s[3], s[4], gap);

        features[0] = Hashing.Of(1, w[3]);
        features[1] = Hashing.Of(2, w[4]);
        features[2] = Hashing.Of(3, w[2]);
        features[3] = Hashing.Of(4, w[5]);
        features[4] = Hashing.Of(5, w[1]);
        features[5] = Hashing.Of(6, w[6]);
        features[6] = Hashing.Of(7, w[0]);
        features[7] = Hashing.Of(8, w[7]);
        features[8] = Hashing.Of(9, w[3], w[4]);
        features[9] = Hashing.Of(10, w[3], s[4]);
        features[10] = Hashing.Of(11, s[3], w[4]);
        features[11] = Hashing.Of(12, w[2], w[3]);
        features[12] = Hashing.Of(13, w[4], w[5]);
        features[13] = Hashing.Of(14, w[2], w[3], s[4]);
        features[14] = Hashing.Of(15, s[2], s[3], s[4]);
        features[15] = Hashing.Of(16, s[1], s[2], pair, s[5]);
        features[16] = Hashing.Of(17, pair, s[5], s[6]);
        features[17] = Hashing.Of(18, e[3], s[4]);
        features[18] = Hashing.Of(19, e[4], s[3]);
        features[19] = Hashing.Of(20, e[2], pair);
        features[20] = Hashing.Of(21, e[5], pair);
        features[21] = Hashing.Of(22, gap, w[3], s[4]);
        features[22] = Hashing.Of(23, w[3], _gaps[t], gap, _gaps[t + 2]);
        features[23] = Hashing.Of(24, state.Quotes, state.Brackets, w[3], s[4]);
        features[24] = Hashing.Of(25, length, pair);
        features[25] = Hashing.Of(26, length, w[3]);
        features[26] = Hashing.Of(27, length, w[4]);
        features[27] = Hashing.Of(28, rest, s[3]);
        features[28] = Hashing.Of(29, rest, pair, length);
        features[29] = Hashing.Of(30, first, s[3], s[4]);
        features[30] = Hashing.Of(31, state.Capitals, length, pair);
        features[31] = Hashing.Of(32, paragraph, pair);
        features[32] = Hashing.Of(33, paragraph, length, rest);
        features[33] = Hashing.Of(34, state.LastSign, pair);
        features[34] = Hashing.Of(35, stop, pair);
        features[35] = Hashing.Of(36, stop, length, s[4]);
        features[36] = Hashing.Of(37, _style, pair);
        features[37] = Hashing.Of(38, _style, w[3], s[4]);
        features[38] = Hashing.Of(39, firstShape, length, pair, stop);
        features[39] = Hashing.Of(40, state.Quotes, state.Brackets, pair, s[2]);
        features[40] = Hashing.Of(41, w[4], state.LastSign, length);
        features[41] = Hashing.Of(42, w[1], w[2], w[3]);
        features[42] = Hashing.Of(43, w[4], w[5], w[6]);
        features[43] = Hashing.Of(44, pair);
    }

    /// <summary>What the sentence has held so far, brought up to date with one more token.</summary>
    public void Read(int token, ref SentenceState state)
    {
        var t = token + Margin;
        state.Add((char)(_shapes[t] & 0xFFFF), _shapes[t], _words[t], _gaps[t] != 0, _gaps[t + 1] != 0);
    }

    /// <summary>Gives the arrays back to the pool.</summary>
    public void Dispose()
    {
        foreach (var array in (uint[][])[_words, _shapes, _endings]) ArrayPool<uint>.Shared.Return(array);
        foreach (var array in (byte[][])[_gaps, _stops, _rest, _paragraphs]) ArrayPool<byte>.Shared.Return(array);
    }

    private void ReadToken(
        string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<bool> opensParagraph, int i, ref int lineStart)
    {
        var t = i + Margin;
        var form = tokens[i].In(text);
        _words[t] = Letters.HashFolded(form);
        _endings[t] = form.Length > 3 ? Letters.HashFolded(form[^3..]) : _words[t];
        _shapes[t] = SentenceState.ShapeOf(form);
        var from = i == 0 ? 0 : tokens[i - 1].End;
        if (from == tokens[i].Start) _gaps[t] = 0;
        else if (!text.AsSpan(from, tokens[i].Start - from).ContainsAny('\n', '\r')) _gaps[t] = Space;
        else
        {
            var wrapped = _lineLength <= LongestWrappedLine && from - lineStart + 1 + form.Length > _lineLength;
            _gaps[t] = wrapped ? WrappedLine : ShortLine;
            lineStart = tokens[i].Start;
        }

        if (opensParagraph[i]) _gaps[t] = ParagraphEnd;
    }

    private static int LongestLine(ReadOnlySpan<char> text)
    {
        var longest = 0;
        while (text.Length > 0 && longest <= LongestWrappedLine)
        {
            var end = text.IndexOf('\n');
            if (end < 0) end = text.Length;
            longest = Math.Max(longest, end);
            text = text[Math.Min(text.Length, end + 1)..];
        }

        return longest;
    }

    // Fills what depends on what follows, from the last token to the first; returns the style of the whole.
    private uint LookAhead()
    {
        _gaps[_count + Margin] = ParagraphEnd;
        var (stops, capitalsAfterStops, stopsHere, rest, nextStop) = (0, 0, 0, 0, 40);
        byte end = 0;
        for (var t = _count + Margin - 1; t >= Margin; t--)
        {
            var isStop = SentenceState.IsStop(_shapes[t]);
            if (_gaps[t + 1] == ParagraphEnd)
            {
                (stopsHere, rest, nextStop) = (0, 0, 40);
                end = isStop ? (byte)1
                    : (_shapes[t] & 0xFFFF) is ':' ? (byte)2
                    : SentenceState.IsSign(_shapes[t]) ? (byte)3 : (byte)0;
            }
            else
            {
                rest = Math.Min(rest + 1, 60);
                nextStop = Math.Min(nextStop + 1, 40);
                if (isStop)
                {
                    stops++;
                    if (SentenceState.IsCapital(_shapes[t + 1])) capitalsAfterStops++;
                }
            }

            if (isStop) (stopsHere, nextStop) = (stopsHere + 1, 0);
            (_rest[t], _stops[t]) = ((byte)rest, (byte)nextStop);
            _paragraphs[t] = (byte)(end + 4 * Math.Min(stopsHere, 3));
        }

        return stops < 3 ? 0 : 1 + (uint)(capitalsAfterStops * 4 / stops);
    }

    private static uint Bucket(int count) => count switch
    {
        < 6 => (uint)count,
        < 9 => 6,
        < 14 => 7,
        < 20 => 8,
        < 30 => 9,
        < 45 => 10,
        _ => 11,
    };

    private static T[] Rent<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, Margin).Clear();
        array.AsSpan(length - Margin, Margin).Clear();
        return array;
    }
}
