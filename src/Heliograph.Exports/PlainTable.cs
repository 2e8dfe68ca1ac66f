using System.Collections.Immutable;
using System.Text;

namespace Heliograph.Exports;

/// <summary>Any list as a table that a spreadsheet may open: one line a row, a header, and cells made safe as those of the formats
/// <c>csv</c> and <c>tsv</c> are.</summary>
public static class PlainTable
{
    /// <summary>The names of what it writes, each with its media type.</summary>
    public static ImmutableArray<(string Name, string MediaType)> Formats { get; } =
        [("csv", "text/csv"), ("tsv", "text/tab-separated-values")];

    /// <summary>Writes a table.</summary>
    /// <param name="format">The name of one of <see cref="Formats"/>.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The cells of each row: texts, lists of texts, numbers, moments, true or false, or null for an empty cell.</param>
    /// <returns>UTF-8 without a mark; lines ended by CR LF in CSV, by LF in TSV.</returns>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static byte[] Write(string format, IReadOnlyCollection<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        Func<IEnumerable<string>, string> line = format switch
        {
            "csv" => TextTables.CsvLine,
            "tsv" => TextTables.TsvLine,
            _ => throw new ArgumentException($"Found the format '{format}', expected one of {string.Join(", ", Formats.Select(known => known.Name))}. Name one of them.", nameof(format)),
        };
        var table = new StringBuilder(line(columns.Select(column => Cells.Of(column))));
        foreach (var row in rows) table.Append(line(row.Select(Cells.Of)));
        return Encoding.UTF8.GetBytes(table.ToString());
    }
}
