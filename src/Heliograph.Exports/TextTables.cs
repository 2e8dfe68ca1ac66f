using System.Text;

namespace Heliograph.Exports;

/// <summary>A table a kind as text, with a header: <c>reports</c>, <c>mentions</c>, <c>statements</c> and <c>events</c>.</summary>
/// <remarks>UTF-8 without a mark, lines ended by CR LF in CSV (RFC 4180) and by LF in TSV. The texts of the reports are not
/// in it: a cell has no line breaks, and offsets would no longer lead into them. <c>datapackage.json</c> says what each column holds.</remarks>
internal static class TextTables
{
    private const char WideQuotationMark = '\uFF02';

    /// <summary>With commas; a cell that holds a comma or a quotation mark stands in quotation marks.</summary>
    public static void WriteCsv(ExportJob job) => Write(job, ".csv", CsvLine);

    /// <summary>With tabs; no cell holds one, nor a quotation mark.</summary>
    public static void WriteTsv(ExportJob job) => Write(job, ".tsv", TsvLine);

    /// <summary>A line of cells that are safe already.</summary>
    public static string CsvLine(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    /// <summary>A line of cells that are safe already. A quotation mark (U+0022) becomes the wide one (U+FF02): most readers of tables with tabs
    /// take it for the beginning of a cell that goes on over tabs and lines, and lose rows without a word.</summary>
    public static string TsvLine(IEnumerable<string> cells) => string.Join('\t', cells).Replace('"', WideQuotationMark) + "\n";

    /// <summary>UTF-8 text to a stream, which is closed with it.</summary>
    public static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static void Write(ExportJob job, string extension, Func<IEnumerable<string>, string> line)
    {
        var tables = Tables.All.Select(table => (table.Name, Columns: FlatColumn.Of(table), Writer: Writer(job.Open(table.Name + extension)))).ToList();
        try
        {
            foreach (var (_, columns, writer) in tables) writer.Write(line(columns.Select(column => column.Name)));
            foreach (var view in job.Once())
            {
                Add(Tables.Reports, new(view, null));
                foreach (var entry in view.Entries)
                {
                    Add(Tables.Of(entry), new(view, entry));
                    job.Wrote();
                }
            }
        }
        finally
        {
            foreach (var table in tables) table.Writer.Dispose();
        }

        DataPackage.Write(job, [.. Tables.All.Select(table => DataPackage.OfText(table, extension))]);

        void Add(Table table, Row row)
        {
            var (_, columns, writer) = tables[Tables.All.IndexOf(table)];
            writer.Write(line(columns.Select(column => column.Told(row))));
        }
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
