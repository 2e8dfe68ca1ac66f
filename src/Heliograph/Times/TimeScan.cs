using Heliograph.Documents;

namespace Heliograph.Times;

/// <summary>The atoms of a document as the grammar asks about them. An atom beyond either end is none.</summary>
internal sealed class TimeScan(Document document)
{
    private readonly List<TimeAtom> _atoms = TimeAtoms.Of(document);

    public Document Document { get; } = document;

    public int Count => _atoms.Count;

    public TimeAtom this[int atom] => atom >= 0 && atom < _atoms.Count ? _atoms[atom] : default;

    public TimeWord Part(int atom) => this[atom].Part;

    public bool Is(int atom, TimeWord part) => Part(atom) == part;

    public ReadOnlySpan<char> Form(int atom) => this[atom] is { End: > 0 } known ? Document.Text.AsSpan(known.Start, known.End - known.Start) : [];

    /// <summary>Whether nothing stands between an atom and the one before it.</summary>
    public bool Touches(int atom) => atom > 0 && atom < Count && _atoms[atom - 1].End == _atoms[atom].Start;

    public bool IsCapitalised(int atom) => Form(atom) is [var first, ..] && char.IsUpper(first);

    /// <summary>Whether the word is written like this, in any case.</summary>
    public bool HasForm(int atom, string form) => Form(atom).Equals(form, StringComparison.OrdinalIgnoreCase);

    public PartOfSpeech Tag(int atom) => Document.Tags[this[atom].Token];

    /// <summary>The number of the month that is named here, or 0.</summary>
    public int Month(int atom)
    {
        if (Part(atom) is not (TimeWord.Month or TimeWord.MonthShort) || !IsCapitalised(atom)) return 0;
        if (Is(atom, TimeWord.Month) && Tag(atom) is PartOfSpeech.Aux or PartOfSpeech.Verb) return 0;
        if (Is(atom, TimeWord.MonthShort) && !IsDayNumber(AfterStop(atom)) && !IsDayNumber(atom - 1) && !IsYear(AfterStop(atom))
            && !(Is(atom - 1, TimeWord.Suffix) || Is(atom - 1, TimeWord.Of))) return 0;
        return IsOfAName(atom) ? 0 : (int)this[atom].Number;
    }

    // "the Long March", "Theresa May": a name goes before, and no number stands near
    private bool IsOfAName(int atom)
    {
        if (this[atom].Number is not (3 or 5) || atom == 0 || Part(atom - 1) != TimeWord.None || !IsCapitalised(atom - 1)) return false;
        return Tag(atom - 1) is PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Noun && !IsDayNumber(atom + 1) && !IsYear(atom + 1);
    }

    /// <summary>The number of the weekday that is named here, Monday 1, or 0.</summary>
    public int Weekday(int atom)
    {
        if (!IsCapitalised(atom)) return 0;
        if (Is(atom, TimeWord.Weekday)) return (int)this[atom].Number;
        if (!Is(atom, TimeWord.WeekdayShort)) return 0;
        var next = AfterStop(atom);
        if (Is(next, TimeWord.Comma)) next++;
        return IsDayNumber(next) || Part(next) is TimeWord.Month or TimeWord.MonthShort or TimeWord.NumericDate ? (int)this[atom].Number : 0;
    }

    /// <summary>The atom after a word and the full stop that cuts it short.</summary>
    public int AfterStop(int atom) =>
        Is(atom + 1, TimeWord.Period) && Touches(atom + 1) && Part(atom) is TimeWord.MonthShort or TimeWord.WeekdayShort ? atom + 2 : atom + 1;

    /// <summary>Whether the number may count the days of a month.</summary>
    public bool IsDayNumber(int atom) => this[atom] is { Part: TimeWord.Number, Digits: 1 or 2 };

    /// <summary>Whether the number has the look of a year: four digits.</summary>
    public bool IsYear(int atom) => this[atom] is { Part: TimeWord.Number, Digits: 4, Number: >= 1000 or -1 };

    /// <summary>Whether the atom is a number of years, not of people or pounds.</summary>
    public bool IsBareYear(int atom)
    {
        if (!IsYear(atom)) return false;
        var (year, token) = (this[atom].Number, this[atom].Token);
        var isLinked = Part(atom - 1) is TimeWord.In or TimeWord.Since or TimeWord.Until or TimeWord.By or TimeWord.From or TimeWord.Between
            or TimeWord.Before or TimeWord.After;
        if (year is > 2199 || (year < 1600 && !isLinked)) return false;
        if (atom > 0 && Touches(atom) && !(Document.Text[this[atom].Start - 1] is '(' or '[' or '-' or '–' or '—' or '"' or '“' or '’' or '\'' or '/')) return false;
        if (Part(atom + 1) is TimeWord.Units or TimeWord.Unit or TimeWord.Multiplier || HasForm(atom + 1, "%")) return false;
        if (Part(atom - 1) is TimeWord.Than or TimeWord.Least or TimeWord.About) return false;
        var head = Document.Heads[token];
        if (Document.Deprels[token] == Deprel.Nummod && head > token && Document.TreebankTags[head] is "NNS" or "NNPS") return false;
        return isLinked || token == 0 || Document.Tags[token - 1] != PartOfSpeech.Propn || Part(atom - 1) != TimeWord.None
            || Document.Tokens[token - 1].End + 1 < Document.Tokens[token].Start;
    }
}
