using System.Collections.Immutable;

namespace Heliograph.Evaluation;

/// <summary>Reads sentences labelled with names in IOB2, as Universal NER publishes them.</summary>
/// <remarks>
/// One word a line: its number, the word, its label, all parted by tabs; further columns are passed over. Lines that
/// start with <c>#</c> before a sentence's first word are comments; an empty line ends a sentence.
/// </remarks>
public static class Iob2Reader
{
    /// <summary>Reads every sentence in turn.</summary>
    /// <exception cref="FormatException">A line has fewer than three columns, or a label is none of <c>O</c>, <c>B-…</c>
    /// and <c>I-…</c>; the message names the line.</exception>
    public static IEnumerable<LabelledSentence> Read(TextReader reader)
    {
        var forms = ImmutableArray.CreateBuilder<string>();
        var labels = ImmutableArray.CreateBuilder<string>();
        var row = 0;
        while (reader.ReadLine() is { } line)
        {
            row++;
            if (line.Length == 0)
            {
                if (forms.Count > 0) yield return new(forms.DrainToImmutable(), labels.DrainToImmutable());
            }
            else if (line[0] != '#')
            {
                var columns = line.Split('\t');
                if (columns.Length < 3 || !IsLabel(columns[2]))
                {
                    throw new FormatException(
                        $"IOB2 line {row}: found '{line}', expected a number, a word and a label (O, B-PER, I-PER …) parted " +
                        "by tabs. Check that the file is IOB2 and that its tabs were not turned into spaces.");
                }

                forms.Add(columns[1]);
                labels.Add(columns[2]);
            }
        }

        if (forms.Count > 0) yield return new(forms.DrainToImmutable(), labels.DrainToImmutable());
    }

    private static bool IsLabel(string label) => label == "O" || (label.Length > 2 && label[0] is 'B' or 'I' && label[1] == '-');
}
