using System.Reflection;

namespace Heliograph.Extraction;

/// <summary>Reads the tables of words that ship inside the library; for plain lists, see <see cref="Lexicon"/>.</summary>
internal static class LexiconTable
{
    /// <summary>The rows of an embedded list, without its comments and its header line.</summary>
    /// <param name="name">The file's name, such as <c>frames.tsv</c>.</param>
    /// <param name="columns">How many columns each row must have.</param>
    /// <exception cref="InvalidDataException">A row has another number of columns, or the list is missing.</exception>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: there is no such list in the library. Put it under Lexicons and build again.");
        using var reader = new StreamReader(stream);
        var (number, header) = (0, true);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (header)
            {
                header = false;
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != columns)
            {
                throw new InvalidDataException(
                    $"{name}, line {number}: found {cells.Length} columns, expected {columns} parted by tabs. Mend the line.");
            }

            yield return cells;
        }
    }
}
