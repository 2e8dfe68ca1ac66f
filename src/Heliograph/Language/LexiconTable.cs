namespace Heliograph.Language;

/// <summary>Reads the lists and tables of words that ship inside the library; every room's lists are read here.</summary>
internal static class LexiconTable
{
    /// <summary>Whether the library holds a list.</summary>
    public static bool Has(string name) => typeof(LexiconTable).Assembly.GetManifestResourceInfo(name) is not null;

    /// <summary>The lines of an embedded list, without its comments.</summary>
    /// <param name="name">The file's name, such as <c>collectives.tsv</c>.</param>
    /// <exception cref="InvalidDataException">The list is missing.</exception>
    public static IEnumerable<string> Lines(string name) => Numbered(name).Select(line => line.Text);

    /// <summary>The rows of an embedded table, without its comments and its header line.</summary>
    /// <param name="name">The file's name, such as <c>frames.tsv</c>.</param>
    /// <param name="columns">How many columns each row must have.</param>
    /// <exception cref="InvalidDataException">A row has another number of columns, or the table is missing.</exception>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        foreach (var (number, line) in Numbered(name).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length != columns)
            {
                throw new InvalidDataException(
                    $"{name}, line {number}: found {cells.Length} columns, expected {columns} parted by tabs. Mend the line.");
            }

            yield return cells;
        }
    }

    private static IEnumerable<(int Number, string Text)> Numbered(string name)
    {
        using var stream = typeof(LexiconTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: there is no such list in the library. Put it under Lexicons and build again.");
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#') yield return (number, line);
        }
    }
}
