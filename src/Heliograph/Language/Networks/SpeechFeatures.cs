using Heliograph.Documents;

namespace Heliograph.Language.Networks;

/// <summary>What the tagger of statements sees of a token beside the network's own state: rows of one table of embeddings.</summary>
internal sealed class SpeechFeatures
{
    /// <summary>How many rows a token has.</summary>
    public const int Count = 15;

    private const int Forms = 8192; // rows for the word itself
    private const int Governors = 4096; // rows for a word in the tree above it
    private const int Relations = 128;
    private const int MaxSteps = 60; // how far up the tree is looked

    private static readonly int[] Sizes =
        [Forms, Governors, Relations, Governors, Relations, Governors, Governors, 32, 64, Relations, Relations, 16, 64, 16, 16];

    private readonly int[] _starts = new int[Count];
    private readonly bool[] _clausal;
    private readonly bool[] _reported;
    private readonly bool[] _nominal;
    private int[] _hashes = [];

    /// <summary>Gets ready for the relations of a network, by number.</summary>
    public SpeechFeatures(Deprel[] relations)
    {
        for (var i = 1; i < Count; i++) _starts[i] = _starts[i - 1] + Sizes[i - 1];
        _clausal = [.. relations.Select(r => r is Deprel.Ccomp or Deprel.Xcomp or Deprel.Advcl or Deprel.Acl or Deprel.Parataxis or Deprel.Csubj)];
        _reported = [.. relations.Select(r => r is Deprel.Ccomp or Deprel.Parataxis)];
        _nominal = [.. relations.Select(r => r is Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Obl)];
    }

    /// <summary>Rows of the table.</summary>
    public static int Rows => Sizes.Sum();

    /// <summary>Whether a row stands for a word.</summary>
    public static bool IsForm(int feature) => Sizes[feature] >= Governors;

    /// <summary>Where the rows of a feature begin; the first is that of a word not told.</summary>
    public int Start(int feature) => _starts[feature];

    /// <summary>Reads the features of the tokens of one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="segments">Its tokens and paragraphs.</param>
    /// <param name="sentence">The sentence; heads count from its first token.</param>
    /// <param name="columns">What the network found.</param>
    /// <param name="places">Where each token stands to quotation marks.</param>
    /// <param name="rows">Filled: <see cref="Count"/> a token of the sentence.</param>
    public void Read(
        string text, Segmentation segments, TokenSpan sentence, SentenceNetwork.Columns columns, ReadOnlySpan<QuoteMarks.Place> places, Span<int> rows)
    {
        var first = sentence.Start;
        if (_hashes.Length < sentence.Length) _hashes = new int[2 * sentence.Length];
        for (var t = 0; t < sentence.Length; t++) _hashes[t] = Hash(segments.Tokens[first + t].In(text));
        ReadOnlySpan<int> heads = columns.Heads.AsSpan(first, sentence.Length);
        ReadOnlySpan<byte> relations = columns.Relations.AsSpan(first, sentence.Length);
        var position = IsParagraphStart(segments, first) ? 2 : 1;
        for (var t = 0; t < sentence.Length; t++)
        {
            var head = heads[t] - 1;
            var phrase = Ancestor(t, heads, relations, _nominal, _clausal);
            var clause = Ancestor(t, heads, relations, _clausal, null);
            var outer = clause;
            for (var (at, steps) = (clause, 0); at >= 0 && steps < MaxSteps; at = heads[at] - 1, steps++)
            {
                if (_reported[relations[at]]) outer = at;
            }

            var governor = outer < 0 ? -1 : heads[outer] - 1;
            var row = rows.Slice(t * Count, Count);
            row[0] = 1 + _hashes[t] % (Forms - 1);
            row[1] = Governor(head);
            row[2] = phrase < 0 ? 0 : 1 + relations[phrase];
            row[3] = phrase < 0 ? 0 : Governor(heads[phrase] - 1);
            row[4] = clause < 0 ? 0 : 1 + relations[clause];
            row[5] = clause < 0 ? 0 : Governor(heads[clause] - 1);
            row[6] = Governor(governor);
            row[7] = columns.Tags[first + t];
            row[8] = columns.TreebankTags[first + t];
            row[9] = relations[t];
            row[10] = head < 0 ? Relations - 1 : relations[head];
            row[11] = (int)places[first + t];
            row[12] = columns.Names[first + t] * 8 + (t == 0 ? position : t == sentence.Length - 1 ? 3 : 0);
            row[13] = head < 0 ? 0 : 8 + Math.Sign(head - t) * (1 + Math.Min(6, (int)Math.Log2(Math.Abs(head - t))));
            row[14] = governor < 0 ? 0 : (governor < t ? 1 : 2) + (Math.Abs(governor - t) > 8 ? 2 : 0) + (clause >= 0 && outer != clause ? 4 : 0);
            for (var i = 0; i < Count; i++) row[i] += _starts[i];
        }
    }

    private int Governor(int token) => token < 0 ? 0 : 1 + _hashes[token] % (Governors - 1);

    // The nearest token above (or the token itself) with one of the relations, before any of those it must not pass; −1: none.
    private static int Ancestor(int token, ReadOnlySpan<int> heads, ReadOnlySpan<byte> relations, bool[] wanted, bool[]? stops)
    {
        for (var steps = 0; steps < MaxSteps && heads[token] > 0; steps++)
        {
            if (wanted[relations[token]]) return token;
            if (stops is not null && stops[relations[token]]) return -1;
            token = heads[token] - 1;
        }

        return -1;
    }

    private static bool IsParagraphStart(Segmentation segments, int token)
    {
        var (low, high) = (0, segments.Paragraphs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (segments.Paragraphs[middle].Start <= token) low = middle;
            else high = middle - 1;
        }

        return segments.Paragraphs[low].Start == token;
    }

    private static int Hash(ReadOnlySpan<char> form)
    {
        const int MaxLength = 32; // letters
        Span<char> key = stackalloc char[MaxLength];
        var length = WordFeatures.Key(form[..Math.Min(form.Length, MaxLength)], key);
        return (int)(WordFeatures.Hash(key[..length], 11) >> 33);
    }
}
