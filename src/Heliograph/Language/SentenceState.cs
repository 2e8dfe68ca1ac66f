namespace Heliograph.Language;

/// <summary>What a sentence has held so far: open quotes and brackets, capitals, and its last sign.</summary>
internal struct SentenceState
{
    private const uint CapitalShape = 1 << 16;
    private const uint SignShape = 1 << 17;

    private int _words;
    private int _capitals;

    /// <summary>0 where no quote is open, 1 where one is, 2 where one was opened and closed.</summary>
    public uint Quotes { get; private set; }

    /// <summary>How many brackets are open; at most 3.</summary>
    public uint Brackets { get; private set; }

    /// <summary>The last sign that was no letter or number; 0 where there was none.</summary>
    public uint LastSign { get; private set; }

    /// <summary>What share of the words begin with a capital, in quarters, and 5 where all do.</summary>
    public readonly uint Capitals => _capitals == _words ? 5 : (uint)(4 * _capitals / _words);

    /// <summary>The shape of a token: its kind, and for a sign, the sign itself.</summary>
    /// <returns>In the low 16 bits the first character of a sign, or the kind and length of a word; flags above.</returns>
    public static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var first = Letters.ClassOf(form[0]);
        if (first >= Letters.Other)
        {
            var sign = form[0] is '“' or '”' or '‘' or '’' ? form[0] : Letters.Fold(form[0]);
            var word = form.Length > 1 && form.ContainsAnyInRange('A', 'z') ? 1u << 18 : 0;
            return sign | SignShape | word | ((uint)Math.Min(form.Length, 4) << 20) | ((uint)(form[^1] & 0x7F) << 24);
        }

        uint small = 0, capital = 0, digit = 0, other = 0;
        foreach (var c in form[..Math.Min(form.Length, 32)])
        {
            var found = Letters.ClassOf(c);
            if (found == Letters.Small) small = 1;
            else if (found == Letters.Capital) capital++;
            else if (found == Letters.Digit) digit = 1;
            else other = c == '.' && form[^1] == '.' ? 2u : 1;
        }

        var shape = small | (digit << 1) | (other << 2) | (Math.Min(capital, 2) << 4);
        shape |= (form.Length == 1 ? 1u : form.Length < 4 ? 2u : 3) << 6;
        return (1 + shape) | ((uint)first << 12) | (first == Letters.Capital ? CapitalShape : 0);
    }

    /// <summary>Whether a shape is a sign's.</summary>
    public static bool IsSign(uint shape) => (shape & SignShape) != 0;

    /// <summary>Whether a shape begins with a capital.</summary>
    public static bool IsCapital(uint shape) => (shape & CapitalShape) != 0;

    /// <summary>Whether a shape is a full stop's or its like.</summary>
    public static bool IsStop(uint shape) => IsSign(shape) && (shape & 0xFFFF) is '.' or '!' or '?' or '…';

    /// <summary>Adds one token.</summary>
    public void Add(char sign, uint shape, uint word, bool spaceBefore, bool spaceAfter)
    {
        if (!IsSign(shape))
        {
            _words++;
            if (IsCapital(shape)) _capitals++;
            return;
        }

        LastSign = word;
        if (sign is '(' or '[' or '{') Brackets = Math.Min(Brackets + 1, 3);
        else if (sign is ')' or ']' or '}' && Brackets > 0) Brackets--;
        else if (sign == '“') Quotes = 1;
        else if (sign == '”') Quotes = 2;
        else if (sign == '"' || (sign == '\'' && spaceBefore != spaceAfter)) Quotes = Quotes == 1 ? 2u : 1;
    }
}
