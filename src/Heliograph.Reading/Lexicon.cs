namespace Heliograph.Reading;

/// <summary>Reads the tables that ship inside this project.</summary>
internal static class Lexicon
{
    /// <summary>The rows of an embedded table, without comments and empty lines.</summary>
    /// <exception cref="InvalidOperationException">The table is missing, or a row has not that many columns.</exception>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name}: found nothing, expected a table inside Heliograph.Reading. Build the project again.");
        using var reader = new StreamReader(stream);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            yield return row.Length == columns ? row : throw new InvalidOperationException(
                $"{name} line {number}: found {row.Length} columns, expected {columns} parted by tabs. Mend the row.");
        }
    }
}
