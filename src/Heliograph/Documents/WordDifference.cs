using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Heliograph.Documents;

/// <summary>Tells by which words two texts differ.</summary>
/// <remarks>
/// The shortest way from one to the other, found in linear space: E. W. Myers, "An O(ND) difference algorithm and its
/// variations", Algorithmica 1 (1986). A word is a run of letters and digits; every other sign stands alone; blanks count
/// for nothing, but an empty line does. Words that stay between larger changes count as changed, for people read so.
/// </remarks>
public static class WordDifference
{
    private const int FewWords = 2; // as many that stay between changes are noise: "the", "of the"; ours, by eye

    /// <summary>The stretches of both texts, in order; those of each text make up the whole of it.</summary>
    /// <param name="before">The older text.</param>
    /// <param name="after">The newer text.</param>
    /// <param name="mostEdits">How many words may be taken out and put in at most; time grows with its square.</param>
    /// <returns>Null where the texts differ by more words.</returns>
    public static ImmutableArray<WordChange>? Between(string before, string after, int mostEdits = 4000)
    {
        var (old, fresh) = (Words(before), Words(after));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var search = new Search(Number(before, old, numbers), Number(after, fresh, numbers), mostEdits);
        if (!search.Run()) return null;
        var runs = Calm(Runs(search.Removed, search.Added), before, old);
        return Spans(runs, before, old, after, fresh);
    }

    private static List<TextSpan> Words(string text)
    {
        var words = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsWhiteSpace(text[at]))
            {
                var lines = 0;
                while (at < text.Length && char.IsWhiteSpace(text[at])) lines += text[at++] == '\n' ? 1 : 0;
                if (lines > 1) words.Add(new(start, at));
                continue;
            }

            var isWord = IsWord(text, ref at);
            while (isWord && at < text.Length)
            {
                var next = at;
                if (!IsWord(text, ref next)) break;
                at = next;
            }

