using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>Where the words of some sentences stand while they are computed: rows by place, sentences longest first.</summary>
/// <remarks>Row <c>Offset(t) + b</c> is word t of the b-th longest sentence. What a sentence yields does not depend on its company.</remarks>
internal sealed class SentenceBatch
{
    /// <summary>Words in a batch, more or less: enough to fill the vectors, few enough to stay in the cache.</summary>
    public const int Words = 768;

    private int[] _order = [];
    private int[] _lengths = [];
    private int[] _starts = [];
    private int[] _active = [];
    private int[] _offsets = [];

    /// <summary>How many sentences there are.</summary>
    public int Sentences { get; private set; }

    /// <summary>Words in the longest sentence.</summary>
    public int Places { get; private set; }

    /// <summary>Words in all sentences.</summary>
    public int Rows { get; private set; }

    /// <summary>Takes sentences in.</summary>
    public void Set(ReadOnlySpan<TokenSpan> sentences)
    {
        Sentences = sentences.Length;
        if (_order.Length < Sentences) (_order, _lengths, _starts) = (new int[2 * Sentences], new int[2 * Sentences], new int[2 * Sentences]);
        for (var i = 0; i < Sentences; i++) (_order[i], _lengths[i]) = (i, -sentences[i].Length);
        Array.Sort(_lengths, _order, 0, Sentences);
        (Places, Rows) = (0, 0);
        for (var i = 0; i < Sentences; i++)
        {
            var sentence = sentences[_order[i]];
            (_lengths[i], _starts[i]) = (sentence.Length, sentence.Start);
            Places = Math.Max(Places, sentence.Length);
            Rows += sentence.Length;
        }

        if (_active.Length < Places) (_active, _offsets) = (new int[2 * Places], new int[2 * Places]);
        var (active, offset) = (Sentences, 0);
        for (var t = 0; t < Places; t++)
        {
            while (active > 0 && _lengths[active - 1] <= t) active--;
            (_active[t], _offsets[t]) = (active, offset);
            offset += active;
        }
    }

    /// <summary>Sentences that have a word at a place.</summary>
    public int Active(int place) => _active[place];

    /// <summary>The first row of a place.</summary>
    public int Offset(int place) => _offsets[place];

    /// <summary>The row of a word.</summary>
    public int Row(int sentence, int place) => _offsets[place] + sentence;

    /// <summary>Words of the b-th longest sentence.</summary>
    public int Length(int sentence) => _lengths[sentence];

    /// <summary>The first token of the b-th longest sentence, in the document.</summary>
    public int Start(int sentence) => _starts[sentence];
}
