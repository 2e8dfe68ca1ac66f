using Heliograph.Documents;

namespace Heliograph.Tests;

/// <summary>Writes documents by hand, so that a rule is tested on a tree we chose and not on what a model happened to say.</summary>
internal static class Conllu
{
    /// <summary>Builds a document. A blank row ends a sentence; a row <c>¶</c> starts a paragraph.</summary>
    /// <param name="rows">One token a row, parted by spaces: form, lemma, UPOS, head (counted from 1; 0 for the root),
    /// relation, and optionally the treebank tag, then <c>+</c> where no space follows, <c>~</c> where the next token
    /// is joined to this one ("do ~ n't"), or <c>B-PER</c>, <c>I-ORG</c> … for a name.</param>
    public static Document Document(string rows)
    {
        var lines = rows.ReplaceLineEndings("\n").Split('\n').Select(row => row.Trim()).ToList();
        var output = new List<string> { "# newdoc", "# newpar" };
        var number = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0) (number, _) = (0, Add(""));
            else if (lines[i] == "¶") Add("# newpar");
            else
            {
                var cells = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                number++;
                if (cells.Contains("~") && !(i > 0 && lines[i - 1].EndsWith('~'))) AddMultiword(i, number);
                var tag = cells.Skip(5).FirstOrDefault(cell => cell is not ("+" or "~") && !IsName(cell)) ?? "_";
                var misc = string.Join('|', cells.Skip(5).Where(cell => cell == "+" || IsName(cell))
                    .Select(cell => cell == "+" ? "SpaceAfter=No" : $"Name={cell}").DefaultIfEmpty("_"));
                Add($"{number}\t{cells[0]}\t{cells[1]}\t{cells[2]}\t{tag}\t_\t{cells[3]}\t{cells[4]}\t_\t{misc}");
            }
        }

        return Assert.Single(ConlluReader.Read(new StringReader(string.Join('\n', output) + "\n\n")));

        bool Add(string line)
        {
            output.Add(line);
            return true;
        }

        void AddMultiword(int first, int firstNumber)
        {
            var last = first;
            while (lines[last].EndsWith('~')) last++;
            var form = string.Concat(lines[first..(last + 1)].Select(row => row.Split(' ')[0]));
            var space = lines[last].Contains(" +", StringComparison.Ordinal) ? "SpaceAfter=No" : "_";
            Add($"{firstNumber}-{firstNumber + last - first}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{space}");
        }
    }

    private static bool IsName(string cell) => cell.StartsWith("B-", StringComparison.Ordinal) || cell.StartsWith("I-", StringComparison.Ordinal);
}
