namespace Heliograph.Documents;

/// <summary>Turns offsets in UTF-16 code units into offsets in Unicode code points, and back, for one text.</summary>
/// <remarks>
/// Inside the program a span counts code units; wherever it leaves the program it counts code points. A text without
/// surrogate pairs costs nothing; one with them costs 4 bytes a pair. A lone surrogate counts as one code point.
/// </remarks>
public sealed class CodePoints
{
    private readonly int[] _pairs; // the code-unit offset of the second half of each surrogate pair, sorted

    /// <summary>Finds the surrogate pairs of a text. Time: linear in its length.</summary>
    public CodePoints(string text)
    {
        var pairs = new List<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text[i - 1], text[i])) continue;
            pairs.Add(i);
            i++;
        }

        _pairs = [.. pairs];
    }

    /// <summary>The offset in code points of an offset in code units.</summary>
    /// <param name="codeUnit">0 up to and including the length of the text; not between the halves of a pair.</param>
    public int FromCodeUnits(int codeUnit)
    {
        var found = Array.BinarySearch(_pairs, codeUnit);
        return codeUnit - (found < 0 ? ~found : found);
    }

    /// <summary>The offset in code units of an offset in code points.</summary>
    /// <param name="codePoint">0 up to and including the number of code points of the text.</param>
    public int ToCodeUnits(int codePoint)
    {
        var (low, high) = (0, _pairs.Length); // how many pairs lie wholly before the offset
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pairs[middle] - middle <= codePoint) low = middle + 1;
            else high = middle;
        }

        return codePoint + low;
    }
}
