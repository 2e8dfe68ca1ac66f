using System.Text;

namespace Heliograph.Exports;

/// <summary>A table a kind as text, with a header: <c>reports</c>, <c>mentions</c>, <c>statements</c> and <c>events</c>.</summary>
/// <remarks>UTF-8 without a mark, lines ended by CR LF in CSV (RFC 4180) and by LF in TSV. The texts of the reports are not
/// in it: a cell has no line breaks, and offsets would no longer lead into them.</remarks>
internal static class TextTables
{
    /// <summary>With commas; a cell that holds a comma or a quotation mark stands in quotation marks.</summary>
    public static void WriteCsv(ExportJob job) => Write(job, ".csv", CsvLine);

    /// <summary>With tabs; no cell holds one.</summary>
    public static void WriteTsv(ExportJob job) => Write(job, ".tsv", TsvLine);

    /// <summary>A line of cells that are safe already.</summary>
    public static string CsvLine(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    /// <summary>A line of cells that are safe already.</summary>
    public static string TsvLine(IEnumerable<string> cells) => string.Join('\t', cells) + "\n";

    /// <summary>UTF-8 text to a stream, which is closed with it.</summary>
    public static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static void Write(ExportJob job, string extension, Func<IEnumerable<string>, string> line)
    {
        using var reports = Begin(Tables.Reports);
        using var mentions = Begin(Tables.Mentions);
        using var statements = Begin(Tables.Statements);
        using var events = Begin(Tables.Events);
        foreach (var view in job.Once())
        {
            Add(reports, Tables.Reports, new(view, null));
            foreach (var entry in view.Entries)
            {
                var table = Tables.Of(entry);
                Add(table == Tables.Mentions ? mentions : table == Tables.Statements ? statements : events, table, new(view, entry));
                job.Wrote();
            }
        }

        StreamWriter Begin(Table table)
        {
            var writer = Writer(job.Open(table.Name + extension));
            writer.Write(line(table.Columns.Select(column => column.Name)));
            return writer;
        }

        void Add(StreamWriter writer, Table table, Row row) =>
            writer.Write(line(table.Columns.Select(column => Cells.Of(column.Value(row)))));
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
