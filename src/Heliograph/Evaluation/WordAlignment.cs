namespace Heliograph.Evaluation;

/// <summary>Finds which word of one tokenization is which word of another.</summary>
/// <remarks>
/// As in <c>conll18_ud_eval.py</c> of the CoNLL 2018 shared task: outside multiword tokens, words are the same when
/// both ends agree; around a multiword token of either side, words are the same when they lie on a longest common
/// subsequence of the forms, letter case ignored.
/// </remarks>
internal static class WordAlignment
{
    /// <summary>Aligns two tokenizations of the same characters.</summary>
    /// <returns>For each system word the gold word it is, or -1.</returns>
    public static int[] Align(AlignableWords gold, AlignableWords system)
    {
        var aligned = new int[system.Count];
        Array.Fill(aligned, -1);
        var (g, s) = (0, 0);
        while (g < gold.Count && s < system.Count)
        {
            if (gold.Multiword[g] || system.Multiword[s])
            {
                var (goldStart, systemStart) = (g, s);
                if (gold.Multiword[g])
                {
                    if (!system.Multiword[s] && system.Spans[s].Start < gold.Spans[g].Start) systemStart++;
                }
                else if (gold.Spans[g].Start < system.Spans[s].Start) goldStart++;

                var end = gold.Multiword[g] ? gold.Spans[g].End : system.Spans[s].End;
                (g, s) = EndOfStretch(gold, system, goldStart, systemStart, end);
                AlignByForm(gold, system, goldStart, g, systemStart, s, aligned);
            }
            else if (gold.Spans[g] == system.Spans[s]) aligned[s++] = g++;
            else if (gold.Spans[g].Start <= system.Spans[s].Start) g++;
            else s++;
        }

        return aligned;
    }

    /// <summary>The first words of both sides that begin after every multiword token which hangs together with this stretch.</summary>
    private static (int Gold, int System) EndOfStretch(AlignableWords gold, AlignableWords system, int g, int s, int end)
    {
        while (!IsBeyond(gold, g) || !IsBeyond(system, s))
        {
            if (g < gold.Count && (s >= system.Count || gold.Spans[g].Start <= system.Spans[s].Start)) Extend(gold, g++);
            else Extend(system, s++);
        }

        return (g, s);

        bool IsBeyond(AlignableWords words, int i) => i >= words.Count ||
            (words.Multiword[i] ? words.Spans[i].Start >= end : words.Spans[i].End > end);

        void Extend(AlignableWords words, int i)
        {
            if (words.Multiword[i] && words.Spans[i].End > end) end = words.Spans[i].End;
        }
    }

    private static void AlignByForm(
        AlignableWords gold, AlignableWords system, int goldStart, int goldEnd, int systemStart, int systemEnd, int[] aligned)
    {
        var (rows, columns) = (goldEnd - goldStart, systemEnd - systemStart);
        if (rows == 0 || columns == 0) return;
        var longest = new int[rows + 1, columns + 1]; // common subsequence of what follows
        for (var g = rows - 1; g >= 0; g--)
        {
            for (var s = columns - 1; s >= 0; s--)
            {
                longest[g, s] = Math.Max(longest[g + 1, s], longest[g, s + 1]);
                if (Same(g, s)) longest[g, s] = Math.Max(longest[g, s], longest[g + 1, s + 1] + 1);
            }
        }

        for (var (g, s) = (0, 0); g < rows && s < columns;)
        {
            if (Same(g, s)) aligned[systemStart + s++] = goldStart + g++;
            else if (longest[g, s] == longest[g + 1, s]) g++;
            else s++;
        }

        bool Same(int g, int s) =>
            gold.Form(goldStart + g).Equals(system.Form(systemStart + s), StringComparison.OrdinalIgnoreCase);
    }
}
