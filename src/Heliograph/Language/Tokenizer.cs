using System.Runtime.CompilerServices;

namespace Heliograph.Language;

/// <summary>Cuts a text into the syntactic words of Universal Dependencies, as it learnt to from treebanks.</summary>
/// <remarks>
/// White space always parts tokens. Inside a run without white space, each place where a token might begin
/// (<see cref="TokenPlaces"/>) is judged from left to right. Time: linear in the text.
/// </remarks>
internal sealed class Tokenizer
{
    /// <summary>The longest token. Unit: UTF-16 code units.</summary>
    /// <remarks>What is longer is cut, so that no stage meets a token without bound.</remarks>
    public const int LongestToken = 256;

    private readonly BoundaryScorer _scorer;
    private readonly WeightTable _cutWords; // sorted hashes of a word and a place in it

    /// <param name="file">Holds the section of words seen cut, then the scorer's.</param>
    public Tokenizer(WeightFile file)
    {
        _cutWords = file.Next();
        _scorer = new(file);
    }

    /// <summary>Fills the columns with the tokens of a text.</summary>
    public void Tokenize(string text, TokenColumns columns)
    {
        var opensParagraph = true;
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                opensParagraph |= SkipSpace(text, ref i);
                continue;
            }

            var end = i + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            CutChunk(text, i, end, columns, opensParagraph);
            opensParagraph = false;
            i = end;
        }
    }

    [SkipLocalsInit]
    private void CutChunk(string text, int start, int end, TokenColumns columns, bool opensParagraph)
    {
        Span<uint> features = stackalloc uint[TokenFeatures.Count];
        Span<float> scores = stackalloc float[3];
        TokenFeatures seen = default;
        var (ready, joined, tokenStart) = (false, false, start);
        var places = new TokenPlaces(text, start, end, _cutWords.As<uint>());
        while (places.MoveNext())
        {
            if (!ready) seen = new(text, start, end);
            ready = true;
            seen.Fill(places.Place, tokenStart, features);
            _scorer.Score(features, scores);
            if (scores[0] >= Math.Max(scores[1], scores[2])) continue;
            Add(text, tokenStart, places.Place, columns, joined, opensParagraph);
            (tokenStart, joined, opensParagraph) = (places.Place, scores[2] > scores[1], false);
        }

        Add(text, tokenStart, end, columns, joined, opensParagraph);
    }

    private static void Add(string text, int start, int end, TokenColumns columns, bool joined, bool opensParagraph)
    {
        while (end - start > LongestToken)
        {
            var cut = start + LongestToken;
            if (char.IsSurrogatePair(text[cut - 1], text[cut])) cut--;
            columns.Add(new(start, cut), joined, opensParagraph);
            (start, joined, opensParagraph) = (cut, false, false);
        }

        columns.Add(new(start, end), joined, opensParagraph);
    }

    // Moves past white space; true when it holds a blank line.
    private static bool SkipSpace(string text, ref int i)
    {
        var lines = 0;
        for (; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\u2029') lines += 2;
            else if (text[i] is '\n' or '\u2028' or '\u0085') lines++;
            else if (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) lines++;
        }

        return lines > 1;
    }
}