            words.Add(new(start, at));
        }

        return words;
    }

    // Whether a letter, a digit or an accent of one stands here; steps over it, whatever it is
    private static bool IsWord(string text, ref int at)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
        at += length;
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    private static int[] Number(string text, List<TextSpan> words, Dictionary<string, int> numbers)
    {
        var byWord = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbered = new int[words.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            var word = IsBreak(text, words[i]) ? " " : words[i].In(text);
            if (!byWord.TryGetValue(word, out numbered[i])) byWord[word] = numbered[i] = numbers.Count;
        }

        return numbered;
    }

    private static bool IsBreak(string text, TextSpan word) => char.IsWhiteSpace(text[word.Start]);

    // Stretches of words that stay, or of words that go and come at one place
    private static List<Run> Runs(bool[] removed, bool[] added)
    {
        var runs = new List<Run>();
        var (i, j) = (0, 0);
        while (i < removed.Length || j < added.Length)
        {
            var (fromI, fromJ) = (i, j);
            while (i < removed.Length && !removed[i] && j < added.Length && !added[j]) (i, j) = (i + 1, j + 1);
            if (i > fromI)
            {
                runs.Add(new(true, i - fromI, j - fromJ));
                continue;
            }

            while (i < removed.Length && removed[i]) i++;
            while (j < added.Length && added[j]) j++;
            runs.Add(new(false, i - fromI, j - fromJ));
        }

        return runs;
    }

    private static List<Run> Calm(List<Run> runs, string before, List<TextSpan> old)
    {
        var calm = new List<Run>(runs.Count);
        var at = 0; // the word of the older text at which the run begins
        for (var i = 0; i < runs.Count; at += runs[i++].Removed)
        {
            var run = runs[i];
            var isFew = run.IsSame && run.Removed <= FewWords && calm.Count > 0 && i + 1 < runs.Count
                && run.Removed < calm[^1].Most && run.Removed < runs[i + 1].Most
                && !old.Slice(at, run.Removed).Exists(word => IsBreak(before, word));
            if (isFew || (!run.IsSame && calm is [.., { IsSame: false }])) calm[^1] = new(false, calm[^1].Removed + run.Removed, calm[^1].Added + run.Added);
            else calm.Add(run);
        }

        return calm;
    }

    private static ImmutableArray<WordChange> Spans(List<Run> runs, string before, List<TextSpan> old, string after, List<TextSpan> fresh)
    {
        var changes = ImmutableArray.CreateBuilder<WordChange>();
        var (i, j, from, to) = (0, 0, 0, 0);
        Step(ChangeKind.Same, Start(before, old, 0), Start(after, fresh, 0)); // blanks before the first words
        foreach (var run in runs)
        {
            if (!run.IsSame)
            {
                (i, j) = (i + run.Removed, j + run.Added);
                Step(ChangeKind.Removed, Start(before, old, i), to);
                Step(ChangeKind.Added, from, Start(after, fresh, j));
                continue;
            }

            for (var left = run.Removed; left > 0; left--)
            {
                var (ends, lands) = (Start(before, old, i + 1), Start(after, fresh, j + 1));
                var isAlike = before.AsSpan(old[i].Start..ends).SequenceEqual(after.AsSpan(fresh[j].Start..lands));
                (i, j) = (i + 1, j + 1);
                if (left == 1 || !isAlike) Step(ChangeKind.Same, ends, lands); // cut where other blanks stand behind the word
            }
        }

        return changes.ToImmutable();

        void Step(ChangeKind kind, int ends, int lands)
        {
            if (ends > from || lands > to) changes.Add(new(kind, new(from, ends), new(to, lands)));
            (from, to) = (ends, lands);
        }
    }

    private static int Start(string text, List<TextSpan> words, int word) => word < words.Count ? words[word].Start : text.Length;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(bool IsSame, int Removed, int Added)
    {
        public int Most => Math.Max(Removed, Added);
    }

    // Finds, for each word, whether it goes or comes
    private sealed class Search(int[] before, int[] after, int mostEdits)
    {
        public bool[] Removed { get; } = new bool[before.Length];

        public bool[] Added { get; } = new bool[after.Length];

        /// <summary>False where the texts differ by more words than allowed.</summary>
        public bool Run() => Between(0, before.Length, 0, after.Length) && Removed.Count(true) + Added.Count(true) <= mostEdits;

        private bool Between(int i, int endI, int j, int endJ)
        {
            while (i < endI && j < endJ && before[i] == after[j]) (i, j) = (i + 1, j + 1);
            while (i < endI && j < endJ && before[endI - 1] == after[endJ - 1]) (endI, endJ) = (endI - 1, endJ - 1);
            if (i == endI || j == endJ)
            {
                Removed.AsSpan(i, endI - i).Fill(true);
                Added.AsSpan(j, endJ - j).Fill(true);
                return true;
            }

            return Middle(i, endI, j, endJ) is var (x, y) && Between(i, x, j, y) && Between(x, endI, y, endJ);
        }

        // A point in the middle of the shortest way: the ways from both ends, longer by one edit a round, meet there
        private (int I, int J)? Middle(int i, int endI, int j, int endJ)
        {
            var (n, m) = (endI - i, endJ - j);
            var most = Math.Min((n + m + 1) / 2, (mostEdits / 2) + 1);
            var (forth, back) = (new int[(2 * most) + 3], new int[(2 * most) + 3]); // by diagonal, how far a way has come
            var zero = most + 1;
            for (var edits = 0; edits <= most; edits++)
            {
                var (low, high) = (-(edits - (2 * Math.Max(0, edits - m))), edits - (2 * Math.Max(0, edits - n)));
                for (var k = low; k <= high; k += 2)
                {
                    var x = k == -edits || (k != edits && forth[zero + k - 1] < forth[zero + k + 1]) ? forth[zero + k + 1] : forth[zero + k - 1] + 1;
                    while (x < n && x - k < m && before[i + x] == after[j + x - k]) x++;
                    forth[zero + k] = x;
                    var other = n - m - k;
                    if (((n - m) & 1) != 0 && Math.Abs(other) < edits && x + back[zero + other] >= n) return (i + x, j + x - k);
                }

                for (var k = low; k <= high; k += 2)
                {
                    var x = k == -edits || (k != edits && back[zero + k - 1] < back[zero + k + 1]) ? back[zero + k + 1] : back[zero + k - 1] + 1;
                    while (x < n && x - k < m && before[endI - 1 - x] == after[endJ - 1 - x + k]) x++;
                    back[zero + k] = x;
                    var other = n - m - k;
                    if (((n - m) & 1) == 0 && Math.Abs(other) <= edits && x + forth[zero + other] >= n) return (endI - x, endJ - x + k);
                }
            }

            return null;
        }
    }
}
