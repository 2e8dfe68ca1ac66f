namespace Heliograph.Language.Networks;

/// <summary>Cuts words into the pieces that the encoder knows: the longest piece first, from the left.</summary>
/// <remarks>
/// The vocabulary of BERT, lower case without accents (Devlin et al. 2019; Wu et al. 2016): a piece that goes on a word is
/// written with ## before it. What is neither letter nor digit is a piece of its own. A run of letters that the vocabulary
/// cannot make up is one unknown piece.
/// </remarks>
internal sealed class WordPieces
{
    /// <summary>Pieces of a word at most; what comes after them is not looked at.</summary>
    public const int MaxPieces = 8;

    private const int MaxLetters = 100; // letters of a run that are looked at
    private const string Continued = "##";
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _starts;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;
    private readonly int _longest;

    /// <param name="vocabulary">Pieces in the order of their numbers.</param>
    /// <exception cref="InvalidDataException">One of the pieces that every vocabulary has is missing.</exception>
    public WordPieces(IReadOnlyList<string> vocabulary)
    {
        Dictionary<string, int> starts = new(StringComparer.Ordinal), continuations = new(StringComparer.Ordinal);
        for (var i = 0; i < vocabulary.Count; i++)
        {
            var piece = vocabulary[i];
            if (piece.StartsWith(Continued, StringComparison.Ordinal)) continuations.TryAdd(piece[Continued.Length..], i);
            else starts.TryAdd(piece, i);
            _longest = Math.Max(_longest, piece.Length);
        }

        (Unknown, Begin, End) = (Number("[UNK]"), Number("[CLS]"), Number("[SEP]"));
        _starts = starts.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuations = continuations.GetAlternateLookup<ReadOnlySpan<char>>();

        int Number(string piece) => starts.TryGetValue(piece, out var number)
            ? number
            : throw new InvalidDataException($"Found no piece {piece} in the encoder's vocabulary of {vocabulary.Count}, expected that of BERT. Build the encoder again as docs/model.md says.");
    }

    /// <summary>The number of the piece that stands for what the vocabulary cannot make up.</summary>
    public int Unknown { get; }

    /// <summary>The number of the piece that every window begins with.</summary>
    public int Begin { get; }

    /// <summary>The number of the piece that every window ends with.</summary>
    public int End { get; }

    /// <summary>Cuts one word.</summary>
    /// <param name="form">The word as written.</param>
    /// <param name="pieces">Filled with the numbers of its pieces. Length: <see cref="MaxPieces"/> or more.</param>
    /// <returns>How many there are: 1 to <see cref="MaxPieces"/>.</returns>
    public int Cut(ReadOnlySpan<char> form, Span<int> pieces)
    {
        Span<char> run = stackalloc char[MaxLetters];
        var (count, length) = (0, 0);
        foreach (var c in form)
        {
            if (Letters.ClassOf(c) == Letters.Mark) continue;
            if (Letters.IsWord(c))
            {
                if (length < MaxLetters) run[length++] = Letter(c);
                continue;
            }

            count = CutRun(run[..length], pieces, count);
            run[0] = Letter(c);
            count = CutRun(run[..1], pieces, count);
            length = 0;
        }

        count = CutRun(run[..length], pieces, count);
        if (count == 0) pieces[count++] = Unknown;
        return count;
    }

    // Either all of a run or, as one unknown piece, none.
    private int CutRun(ReadOnlySpan<char> run, Span<int> pieces, int count)
    {
        var first = count;
        for (var at = 0; at < run.Length && count < MaxPieces;)
        {
            var lookup = at == 0 ? _starts : _continuations;
            var (found, end) = (-1, Math.Min(run.Length, at + _longest));
            for (; end > at; end--)
            {
                if (lookup.TryGetValue(run[at..end], out found)) break;
            }

            if (end == at)
            {
                pieces[first] = Unknown;
                return first + 1;
            }

            pieces[count++] = found;
            at = end;
        }

        return count;
    }

    private static char Letter(char c) => c < 128 ? char.ToLowerInvariant(c) : NameKey.Plain(c);
}
