using Heliograph.Documents;
using Heliograph.Language.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>Words as the encoder takes them in: the pieces of each window side by side.</summary>
/// <param name="Pieces">Their numbers, one a row.</param>
/// <param name="Cases">How the word of each is written in capitals.</param>
/// <param name="Windows">Rows of each window.</param>
/// <param name="FirstPieces">The row of the first piece of each word.</param>
internal sealed record EncoderInput(int[] Pieces, byte[] Cases, (int Start, int Length)[] Windows, int[] FirstPieces)
{
    /// <summary>Cuts sentences that follow each other into windows of pieces.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="groups">Sentences that follow each other, by their words.</param>
    /// <param name="most">Pieces in a window of several sentences.</param>
    public static EncoderInput Of(WordPieces pieces, IEnumerable<IReadOnlyList<string[]>> groups, int most)
    {
        List<int> all = [], firstPieces = [];
        var cases = new List<byte>();
        var windows = new List<(int, int)>();
        var cut = new List<TokenSpan>();
        Span<int> word = stackalloc int[WordPieces.MaxPieces];
        foreach (var group in groups)
        {
            var forms = group.SelectMany(sentence => sentence).ToArray();
            var numbers = new int[forms.Length][];
            for (var i = 0; i < forms.Length; i++) numbers[i] = word[..pieces.Cut(forms[i], word)].ToArray();
            EncoderWindows.Cut(Sentences(group), [.. numbers.Select(own => (byte)own.Length)], cut, most);
            foreach (var window in cut)
            {
                var start = all.Count;
                Add(pieces.Begin, 0);
                for (var i = window.Start; i < window.End; i++)
                {
                    firstPieces.Add(all.Count);
                    foreach (var number in numbers[i]) Add(number, LetterCase.Of(forms[i]));
                }

                Add(pieces.End, 0);
                windows.Add((start, all.Count - start));
            }
        }

        return new([.. all], [.. cases], [.. windows], [.. firstPieces]);

        void Add(int piece, int letterCase)
        {
            all.Add(piece);
            cases.Add((byte)letterCase);
        }
    }

    private static TokenSpan[] Sentences(IReadOnlyList<string[]> group)
    {
        var spans = new TokenSpan[group.Count];
        var at = 0;
        for (var i = 0; i < spans.Length; i++) spans[i] = new(at, at += group[i].Length);
        return spans;
    }
}
